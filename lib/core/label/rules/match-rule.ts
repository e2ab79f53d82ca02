import { RULES } from './all.ts';
import { FORM_BEGINNINGS } from './form-beginnings.ts';
import { lineBeginning } from './line-beginning.ts';
import { openingPattern, phrasesByBeginning } from './opening-patterns.ts';
import { lowerKey, phraseKey } from './phrase-key.ts';
import type { FormMatch, OpeningMatch, Rule } from './rule.ts';
import { WordFinder } from './word-finder.ts';

interface Candidate<Match> {
  readonly rule: Rule;
  readonly match: Match;
  /** Place in the order in which rules are tried. */
  readonly order: number;
}

/** A form made ready: what is tried on the line in lower case carries no `i`, which is many times slower. */
class ReadyForm {
  private pattern: RegExp | null = null;

  constructor(
    readonly rule: Rule,
    readonly order: number,
    readonly maxWords: number,
    private readonly source: () => string,
    private readonly isLower: boolean,
  ) {}

  /** Compiled on the first line that may have the form: most never are. */
  fits(text: string, lower: string): boolean {
    this.pattern ??= new RegExp(this.source(), 'u');
    return this.pattern.test(this.isLower ? lower : text);
  }
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
  /** By what a line begins with; each list has those of shorter beginnings too. */
  readonly byBeginning: ReadonlyMap<string, readonly ReadyForm[]>;
  /** Forms by each of the words of which the line must hold one. */
  readonly byNeed: ReadonlyMap<string, readonly ReadyForm[]>;
  /** Finds these words; next to no line holds one. */
  readonly needs: WordFinder;
  /** Those that may begin with any letter and need none: they are tried on every line. */
  readonly open: readonly ReadyForm[];
}

function indexForms(): Forms {
  const byBeginning = new Map<string, ReadyForm[]>();
  const byNeed = new Map<string, ReadyForm[]>();
  const open: ReadyForm[] = [];
  let number = 0;
  for (const [order, rule] of RULES.entries()) {
    for (const match of rule.match) {
      if (match.kind === 'opening') addOpening(byBeginning, match, rule, order);
      if (match.kind !== 'form') continue;
      const form = readyForm(match, rule, order);
      const beginnings = FORM_BEGINNINGS[number++];
      if (match.needs !== undefined) for (const need of match.needs) addTo(byNeed, need, form);
      else if (beginnings != null) for (const one of beginnings.split(' ')) addTo(byBeginning, one, form);
      else open.push(form);
    }
  }
  for (const [beginning, list] of byBeginning) addShorter(byBeginning, beginning, list);
  return { byBeginning, byNeed, needs: new WordFinder({ spaced: [], unspaced: [...byNeed.keys()] }), open };
}

function readyForm({ pattern, maxWords }: FormMatch, rule: Rule, order: number): ReadyForm {
  return new ReadyForm(rule, order, maxWords, () => pattern.source, pattern.flags === 'iu');
}

function addOpening(byBeginning: Map<string, ReadyForm[]>, match: OpeningMatch, rule: Rule, order: number): void {
  for (const [beginning, phrases] of phrasesByBeginning(match)) {
    const source = () => openingPattern(phrases, match);
    addTo(byBeginning, beginning, new ReadyForm(rule, order, match.maxWords, source, true));
  }
}

function addTo(byKey: Map<string, ReadyForm[]>, key: string, form: ReadyForm): void {
  const list = byKey.get(key);
  if (list === undefined) byKey.set(key, [form]);
  else list.push(form);
}

/** Adds the forms of every beginning of a beginning, in the order in which rules are tried. */
function addShorter(byBeginning: ReadonlyMap<string, ReadyForm[]>, beginning: string, list: ReadyForm[]): void {
  const own = list.length;
  for (let length = 1; length < beginning.length; length++) {
    const shorter = byBeginning.get(beginning.slice(0, length));
    if (shorter !== undefined) list.push(...shorter.filter((form) => !list.includes(form)));
  }
  if (list.length > own) list.sort((a, b) => a.order - b.order);
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
  const known = firstForm(formsOf(forms.byBeginning, lineBeginning(lower)), text, lower, words);
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

/** Those of the longest beginning that is known. */
function formsOf(byBeginning: Forms['byBeginning'], beginning: string): readonly ReadyForm[] {
  let forms = byBeginning.get(beginning);
  for (let length = beginning.length - 1; forms === undefined && length > 0; length--)
    forms = byBeginning.get(beginning.slice(0, length));
  return forms ?? NO_FORMS;
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
