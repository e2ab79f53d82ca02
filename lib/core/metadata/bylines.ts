import { markedBlocks } from './author-marks.ts';
import { type Place, readBlock, type VisibleByline } from './byline-block.ts';
import type { CreditList } from './credits.ts';
import { isProse, type Page } from './page.ts';
import { endOfProse, findSurroundings } from './place.ts';

/** Blocks after the article's last prose in which a byline may stand below it. */
const NEAR_END = 12;

/** Words of the prose before which a line of names alone stands. */
const PROSE_WORDS = 25;

/** Bylines that the page shows, the best first: marked-up ones near the headline, written ones, those under the text. */
export function visibleBylines(page: Page, headline: number, credits: CreditList): readonly VisibleByline[] {
  const found: VisibleByline[] = [];
  const { start, end, before } = findSurroundings(page, headline);
  const isHead = (index: number) => index >= start && index < end;
  const isNear = (index: number) => isHead(index) || before.includes(index);
  const marked = markedBlocks(page);
  const seen = new Set<number>();
  const add = (index: number, source: Place['source'], confidence: number, needsLead: boolean) => {
    if (seen.has(index)) return;
    const mark = marked.get(index) ?? null;
    const byline = readBlock(page, index, { source, confidence, needsLead, inHead: isHead(index), mark }, credits);
    if (!byline) return;
    seen.add(index);
    found.push(byline);
  };
  const isByline = (index: number) => page.blocks[index]?.removal?.class === 'byline';
  for (const index of marked.keys()) if (isNear(index)) add(index, 'markup', 0.75, false);
  // Each with a date of its own are cards of several articles.
  const authors = found.length > 1 && found.filter(({ dated }) => dated).length <= 1 ? [merge(found)] : [];
  for (let index = start; index < end; index++) add(index, 'visible-text', 0.7, !isByline(index));
  for (const index of before) add(index, 'visible-text', 0.6, true);
  const tail = endOfProse(page);
  const isText = page.labelled.document.format !== 'html';
  page.blocks.forEach((_, index) => {
    if (isByline(index) && !isNear(index) && (index < tail + NEAR_END || isText))
      add(index, 'visible-text', 0.6, false);
  });
  for (let index = Math.max(end, tail); index < Math.min(tail + NEAR_END, page.blocks.length); index++)
    add(index, 'visible-text', 0.5, !marked.has(index));
  for (let index = start; found.length === 0 && index < end; index++)
    if (isProse(page.blocks[index], PROSE_WORDS)) break;
    else add(index, 'bare-line', 0.4, false);
  // Those who only checked the text are named last.
  const all = [...authors, ...found];
  return [...all.filter(({ other }) => !other), ...all.filter(({ other }) => other)];
}

/** Several marked-up names near one headline are the authors of one article. */
function merge(bylines: readonly VisibleByline[]): VisibleByline {
  const own = bylines.some(({ other }) => !other) ? bylines.filter(({ other }) => !other) : bylines;
  const writers = own.some(({ led }) => led) ? own.filter(({ led, marked }) => led || marked) : own;
  return {
    source: 'markup',
    confidence: 0.75,
    raw: writers.map(({ raw }) => raw).join('; '),
    authors: writers.flatMap(({ authors }) => authors),
    personal: true,
    merged: writers.length > 1,
    led: writers.some(({ led }) => led),
    other: writers.every(({ other }) => other),
    marked: true,
    dated: writers.some(({ dated }) => dated),
  };
}
