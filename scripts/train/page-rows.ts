import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { detectAll } from 'tinyld/light';
import type { Block } from '../../lib/core/document.ts';
import { type GoldPage, goldFile, MARKED_SETS, readPage, readSet, type SetName } from './bench-sets.ts';
import { labelPage } from './page-labels.ts';
import { hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** Sets under `html/` of which pages are learnt from as text too. */
const RENDERED_SETS: readonly SetName[] = ['wcxb', 'trafilatura', 'press', ...MARKED_SETS];
/** Fewest blocks of the article that a page must show. */
export const MIN_KEPT = 4;
/** Most blocks around the article that a scraper takes with it. */
const MOST_AROUND = 8;
/** Share of the words in links from which an extractor leaves a block out, and the fewest words that it takes. */
const LINKED = 0.35;
const LEAST_WORDS = 3;
const DETECT_CHARS = 1500;

/** A block of a page and whether it is of the article; `null` where that is not known. */
export interface PageBlock {
  readonly block: Block;
  readonly keep: boolean | null;
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
  const document = readPage(page);
  const labels = labelPage(page, document);
  const blocks = document.blocks
    .map((block, at): PageBlock => ({ block, keep: labels[at] ?? null }))
    .filter(({ block }) => block.kind !== 'separator');
  const kept = blocks.flatMap(({ keep }, at) => (keep === true ? [at] : []));
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined || kept.length < MIN_KEPT) return [];
  const draw = hash32(page.id);
  const box = blocks.slice(Math.max(0, first - (draw % MOST_AROUND)), last + 1 + ((draw >>> 8) % MOST_AROUND));
  const lang = languageOf(blocks.filter(({ keep }) => keep === true));
  const { set, site } = page;
  const row = (style: string, lines: TextRow['lines']): TextRow => ({
    set: 'pages',
    id: `html-${set}-${page.id}`,
    style,
    site,
    lines,
    lang,
    type: typeOf(page),
  });
  return [
    row('pscrape', printLines(blocks, draw % 3 === 0)),
    row('mdbare', printMarkdown(blocks)),
    row('pmain', printLines(box, draw % 3 === 1)),
    row('readability', printLines(box.filter(isExtracted), true)),
  ];
}

/** Language of the article. */
export function languageOf(kept: readonly PageBlock[]): string {
  const text = kept.map(({ block }) => block.text).join(' ');
  return detectAll(text.slice(0, DETECT_CHARS))[0]?.lang ?? '';
}

/** Type of a page, `unsure` where not all of its gold is known. */
export function typeOf({ text, type, marks }: GoldPage): string {
  return text === null && marks === undefined ? 'unsure' : type;
}

function isExtracted({ block, keep }: PageBlock): boolean {
  return keep === true || (block.words >= LEAST_WORDS && block.linkDensity < LINKED);
}

function printLines(blocks: readonly PageBlock[], spaced: boolean): TextRow['lines'] {
  return blocks.flatMap(({ block, keep }) => {
    const lines = textLines(block).map((t) => ({ t, keep }));
    return spaced ? [...lines, { t: '', keep: null }] : lines;
  });
}

function printMarkdown(blocks: readonly PageBlock[]): TextRow['lines'] {
  return blocks.flatMap(({ block, keep }, at) => {
    const lines = textLines(block).map((t, i) => ({ t: i === 0 ? markOf(block) + t : t, keep }));
    const goesOn = block.kind === 'list-item' && blocks[at + 1]?.block.kind === 'list-item';
    return goesOn ? lines : [...lines, { t: '', keep: null }];
  });
}

/** Lines of a block, as they are written out. */
export function textLines({ kind, text }: Block): readonly string[] {
  return kind === 'image' ? ['![]()'] : text.split('\n').filter((line) => line.trim() !== '');
}

function markOf({ kind, level }: Block): string {
  if (kind === 'heading') return `${'#'.repeat(level ?? 2)} `;
  if (kind === 'list-item') return '- ';
  return kind === 'quote' ? '> ' : '';
}

/** sha256 of the gold of sets of pages. */
export function hashPages(bench: string, sets: readonly SetName[] = RENDERED_SETS): string {
  const hash = createHash('sha256');
  for (const set of sets) hash.update(readFileSync(goldFile(bench, set)));
  return hash.digest('hex');
}
