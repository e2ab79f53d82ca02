import type { RemovalClass } from '../../document.ts';

type NonEmpty<T> = readonly [T, ...T[]];

/** Phrases that are the whole line; case, arrows and brackets around them do not count. */
export interface WholeMatch {
  readonly kind: 'whole';
  readonly phrases: NonEmpty<string>;
}

/** Phrases that are the beginning of a line, which likewise does not count case, arrows and brackets. */
export interface StartMatch {
  readonly kind: 'start';
  readonly phrases: NonEmpty<string>;
  /** Lines with more words are not looked at. */
  readonly maxWords: number;
}

/** A form that the whole line may have. */
export interface FormMatch {
  readonly kind: 'form';
  /**
   * Anchored at the start; every repetition bounded. Flags `u`, or `iu` when case does not count: then it is written in
   * lower case, because it is tried on the line in lower case.
   */
  readonly pattern: RegExp;
  readonly maxWords: number;
  /** In lower case; the line holds one of them. For forms that may begin with any letter, or as lines of all kinds do: it is looked for first. */
  readonly needs?: NonEmpty<string>;
}

/** Phrases that lines of many languages begin with, and one form of what stands behind all of them. */
export interface OpeningMatch {
  readonly kind: 'opening';
  /** In lower case with all accents; a line may leave accents out. */
  readonly phrases: NonEmpty<string>;
  /** Anchored behind the phrase, every repetition bounded, flag `u`; tried on the line in lower case. */
  readonly behind: RegExp;
  readonly maxWords: number;
}

export type RuleMatch = WholeMatch | StartMatch | FormMatch | OpeningMatch;

/** One reason why a line is not part of an article, as data. */
export interface Rule {
  /** Public and permanent: records keep it. Kebab-case, `<topic>-<what>`. */
  readonly id: string;
  readonly class: RemovalClass;
  readonly match: NonEmpty<RuleMatch>;
  /** Why a match cannot be a sentence of an article. */
  readonly rationale: string;
  /** Where the form was seen. */
  readonly source: string;
  readonly examples: {
    readonly fires: NonEmpty<string>;
    /** The nearest real lines that must stay. */
    readonly spares: NonEmpty<string>;
  };
}

/** Matches lines that are one of the phrases and nothing else. */
export function wholeLine(...phrases: NonEmpty<string>): WholeMatch {
  return { kind: 'whole', phrases };
}

/** Matches lines of at most `maxWords` words that begin with one of the phrases. */
export function lineStart(maxWords: number, ...phrases: NonEmpty<string>): StartMatch {
  return { kind: 'start', phrases, maxWords };
}

/** Matches lines of at most `maxWords` words that have the form. */
export function form(maxWords: number, pattern: RegExp, needs?: NonEmpty<string>): FormMatch {
  return needs === undefined ? { kind: 'form', pattern, maxWords } : { kind: 'form', pattern, maxWords, needs };
}

/** What stands behind a phrase that ends there: no letter, but in scripts that write no spaces or no capitals. */
const ENDS_WORD = '(?:(?![\\p{L}\\p{N}])|(?<=[\\p{Lo}\\p{M}]))';

/** The form of what stands behind an opening that ends with a word. @param rest The source of a pattern, bounded. */
export function goesOn(rest: string): RegExp {
  return new RegExp(`^${ENDS_WORD}${rest}$`, 'u');
}

/** A line that says nothing in quotation marks where words have spaces between them; Chinese and Japanese put names in them. */
const NO_QUOTE = '(?:(?![\\p{L}\\p{N}])[^"“”?]{0,300}|(?<=[\\p{Lo}\\p{M}])[^?？]{0,160})';

/** The form of what stands behind an opening that quotes and asks nothing. @param not The source of a pattern that the line must not have. */
export function saysNoQuote(not?: string): RegExp {
  return new RegExp(`^${not === undefined ? '' : `(?!${not})`}${NO_QUOTE}$`, 'u');
}

/** The source of what a form begins with whose line quotes nobody and tells of nobody's words: those lines are a story's. */
export const SAYS_NOTHING =
  '(?!.{0,360}(?:["“”„«]|\\b(?:said|says|told|tells|asked|asks|urged|wrote|dijo|pidió|disse|sagte|erklärte)\\b))';

/** Matches lines of at most `maxWords` words that begin with one of the phrases and go on as `behind` says. */
export function opening(maxWords: number, phrases: readonly string[], behind: RegExp): OpeningMatch {
  const [first = '', ...others] = phrases;
  return { kind: 'opening', phrases: [first, ...others], behind, maxWords };
}

/** The phrases as they stand, with a capital, with a capital a word and in capitals: for forms in which case counts, because names follow. */
export function anyCase(...phrases: NonEmpty<string>): string {
  const forms = phrases.flatMap((phrase) => [
    phrase,
    phrase.charAt(0).toUpperCase() + phrase.slice(1),
    phrase.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase()),
    phrase.toUpperCase(),
  ]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return longestFirst.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/'/g, "['’]")).join('|');
}
