import { RULES } from './all.ts';
import { firstLetter, firstLetters } from './first-letters.ts';
import { phraseKey } from './phrase-key.ts';
import type { Rule } from './rule.ts';
import { WordFinder } from './word-finder.ts';

interface Candidate<Match> {
  readonly rule: Rule;
  readonly match: Match;
  /** Place in the order in which rules are tried. */
  readonly order: number;
}

/** A form made ready: what is tried on the line in lower case carries no `i`, which is many times slower. */
interface ReadyForm {
  readonly rule: Rule;
  readonly order: number;
  readonly pattern: RegExp;
  readonly lowerCase: boolean;
  readonly maxWords: number;
  readonly needs: readonly string[];
}

/** Most words that a form or a beginning asks for. */
const MAX_WORDS = 120;
/** Longest line looked at, in UTF-16 units: a form of at most 120 words has fewer. */
const MAX_LENGTH = 1_500;
/** Letters that beginnings are indexed by: enough to leave one or two candidates, few enough for Japanese. */
const START_LETTERS = 4;

type Start = Candidate<{ readonly phrase: string; readonly maxWords: number }>;

/** Whole lines and beginnings by what they are looked up by. */
interface Phrases {
  readonly whole: ReadonlyMap<string, Candidate<null>>;
  readonly starts: ReadonlyMap<string, readonly Start[]>;
  readonly longest: number;
  /** Most words of a line that a beginning asks for. */
  readonly mostWords: number;
}

function indexPhrases(): Phrases {
  const whole = new Map<string, Candidate<null>>();
  const starts = new Map<string, Start[]>();
  let longest = 0;
  let mostWords = 0;
  for (const [order, rule] of RULES.entries()) {
    for (const match of rule.match) {
      if (match.kind === 'form') continue;
      for (const phrase of match.phrases.map(phraseKey)) {
        if (match.kind === 'whole' && !whole.has(phrase)) whole.set(phrase, { rule, match: null, order });
        if (match.kind === 'whole') longest = Math.max(longest, phrase.length);
        if (match.kind === 'whole') continue;
        mostWords = Math.max(mostWords, match.maxWords);
        const key = phrase.slice(0, START_LETTERS);
        const entry = { rule, match: { phrase, maxWords: match.maxWords }, order };
        starts.set(key, [...(starts.get(key) ?? []), entry]);
      }
    }
  }
  return { whole, starts, longest, mostWords };
}

interface Forms {
  /** By the first letter or digit of the line. */
  readonly byLetter: ReadonlyMap<string, readonly ReadyForm[]>;
  /** Forms that may begin with any letter: each says what the line must hold. */
  readonly others: readonly ReadyForm[];
  /** Finds what any of the others must hold; next to no line does. `null` where one may hold anything. */
  readonly anyNeed: WordFinder | null;
}

function readyForms(): readonly ReadyForm[] {
  return RULES.flatMap((rule, order) =>
    rule.match.flatMap((match) => {
      if (match.kind !== 'form') return [];
      const pattern = new RegExp(match.pattern.source, 'u');
      const lowerCase = match.pattern.flags === 'iu';
      return [{ rule, order, pattern, lowerCase, maxWords: match.maxWords, needs: match.needs ?? [] }];
    }),
  );
}

function indexForms(): Forms {
  const byLetter = new Map<string, ReadyForm[]>();
  const others: ReadyForm[] = [];
  for (const form of readyForms()) {
    const letters = firstLetters(form.pattern);
    if (letters === 'any') others.push(form);
    else for (const letter of letters) byLetter.set(letter, [...(byLetter.get(letter) ?? []), form]);
  }
  // A form without a need is tried on every line.
  const isOpen = others.some((form) => form.needs.length === 0);
  const unspaced = others.flatMap((form) => form.needs);
  return { byLetter, others, anyNeed: isOpen ? null : new WordFinder({ spaced: [], unspaced }) };
}

/** Made on first use: loading the module costs nothing. */
let phrases: Phrases | null = null;
let forms: Forms | null = null;

function matchPhrase(text: string, words: number): Candidate<unknown> | null {
  phrases ??= indexPhrases();
  if (words > phrases.mostWords && text.length > phrases.longest * 2) return null;
  const key = phraseKey(text);
  const whole = key.length <= phrases.longest ? phrases.whole.get(key) : undefined;
  if (whole !== undefined) return whole;
  const starts = phrases.starts.get(key.slice(0, START_LETTERS));
  return starts?.find(({ match }) => words <= match.maxWords && key.startsWith(match.phrase)) ?? null;
}

function matchForm(text: string, lower: string, words: number): ReadyForm | null {
  forms ??= indexForms();
  const known = firstForm(forms.byLetter.get(firstLetter(lower)) ?? [], text, lower, words);
  const other = (forms.anyNeed?.isIn(lower) ?? true) ? firstForm(forms.others, text, lower, words) : null;
  return known === null || (other !== null && other.order < known.order) ? other : known;
}

function firstForm(candidates: readonly ReadyForm[], text: string, lower: string, words: number): ReadyForm | null {
  for (const form of candidates) {
    if (words > form.maxWords || !holdsNeed(form, lower)) continue;
    if (form.pattern.test(form.lowerCase ? lower : text)) return form;
  }
  return null;
}

function holdsNeed({ needs }: ReadyForm, lower: string): boolean {
  return needs.length === 0 || needs.some((need) => lower.includes(need));
}

/**
 * The first rule that the whole line has the form of; `null` when none has. Phrases are looked up; of the other forms those
 * are tried that can begin with the line's first letter.
 *
 * @param text Normalised text of a block.
 * @param words Its number of words, as `countWords` gives it.
 */
export function matchRule(text: string, words: number): Rule | null {
  if (text === '' || text.length > MAX_LENGTH || words > MAX_WORDS) return null;
  const phrase = matchPhrase(text, words);
  const found = matchForm(text, text.toLowerCase(), words);
  if (phrase === null || found === null) return (phrase ?? found)?.rule ?? null;
  return found.order < phrase.order ? found.rule : phrase.rule;
}
