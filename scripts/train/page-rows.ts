import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ArticleDocument } from '../../lib/core/document.ts';
import { type GoldPage, goldFile, MARKED_SETS, readPage, readSet, type SetName } from './bench-sets.ts';
import { languageOf } from './language.ts';
import { labelPage } from './page-labels.ts';
import { type PageBlock, printLines, printMarkdown } from './print-blocks.ts';
import { hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** Sets under `html/` of which pages are learnt from as text too. */
const RENDERED_SETS: readonly SetName[] = ['wcxb', 'trafilatura', 'press', ...MARKED_SETS];
/** Fewest blocks of the article that a page must show. */
const MIN_KEPT = 4;
/** Most blocks around the article that a scraper takes with it. */
const MOST_AROUND = 8;
/** Share of the words in links from which an extractor leaves a block out, and the fewest words that it takes. */
const LINKED = 0.35;
const LEAST_WORDS = 3;

/** A page with what is known of its blocks. */
export interface LabelledPage {
  readonly document: ArticleDocument;
  readonly blocks: readonly PageBlock[];
  /** Makes rows of it. */
  readonly row: (style: string, lines: TextRow['lines']) => TextRow;
}

/** Reads a page and looks its blocks up in its gold; `null` where it shows too little of the article. */
export function readLabelledPage(page: GoldPage): LabelledPage | null {
  const document = readPage(page);
  const labels = labelPage(page, document);
  const blocks = document.blocks.map((block, at): PageBlock => ({ block, keep: labels[at] ?? null }));
  const kept = blocks.filter(({ keep }) => keep === true);
  if (kept.length < MIN_KEPT) return null;
  const { set, id, site } = page;
  const lang = languageOf(kept.map(({ block }) => block.text).join(' '));
  const type = typeOf(page);
  const row: LabelledPage['row'] = (style, lines) => ({
    set: 'pages',
    id: `html-${set}-${id}`,
    style,
    site,
    lines,
    lang,
    type,
  });
  return { document, blocks, row };
}

/** Words of the blocks that are of the article, or of those that are not. */
export function countWords(blocks: readonly PageBlock[], wanted: boolean): number {
  return blocks.reduce((sum, { block, keep }) => sum + (keep === wanted ? block.words : 0), 0);
}

/**
 * Renders pages of the HTML sets as scrapers do: all of it as plain lines and as Markdown without addresses, what lies around
 * the article, and what an extractor would take of that. They are only learnt from: more sites, of more types than articles.
 *
 * @param known Ids of the rows that are given: a page that is among them is left out.
 */
export function readPageRows(bench: string, known: ReadonlySet<string>): readonly TextRow[] {
  return RENDERED_SETS.flatMap((set) => readSet(bench, set))
    .filter(({ set, id }) => !known.has(`${set}-${id}`))
    .flatMap(renderPage);
}

function renderPage(page: GoldPage): readonly TextRow[] {
  const labelled = readLabelledPage(page);
  if (labelled === null) return [];
  const { row } = labelled;
  const blocks = labelled.blocks.filter(({ block }) => block.kind !== 'separator');
  const first = blocks.findIndex(({ keep }) => keep === true);
  const last = blocks.findLastIndex(({ keep }) => keep === true);
  const draw = hash32(page.id);
  const box = blocks.slice(Math.max(0, first - (draw % MOST_AROUND)), last + 1 + ((draw >>> 8) % MOST_AROUND));
  return [
    row('pscrape', printLines(blocks, draw % 3 === 0)),
    row('mdbare', printMarkdown(blocks)),
    row('pmain', printLines(box, draw % 3 === 1)),
    row('readability', printLines(box.filter(isExtracted), true)),
  ];
}

/** Type of a page, `unsure` where not all of its gold is known. */
function typeOf({ text, type, marks }: GoldPage): string {
  return text === null && marks === undefined ? 'unsure' : type;
}

function isExtracted({ block, keep }: PageBlock): boolean {
  return keep === true || (block.words >= LEAST_WORDS && block.linkDensity < LINKED);
}

/** sha256 of the gold of sets of pages. */
export function hashPages(bench: string, sets: readonly SetName[] = RENDERED_SETS): string {
  const hash = createHash('sha256');
  for (const set of sets) hash.update(readFileSync(goldFile(bench, set)));
  return hash.digest('hex');
}
