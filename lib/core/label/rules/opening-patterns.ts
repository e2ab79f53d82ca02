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

/** Ways to write a letter; capitals of Greek have no accents, and many pages write without any. */
function spellings(letter: string): string {
  const plain = ACCENTED.test(letter) ? letter.normalize('NFD').charAt(0) : '';
  return [...new Set(letter + plain + (SPELLINGS[letter] ?? ''))].join('');
}

/** The pattern of one letter or mark; a capital İ is an i with a dot in lower case, and short vowels of Arabic may stand or not. */
function patternOf(letter: string): string {
  if (!LETTER_OR_DIGIT.test(letter)) return MARKS[letter] ?? letter;
  const ways = spellings(letter);
  const one = ways.length > 1 ? `[${ways}]` : letter;
  if (ARABIC.test(letter)) return `${one}[\u064b-\u0652]?`;
  return letter === 'i' || letter === 'ı' ? `${one}\u0307?` : one;
}

/** Under which beginnings of lines, as `lineBeginning` gives them, a phrase is looked for. */
function beginningsOf(phrase: string): readonly string[] {
  const letters = [...phrase].filter((one) => LETTER_OR_DIGIT.test(one)).slice(0, BEGINNING_LETTERS);
  return letters.reduce<readonly string[]>(
    (all, letter) => all.flatMap((before) => [...spellings(letter)].map((way) => before + way)),
    [''],
  );
}

/** The sources of the patterns of an opening, for lines in lower case, by the beginning of the lines that each is tried on. */
export function openingPatterns({ phrases, behind }: OpeningMatch): ReadonlyMap<string, string> {
  const byBeginning = new Map<string, string[]>();
  for (const phrase of phrases) {
    const pattern = [...phrase].map(patternOf).join('');
    for (const beginning of beginningsOf(phrase)) {
      const patterns = byBeginning.get(beginning);
      if (patterns === undefined) byBeginning.set(beginning, [pattern]);
      else patterns.push(pattern);
    }
  }
  const rest = `(?:${behind.source.slice(1)})`;
  return new Map([...byBeginning].map(([beginning, all]) => [beginning, `${LEAD}(?:${all.join('|')})${rest}`]));
}
