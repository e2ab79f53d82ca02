/** Numbers and sentences that are the same on every machine: the pages to measure with are made, not kept. */

const WORDS = (
  'the of and to in that it was for on with as at by an be this from or had but not are which have one you were all her she ' +
  'there would their we him been has when who will more no if out so said what up its about into than them can only other new ' +
  'some could time these two may then do first any my now such like our over man me even most made after also did many before ' +
  'must through back years where much your way well down should because each just those people how too little state good very ' +
  'make world still own see men work long get here between both life being under never day same another know while last might ' +
  'us great old year off come since against go came right used take three harbour council bridge teacher river winter market ' +
  'budget railway harvest museum engineer village storm festival orchard lantern ferry'
).split(' ');
/** Every other word is one of the commonest, as in prose. */
const COMMON_WORDS = 44;
const NAMES = ['Mara Ellwin', 'Tobin Hasker', 'Ines Corvale', 'Jonah Pell', 'Sunniva Brack', 'Oskar Dunlea'];

/** A source of numbers, sentences and names. */
export interface Invention {
  /** A whole number from 0 to below `limit`. */
  readonly number: (limit: number) => number;
  readonly name: () => string;
  /** Words without a mark at the end. */
  readonly headline: (words: number) => string;
  readonly paragraph: (words: number) => string;
  /** Lower-case letters and digits, as generated names and addresses have them. */
  readonly token: (length: number) => string;
}

/** Begins a series; the same seed gives the same series. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function inventFrom(seed: number): Invention {
  let state = seed;
  const number = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const word = (): string => WORDS[number(number(2) === 0 ? COMMON_WORDS : WORDS.length)] ?? '';
  const headline = (words: number): string => {
    const text = Array.from({ length: words }, word).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const paragraph = (words: number): string => {
    const sentences: string[] = [];
    for (let left = words; left > 0; left -= 18) sentences.push(`${headline(Math.max(6, Math.min(18, left)))}.`);
    return sentences.join(' ');
  };
  const token = (length: number): string =>
    Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(number(36))).join('');
  return { number, name: () => NAMES[number(NAMES.length)] ?? '', headline, paragraph, token };
}
