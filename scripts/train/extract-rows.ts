import { MARKED_SETS, readSet, type SetName } from './bench-sets.ts';
import { type ExtractorHabits, extractPage } from './extract-page.ts';
import { countWords, readLabelledPage } from './page-rows.ts';
import { marked, type PageBlock, printBlocks, textLines } from './print-blocks.ts';
import { hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** Sets of which pages are extracted: those that are rendered, and more. */
export const EXTRACTED_SETS: readonly SetName[] = ['wcxb', 'trafilatura', 'fundus', 'press', ...MARKED_SETS];
/** Share of the words of the article (0..1) that an extractor must have found. */
const MIN_FOUND = 0.7;
/** Extractors differ: each page is seen by two of these. */
const HABITS: readonly ExtractorHabits[] = [
  { leastProse: 0.7, readsNames: true, mostLinked: 0.3 },
  { leastProse: 0.6, readsNames: false, mostLinked: 0.5 },
  { leastProse: 0.8, readsNames: true, mostLinked: 0.6 },
  { leastProse: 0.6, readsNames: true, mostLinked: 0.2 },
];

/**
 * What extractors take of the pages of the HTML sets, as text: the article with what they leave in. Only learnt from, never measured;
 * the pages of a site lie in the fold of the site in whatever form.
 */
export function readExtractRows(bench: string): readonly TextRow[] {
  return EXTRACTED_SETS.flatMap((set) => readSet(bench, set)).flatMap((page) => {
    const labelled = readLabelledPage(page);
    if (labelled === null) return [];
    const { document, blocks, row } = labelled;
    const draw = hash32(`extract ${page.id}`);
    const rows = [0, 1].map((turn) => {
      const taken = extractPage(document, HABITS[(draw + turn) % HABITS.length] as ExtractorHabits);
      return blocks.filter((_, at) => taken[at] === true);
    });
    const [one, other] = rows;
    const isSame = one?.length === other?.length;
    return rows.slice(0, isSame ? 1 : 2).flatMap((own, turn): readonly TextRow[] => {
      if (countWords(own, true) < MIN_FOUND * countWords(blocks, true)) return [];
      return [row(`extract-${turn}`, printExtract(own, (draw >>> 4) + turn))];
    });
  });
}

/** As extractors' output is written out: with blank lines or without, items of lists with a mark or without. */
function printExtract(blocks: readonly PageBlock[], draw: number): TextRow['lines'] {
  const mark = [' * ', '', '- '][(draw >>> 2) % 3] ?? '';
  return printBlocks(blocks, draw % 3 !== 0, (block) =>
    marked(textLines(block), block.kind === 'list-item' ? mark : ''),
  );
}
