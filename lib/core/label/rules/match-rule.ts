import { RULES } from './all.ts';
import { FORM_BEGINNINGS } from './form-beginnings.ts';
import { FormsByBeginning } from './forms-by-beginning.ts';
import { addTo } from './key-lists.ts';
import { lineBeginning } from './line-beginning.ts';
import { lowerKey, phraseKey } from './phrase-key.ts';
import { ReadyForm } from './ready-form.ts';
import type { FormMatch, Rule } from './rule.ts';
import { WordFinder } from './word-finder.ts';

interface Candidate<Match> {
  readonly rule: Rule;
  readonly match: Match;
  /** Place in the order in which rules are tried. */
  readonly order: number;
}

/** Most words that a form or a beginning asks for. */
const MAX_WORDS = 120;
/** Longest line looked at, in UTF-16 units: a form of at most 120 words has fewer. */
const MAX_LENGTH = 1_500;
/** Letters that beginnings are indexed by: enough to leave one or two candidates, few enough for Japanese. */
const START_LETTERS = 4;

const NO_FORMS: readonly ReadyForm[] = [];

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
      if (match.kind === 'form' || match.kind === 'opening') continue;
      for (const phrase of match.phrases.map(phraseKey)) {
        if (match.kind === 'whole') {
          longest = Math.max(longest, phrase.length);
          if (!whole.has(phrase)) whole.set(phrase, { rule, match: null, order });
          continue;
        }
        mostWords = Math.max(mostWords, match.maxWords);
        addTo(starts, phrase.slice(0, START_LETTERS), { rule, match: { phrase, maxWords: match.maxWords }, order });
      }
    }
  }
  return { whole, starts, longest, mostWords };
}

interface Forms {
  readonly byBeginning: FormsByBeginning;
  /** Forms by each of the words of which the line must hold one. */
  readonly byNeed: ReadonlyMap<string, readonly ReadyForm[]>;
  /** Finds these words; next to no line holds one. */
  readonly needs: WordFinder;
  /** Those that may begin with any letter and need none: they are tried on every line. */
  readonly open: readonly ReadyForm[];
}

function indexForms(): Forms {
  const byBeginning = new FormsByBeginning();
  const byNeed = new Map<string, ReadyForm[]>();
  const open: ReadyForm[] = [];
  let number = 0;
  for (const [order, rule] of RULES.entries()) {
    for (const match of rule.match) {
      if (match.kind === 'opening') byBeginning.addOpening(match, rule, order);
      if (match.kind !== 'form') continue;
      const form = readyForm(match, rule, order);
      const beginnings = FORM_BEGINNINGS[number++];
      if (match.needs !== undefined) for (const need of match.needs) addTo(byNeed, need, form);
      else if (beginnings != null) for (const one of beginnings.split(' ')) byBeginning.add(one, form);
      else open.push(form);
    }
  }
  return { byBeginning, byNeed, needs: new WordFinder({ spaced: [], unspaced: [...byNeed.keys()] }), open };
}

function readyForm({ pattern, maxWords }: FormMatch, rule: Rule, order: number): ReadyForm {
  return new ReadyForm(rule, order, maxWords, () => pattern.source, pattern.flags === 'iu');
}

/** Made on first use: loading the module costs nothing. */
let phrases: Phrases | null = null;
let forms: Forms | null = null;

/** @param lower The text in lower case. */
function matchPhrase(lower: string, words: number): Candidate<unknown> | null {
  phrases ??= indexPhrases();
  if (words > phrases.mostWords && lower.length > phrases.longest * 2) return null;
  const key = lowerKey(lower);
  const whole = key.length <= phrases.longest ? phrases.whole.get(key) : undefined;
  if (whole !== undefined) return whole;
  const starts = phrases.starts.get(key.slice(0, START_LETTERS));
  return starts?.find(({ match }) => words <= match.maxWords && key.startsWith(match.phrase)) ?? null;
}

function matchForm(text: string, lower: string, words: number): ReadyForm | null {
  forms ??= indexForms();
  const known = firstForm(forms.byBeginning.of(lineBeginning(lower)), text, lower, words);
  const other = firstForm(formsHeld(forms, lower), text, lower, words);
  return known === null || (other !== null && other.order < known.order) ? other : known;
}

/** Those of which the line holds what they need, and those that need nothing. */
function formsHeld({ byNeed, needs, open }: Forms, lower: string): readonly ReadyForm[] {
  const held = needs.wordsIn(lower);
  if (held.length === 0) return open;
  const forms = new Set([...open, ...held.flatMap((need) => byNeed.get(need) ?? NO_FORMS)]);
  return [...forms].sort((a, b) => a.order - b.order);
}

function firstForm(candidates: readonly ReadyForm[], text: string, lower: string, words: number): ReadyForm | null {
  for (const form of candidates) {
    if (words <= form.maxWords && form.fits(text, lower)) return form;
  }
  return null;
}

/**
 * The first rule that the whole line has the form of; `null` when none has. Phrases are looked up; of the other forms those
 * are tried that can begin as the line does.
 *
 * @param text Normalised text of a block.
 * @param words Its number of words, as `countWords` gives it.
 * @param known The text in lower case, where it is known.
 */
export function matchRule(text: string, words: number, known: string | null = null): Rule | null {
  if (text === '' || text.length > MAX_LENGTH || words > MAX_WORDS) return null;
  const lower = known ?? text.toLowerCase();
  const phrase = matchPhrase(lower, words);
  const found = matchForm(text, lower, words);
  if (phrase === null || found === null) return (phrase ?? found)?.rule ?? null;
  return found.order < phrase.order ? found.rule : phrase.rule;
}
