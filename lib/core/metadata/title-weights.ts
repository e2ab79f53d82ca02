import { isProse, type Page } from './page.ts';
import { endOfProse } from './place.ts';
import type { Candidate } from './title-candidates.ts';
import { addressWords, latinWords, wordsOf } from './title-words.ts';

/** Words of an only heading that is believed without a second witness, and blocks within which prose must follow it. */
const MIN_HEADLINE_WORDS = 3;
const MAX_LEAD = 15;
/** Share of a heading's words that the head of the page must use too. */
const MIN_SHARED_WORDS = 0.25;
/** Part of its weight that is left to a heading that shares fewer, and to one behind the article that shares none. */
const UNSHARED_PART = 1 / 3;
const BEHIND_PART = 1 / 5;
/**
 * A lower heading a few blocks under the only h1, above the prose, that the data give as the title: the headline that readers
 * see, under one for search engines or a section. Of 18 such on the evaluation pages 16 were the title; it outweighs all else.
 */
const MAX_BELOW = 6;
const SHOWN_BELOW_WEIGHT = 12;
/** Factor of an only heading of which the address repeats more, and of a short one of which it repeats less, than of the rest. */
const ADDRESS_FACTOR = 1.5;
const SHORT_FACTOR = 1 / 3;
const MAX_SHORT_WORDS = 4;

/** Weighs what the page shows by where it stands, by the words it shares with what the head declares, and by the address. */
export function weighCandidates(page: Page, found: readonly Candidate[]): readonly Candidate[] {
  const shown = found.filter(({ source }) => source === 'h1');
  const declared = found.filter(({ block }) => block < 0);
  if (declared.length === 0) return found;
  const factor = addressFactor(page, shown, declared);
  const words = new Set(found.filter(({ source }) => source !== 'h1').flatMap(({ text }) => wordsOf(text)));
  return found.map((candidate) => {
    if (candidate.source === 'h1')
      return {
        ...candidate,
        weight: candidate.weight * factor * sharedPart(page, candidate, words, shown.length === 1),
      };
    return isShownBelow(page, candidate, shown, declared) ? { ...candidate, weight: SHOWN_BELOW_WEIGHT } : candidate;
  });
}

/** The whole weight for a visible headline that shares words with what the head declares, or is the only one above prose. */
function sharedPart(page: Page, heading: Candidate, declared: ReadonlySet<string>, isOnly: boolean): number {
  const words = wordsOf(heading.text);
  const shared = words.filter((word) => declared.has(word)).length;
  if (shared === 0 && heading.block >= endOfProse(page)) return BEHIND_PART * UNSHARED_PART;
  if (isOnly && words.length >= MIN_HEADLINE_WORDS && leadsProse(page, heading.block)) return 1;
  return shared / Math.max(1, words.length) >= MIN_SHARED_WORDS ? 1 : UNSHARED_PART;
}

function isShownBelow(
  page: Page,
  lower: Candidate,
  shown: readonly Candidate[],
  declared: readonly Candidate[],
): boolean {
  const [heading] = shown;
  if (lower.block < 0 || !heading || shown.length > 1 || heading.letters === lower.letters) return false;
  const below = lower.block - heading.block;
  if (below < 1 || below > MAX_BELOW) return false;
  if (!declared.some(({ source, letters }) => source !== 'title' && letters === lower.letters)) return false;
  return lower.block <= page.blocks.findIndex((entry) => isProse(entry, 12));
}

/** What the address says of the visible headline, against the best of what is declared. */
function addressFactor(page: Page, shown: readonly Candidate[], declared: readonly Candidate[]): number {
  const [heading] = shown;
  if (!heading || shown.some(({ letters }) => letters !== heading.letters)) return 1;
  const others = declared.filter(({ letters }) => letters !== heading.letters);
  const address = addressWords(page);
  if (others.length === 0 || address === null) return 1;
  const repeated = (text: string) => [...latinWords(text)].filter((word) => address.has(word)).length;
  const own = repeated(heading.text);
  const best = Math.max(...others.map(({ text }) => repeated(text)));
  if (own > best) return ADDRESS_FACTOR;
  return own < best && wordsOf(heading.text).length <= MAX_SHORT_WORDS ? SHORT_FACTOR : 1;
}

/** Whether prose follows a block within a few. */
export function leadsProse(page: Page, headline: number): boolean {
  for (let at = headline + 1; at < page.blocks.length && at <= headline + MAX_LEAD; at++)
    if (isProse(page.blocks[at], 12)) return true;
  return false;
}
