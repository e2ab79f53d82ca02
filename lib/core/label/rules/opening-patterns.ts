import { addTo } from './key-lists.ts';
import { BEGINNING_LETTERS } from './line-beginning.ts';
import type { OpeningMatch } from './rule.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}ё]/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Letters that pages write in more than one way, beside those with and without an accent. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ș: 'şs',
  ț: 'ţt',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ا: 'أإآ',
  أ: 'اإ',
  إ: 'اأ',
  ی: 'ي',
  ک: 'ك',
};
/** Marks of a phrase that a line may write otherwise; the non-joiner of Persian stands for a space, too. */
const MARKS: Readonly<Record<string, string>> = { "'": "['’]", '-': '[ -]', '\u200c': '[\u200c ]?', '.': '\\.' };
/** Bullets, arrows and pictures before an opening; a quotation mark begins what somebody says. */
const LEAD = '^[^\\p{L}\\p{N}"“”„«‘’\']{0,6}';

/** By letter: phrases of forty languages have some three hundred. */
const known = new Map<string, string>();

/** Ways to write a letter, none for a mark; capitals of Greek have no accents, and many pages write without any. */
function spellings(letter: string): string {
  let ways = known.get(letter);
  if (ways === undefined) {
    const plain = ACCENTED.test(letter) ? letter.normalize('NFD').charAt(0) : '';
    ways = LETTER_OR_DIGIT.test(letter) ? [...new Set(letter + plain + (SPELLINGS[letter] ?? ''))].join('') : '';
    known.set(letter, ways);
  }
  return ways;
}

/** The pattern of one letter or mark; a capital İ is an i with a dot in lower case, and short vowels of Arabic may stand or not. */
function patternOf(letter: string): string {
  const ways = spellings(letter);
  if (ways === '') return MARKS[letter] ?? letter;
  const one = ways.length > 1 ? `[${ways}]` : letter;
  if (ARABIC.test(letter)) return `${one}[\u064b-\u0652]?`;
  return letter === 'i' || letter === 'ı' ? `${one}\u0307?` : one;
}

/** The letters that a phrase may begin with. */
export function firstSpellings(phrase: string): string {
  for (const letter of phrase) {
    const ways = spellings(letter);
    if (ways !== '') return ways;
  }
  return '';
}

/** Under which beginnings of lines, as `lineBeginning` gives them, a phrase is looked for. */
function beginningsOf(phrase: string): readonly string[] {
  const beginnings = [''];
  let letters = 0;
  for (const letter of phrase) {
    const ways = spellings(letter);
    if (ways === '') continue;
    for (let at = beginnings.length - 1; at >= 0; at--) {
      const before = beginnings[at] ?? '';
      beginnings[at] = before + letter;
      // The first way is the letter itself.
      for (let way = 1; way < ways.length; way++) beginnings.push(before + ways.charAt(way));
    }
    if (++letters === BEGINNING_LETTERS) break;
  }
  return beginnings;
}

/** The phrases of an opening by the beginning of the lines that each is looked for in. */
export function phrasesByBeginning({ phrases }: OpeningMatch): ReadonlyMap<string, readonly string[]> {
  const byBeginning = new Map<string, string[]>();
  for (const phrase of phrases) for (const beginning of beginningsOf(phrase)) addTo(byBeginning, beginning, phrase);
  return byBeginning;
}

/** The source of the pattern for lines in lower case that begin with one of the phrases and go on as an opening does. */
export function openingPattern(phrases: readonly string[], { behind }: OpeningMatch): string {
  const patterns = phrases.map((phrase) => [...phrase].map(patternOf).join(''));
  return `${LEAD}(?:${patterns.join('|')})(?:${behind.source.slice(1)})`;
}
