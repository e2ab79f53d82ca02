import type { Block } from '../document.ts';
import { isProse, type Page } from './page.ts';
import type { Candidate } from './title-candidates.ts';
import { wordsOf, wordsOfProse } from './title-words.ts';
import { foldText, lettersOf, MAX_TITLE_CHARS } from './values.ts';

/** Words from which a block is prose of the story. */
const PROSE_WORDS = 12;
/** Lines before it that may be its headline, and blocks of it whose words count. */
const MAX_LINES = 40;
const MAX_STORY_BLOCKS = 400;
/** Share of the most words that a line shares with the story from which it shares as good as most. */
const NEARLY = 0.6;
/** Words from which a headline says no more for having more. */
const FULL_SIZE = 6;
/** What parts the name of a site from the title before it. */
const SITE_PART = /^ ?[|–—_·»-]/;

/**
 * The title of a text: what labelling took for the headline, else the line above the story that shares most words with it, the first of
 * equals.
 */
export function textCandidates(page: Page): readonly Candidate[] {
  const labelled = page.blocks.findIndex(
    ({ removal }) => removal?.class === 'headline' && removal.rule !== 'section-label',
  );
  const declared = page.metas.get('og:title')?.[0];
  if (declared !== undefined) return candidate(page, labelled, 'front-matter', 1, shownPart(page, declared));
  if (labelled >= 0) return candidate(page, labelled, 'headline', 1);
  const shown = page.blocks.flatMap((entry, index) =>
    entry.removal === null && entry.block.text !== '' ? [{ entry, index }] : [],
  );
  const story = shown.findIndex(({ entry }, at) => at > 0 && isProse(entry, PROSE_WORDS));
  if (story < 0) return [];
  const told = wordsOfProse(
    shown.slice(story, story + MAX_STORY_BLOCKS).map(({ entry }) => entry),
    PROSE_WORDS,
  );
  const lines = shown.slice(Math.max(0, story - MAX_LINES), story).flatMap(({ entry, index }) => {
    const weight = weightOf(entry.block);
    return weight > 0 ? [{ index, weight, share: sharedWords(entry.block.text, told) }] : [];
  });
  const most = Math.max(0, ...lines.map(({ share }) => share));
  // A summary below the headline shares more words for being longer.
  const first = lines.find(({ share }) => share >= most * NEARLY);
  return first === undefined ? [] : candidate(page, first.index, 'visible-text', first.weight);
}

/** A title without the name of the site behind it, where a heading of the page says so much of it. */
function shownPart(page: Page, title: string): string {
  const heading = page.blocks.find(
    ({ block }) =>
      block.kind === 'heading' && title.startsWith(block.text) && SITE_PART.test(title.slice(block.text.length)),
  );
  return heading?.block.text ?? title;
}

function candidate(page: Page, index: number, source: string, weight: number, given?: string): readonly Candidate[] {
  const raw = given ?? page.blocks[index]?.block.text ?? '';
  const text = foldText(raw, MAX_TITLE_CHARS);
  return text === null ? [] : [{ source, raw, text, letters: lettersOf(text), weight, block: index }];
}

/** How sure a line in the form of a headline is one, 0..1; 0 for all others. */
function weightOf({ kind, words, text }: Block): number {
  if (kind === 'heading') return 0.8;
  const isLike = kind === 'paragraph' && words >= 3 && words <= 25 && !/[.!…:;,。]["”’»)]?$/u.test(text);
  return isLike ? 0.6 : 0;
}

/** Share (0..1) of the words of a line that the story says, less where there are few. */
function sharedWords(text: string, told: ReadonlySet<string>): number {
  const words = wordsOf(text);
  const shared = words.filter((word) => told.has(word)).length;
  return shared / Math.max(FULL_SIZE, words.length);
}
