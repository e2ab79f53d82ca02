import type { Page } from './page.ts';
import type { Candidate } from './title-candidates.ts';
import { wordsOf, wordsOfProse } from './title-words.ts';

/** Letters of a title from which another that holds it counts for it, and what share of that one's weight it then gets. */
const MIN_CONTAINED = 12;
const FRAMED_SHARE = 0.9;
/** Words of a title that may stand behind a glued kicker, and of that kicker at most. */
const MIN_HEADLINE_WORDS = 3;
const MAX_KICKER_WORDS = 4;
/** A number or an article before a title is its first word, not a kicker. */
const FIRST_WORD = /^(?:\p{N}+|the|an?|der|die|das|l[aeo]s?|el|il|i|os?|as|uma?|een|het|de|den|det|en|et)$/iu;
const KICKER = /^.*\p{L}:\s$/u;

/** Weight of a candidate and of those that say the same, and a part of those that say it with a kicker or section around it. */
export function supportOf(page: Page, candidate: Candidate, all: readonly Candidate[]): number {
  let score = 0;
  for (const other of all) {
    if (other.letters === candidate.letters || isOwnKicker(page, candidate, other, all)) score += other.weight;
    else if (
      candidate.letters.length >= MIN_CONTAINED &&
      other.letters.includes(candidate.letters) &&
      (isFramed(candidate.text, other.text) || isGluedKicker(candidate, other))
    )
      score += other.weight * FRAMED_SHARE;
  }
  return score;
}

/** Whether one title is the other without what a separator sets off at either end. */
function isFramed(short: string, long: string): boolean {
  const at = long.toLowerCase().indexOf(short.toLowerCase());
  if (at < 0) return false;
  const before = long.slice(0, at).trimEnd();
  const after = long.slice(at + short.length).trimStart();
  return (before === '' || /[:|–—-]$/.test(before)) && (after === '' || /^[|–—-]/.test(after));
}

/** Whether a shown headline is the candidate with a kicker of a few words in front, which markup alone set off. */
function isGluedKicker(candidate: Candidate, shown: Candidate): boolean {
  if (shown.source !== 'h1' || candidate.source === 'h1' || !shown.letters.endsWith(candidate.letters)) return false;
  const words = wordsOf(candidate.text).length;
  return (
    words >= MIN_HEADLINE_WORDS &&
    wordsOf(shown.text).length - words <= MAX_KICKER_WORDS &&
    !FIRST_WORD.test(shown.text.slice(0, -candidate.text.length).trim())
  );
}

/**
 * Whether the candidate is the shown headline after a kicker that is its own: linked data and `og:title` both have it, and
 * the story uses its words, as it does not use those of a section.
 */
function isOwnKicker(page: Page, candidate: Candidate, shown: Candidate, all: readonly Candidate[]): boolean {
  if (shown.source !== 'h1' || !candidate.text.endsWith(shown.text)) return false;
  const kicker = candidate.text.slice(0, -shown.text.length);
  if (!KICKER.test(kicker)) return false;
  const sources = all.filter(({ letters }) => letters === candidate.letters).map(({ source }) => source);
  if (!sources.includes('json-ld') || !sources.includes('meta:og:title')) return false;
  const story = wordsOfProse(page.blocks, 8);
  return wordsOf(kicker).every((word) => story.has(word));
}
