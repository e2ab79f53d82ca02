import type { Block } from '../../lib/core/document.ts';
import { readSet } from './bench-sets.ts';
import { type ExtractorHabits, extractPage } from './extract-page.ts';
import { EXTRACTED_SETS } from './extract-rows.ts';
import { countWords, type LabelledPage, readLabelledPage } from './page-rows.ts';
import { marked, markOf, type PageBlock, printBlocks, textLines } from './print-blocks.ts';
import { hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** What scrapers take that go by the element of the article: it and all that lies in it, or what holds some more. */
const HABITS: readonly ExtractorHabits[] = [0.7, 0.85, 0.95, 1].map((leastProse) => ({
  leastProse,
  readsNames: false,
  mostLinked: Number.POSITIVE_INFINITY,
  takesAll: true,
}));
/** Share of the words of the article (0..1) that the element must hold, and most words of anything else for each of them. */
const MIN_FOUND = 0.8;
const MOST_OTHER = 1.5;

/**
 * The element of the article of the pages of the HTML sets, with all that sites put into it, printed as text and as Markdown with the
 * targets of links and pictures. Only learnt from, never measured.
 */
export function readContainerRows(bench: string): readonly TextRow[] {
  return EXTRACTED_SETS.flatMap((set) => readSet(bench, set)).flatMap((page) => {
    const labelled = readLabelledPage(page);
    const draw = hash32(`container ${page.id}`);
    const own = labelled && takeContainer(labelled, draw);
    if (!own) return [];
    return [
      labelled.row('container', printText(own, draw >>> 4)),
      labelled.row('md-container', printLinked(own, draw >>> 8)),
    ];
  });
}

/** Blocks of the smallest element that holds what is asked for, `null` where that is not the article with something around it. */
function takeContainer({ document, blocks }: LabelledPage, draw: number): readonly PageBlock[] | null {
  const taken = extractPage(document, HABITS[draw % HABITS.length] as ExtractorHabits);
  const own = blocks.filter((_, at) => taken[at] === true);
  const found = countWords(own, true);
  const other = countWords(own, false);
  return found >= MIN_FOUND * countWords(blocks, true) && other <= MOST_OTHER * found ? own : null;
}

const BULLETS = ['- ', '* ', '  * ', '', '• '] as const;

function printText(blocks: readonly PageBlock[], draw: number): TextRow['lines'] {
  const picture = ['![]()', '![](…)', '', '[image]'][draw % 4] ?? '';
  const bullet = BULLETS[(draw >>> 2) % BULLETS.length] ?? '';
  return printBlocks(blocks, (draw >>> 5) % 3 !== 0, (block) => {
    if (block.kind === 'image') return picture === '' ? [] : [picture];
    return marked(textLines(block), block.kind === 'list-item' ? bullet : '');
  });
}

function printLinked(blocks: readonly PageBlock[], draw: number): TextRow['lines'] {
  const withTargets = draw % 4 !== 0;
  const bullet = BULLETS[(draw >>> 2) % 3] ?? '';
  return printBlocks(blocks, true, (block) => {
    if (block.kind === 'image') return [printPicture(block, withTargets)];
    const mark = block.kind === 'list-item' ? bullet : markOf(block);
    return marked(textLines({ ...block, text: withTargets ? withLinks(block) : block.text }), mark);
  });
}

function printPicture({ image }: Block, withTargets: boolean): string {
  const alt = (image?.alt ?? '').replace(/[[\]\n]/g, ' ');
  return withTargets ? `![${alt}](${image?.url ?? ''})` : `![${alt}]()`;
}

/** Text with its links as Markdown has them. */
function withLinks({ text, links }: Block): string {
  let at = 0;
  let written = '';
  for (const { text: name, url } of links) {
    const start = name === '' ? -1 : text.indexOf(name, at);
    if (start < 0) continue;
    written += `${text.slice(at, start)}[${name}](${url.replace(/[()\s]/g, '')})`;
    at = start + name.length;
  }
  return written + text.slice(at);
}
