import fc from 'fast-check';

/** Invented words of several scripts; sentences made of them have the shapes of prose, not its sense. */
const WORDS = [
  ...'the harbour council voted to repair old bridges before winter while residents of Marlow Quay asked when ferries'.split(
    ' ',
  ),
  ...'Mayor Ilse Tarnow said engineers had found cracks near three piers and that work could take eleven months'.split(
    ' ',
  ),
  'naïve',
  'über',
  'cafe\u0301',
  'Straße',
  'мост',
  'порт',
  '港口',
  '수리',
  "harbour's",
  'U.S.',
  '1,250',
  'co-operate',
];

const word = fc.constantFrom(...WORDS);

export const sentence = fc
  .tuple(fc.array(word, { minLength: 6, maxLength: 24 }), fc.constantFrom('.', '.', '.', '?', '!', '.”', '…'))
  .map(([words, end]) => `${capitalise(words.join(' '))}${end}`);

export const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(' '));

export const headline = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => capitalise(words.join(' ')));

const list = fc
  .array(sentence, { minLength: 2, maxLength: 4 })
  .map((items) => items.map((item) => `- ${item}`).join('\n'));

const scrap = fc.constantFrom(
  '![]()',
  '___',
  '* * *',
  'Advertisement',
  'Share this article',
  'Leave a Reply',
  'Read more: Harbour repairs begin',
  'By Ilse Tarnow',
  '| a | b |',
  '[[[',
  '```',
  '    indented',
  '\\u0041',
  '<b>bold</b>',
  '&amp;',
  '\u00a0\u200b',
);

const gap = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n \t\n', '\n\n\n\n');

/** A scrape: prose with scraps of other things and odd white space between. */
export const scrape = fc
  .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: paragraph }, headline, list, scrap), gap), {
    minLength: 3,
    maxLength: 14,
  })
  .map((pieces) => pieces.flat().join(''));

/** Any text at all, made of characters that parsers trip over. */
export const noise = fc
  .array(
    fc.oneof(
      sentence,
      scrap,
      gap,
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\0',
        '\ud800',
        '\ufeff',
        '\u2028',
        '\r',
        '\f',
        '<script>alert(1)</script>',
        '<div>'.repeat(9),
        '](',
        '`',
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
