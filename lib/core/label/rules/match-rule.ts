import { RULES } from './all.ts';
import type { Rule, RuleMatch } from './rule.ts';

interface Candidate {
  readonly rule: Rule;
  readonly match: RuleMatch;
}

/** Patterns of one set of flags that lines of one length can match, as one alternation that tells whether any does. */
interface Gate {
  readonly any: RegExp;
  readonly candidates: readonly Candidate[];
}

/** Word counts at which gates part: a line is asked only for the forms that are long enough for it. */
const BUCKET_WORDS = [3, 6, 10, 16, 30, 60, 120] as const;
/** Longest line looked at, in UTF-16 units: a form of at most 120 words has fewer. */
const MAX_LENGTH = 1_500;

const ALL: readonly Candidate[] = RULES.flatMap((rule) => rule.match.map((match) => ({ rule, match })));

function gates(leastWords: number): readonly Gate[] {
  return ['u', 'iu'].flatMap((flags) => {
    const candidates = ALL.filter(({ match }) => match.maxWords >= leastWords && match.pattern.flags === flags);
    const any = new RegExp(candidates.map(({ match }) => `(?:${match.pattern.source})`).join('|'), flags);
    return candidates.length === 0 ? [] : [{ any, candidates }];
  });
}

/** Made on first use: a process that reads HTML only may never need some of them. */
const buckets: (readonly Gate[] | undefined)[] = [];

function gatesFor(words: number): readonly Gate[] {
  const index = BUCKET_WORDS.findIndex((limit) => words <= limit);
  if (index < 0) return [];
  const known = buckets[index];
  if (known !== undefined) return known;
  const made = gates((BUCKET_WORDS[index - 1] ?? -1) + 1);
  buckets[index] = made;
  return made;
}

/**
 * The first rule that the whole line has the form of; `null` when none has.
 *
 * @param text Normalised text of a block.
 * @param words Its number of words, as `countWords` gives it.
 */
export function matchRule(text: string, words: number): Rule | null {
  if (text === '' || text.length > MAX_LENGTH) return null;
  let found: Candidate | null = null;
  for (const { any, candidates } of gatesFor(words)) {
    if (!any.test(text)) continue;
    const hit = candidates.find(({ match }) => words <= match.maxWords && match.pattern.test(text));
    if (hit !== undefined && (found === null || ALL.indexOf(hit) < ALL.indexOf(found))) found = hit;
  }
  return found?.rule ?? null;
}
