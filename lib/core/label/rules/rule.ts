import type { RemovalClass } from '../../document.ts';
import { countWords } from '../../parse/words.ts';

type NonEmpty<T> = readonly [T, ...T[]];

/** A form that a whole line may have. */
export interface RuleMatch {
  /** Anchored at the start; flags `u` or `iu`; no nested quantifier; every repetition bounded. */
  readonly pattern: RegExp;
  /** Lines with more words are not looked at. */
  readonly maxWords: number;
}

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

/** What stands around a label: brackets of text browsers, arrows, bullets, bars. */
const BEFORE = '[\\[(«»‹›<>▸►▶→←↑•·|*#+✕×–—\\- ]{0,6}';
const AFTER = '(?:\\.{3})?[\\])«»‹›<>▸►▶→←↑•·|*:：…!✕×▼▾–—\\- ]{0,6}';

function literal(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]");
}

/** Matches lines that are one of the phrases and nothing else, brackets and arrows around it aside; case does not count. */
export function wholeLine(...phrases: NonEmpty<string>): RuleMatch {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(literal);
  return {
    pattern: new RegExp(`^${BEFORE}(?:${longestFirst.join('|')})${AFTER}$`, 'iu'),
    maxWords: Math.max(...phrases.map(countWords)),
  };
}

/** Matches lines of at most `maxWords` words that begin with one of the phrases; case does not count. */
export function lineStart(maxWords: number, ...phrases: NonEmpty<string>): RuleMatch {
  return { pattern: new RegExp(`^${BEFORE}(?:${phrases.map(literal).join('|')})`, 'iu'), maxWords };
}

/** The phrases as they stand, with a capital and in capitals: for patterns in which case counts, because names follow. */
export function anyCase(...phrases: NonEmpty<string>): string {
  const forms = phrases.flatMap((phrase) => [
    phrase,
    phrase.charAt(0).toUpperCase() + phrase.slice(1),
    phrase.toUpperCase(),
  ]);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
}

/** Matches lines of at most `maxWords` words that have the form. */
export function form(maxWords: number, pattern: RegExp): RuleMatch {
  return { pattern, maxWords };
}
