import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateTrees, type Trees } from '../../lib/core/label/model/trees.ts';
import { decide } from '../../lib/core/label/text/draft.ts';
import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { LINE_FEATURES, measureLines } from '../../lib/core/label/text/line-model/features.ts';
import { openRows, SURE, spread, widen } from '../../lib/core/label/text/line-model/line-model.ts';
import { type LinePage, readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import type { WordTable } from '../../lib/core/label/text/line-model/word-table.ts';
import { labelMenus } from './menu-lines.ts';
import { foldOf, hash32 } from './sites.ts';
import { goldOfBlocks, parseTextRow, type TextRow } from './text-rows.ts';

/** Lines that are boilerplate at first sight: a few words. A quarter of them stand for all. */
const EASY = { words: 8, share: 4 } as const;
/** Words that the shortest line counts as, and the fewest that either side of a document does. */
const LEAST_WORDS = 3;
const LEAST_SIDE = 60;
/** Weight of a document of the set with inserts: several of them are made of one page. */
const INSERTS_WEIGHT = 0.6;
/**
 * Weight of a page of an HTML set by its type: articles, those whose gold is segments only, and all other types. At half of the first two boxes
 * of the open web keep .2 % less; other types at .4 leave 1 % more on whole news pages: their lists of headlines are their content.
 */
const PAGE_WEIGHTS: Readonly<Record<string, number>> = { article: 1, unsure: 0.7 };
const OTHER_PAGE_WEIGHT = 0.1;

function weightOf({ set, type, share = 1 }: TextRow): number {
  if (set === 'inserts') return share * INSERTS_WEIGHT;
  return set === 'pages' ? share * (PAGE_WEIGHTS[type ?? ''] ?? OTHER_PAGE_WEIGHT) : share;
}

/** A document with its open lines and what is known of them. */
interface LabelledLines {
  readonly text: TextRow;
  readonly page: LinePage;
  readonly open: Int32Array;
  /** By row; weight 0 where nothing is known. */
  readonly kept: Uint8Array;
  readonly weight: Float32Array;
}

/** The table of words that a text is measured with: one that has not seen its site. */
export type WordsOf = (text: TextRow) => WordTable;

/** Writes what the first pass learns from: `features.f32` with labels, weights and folds beside it. Gives the number of rows. */
export function writeFirstSet(folder: string, texts: readonly TextRow[], wordsOf: WordsOf): number {
  return writeSet(folder, texts, wordsOf, ({ page, open }) => ({
    rows: open,
    measure: (rows) => measureLines(page, rows),
  }));
}

/**
 * Writes what the second pass learns from. Each document is judged by a first pass that has not seen its site, because what a
 * model says of its own training pages is too good.
 */
export function writeSecondSet(
  folder: string,
  texts: readonly TextRow[],
  wordsOf: WordsOf,
  firstOf: (text: TextRow) => Trees,
): number {
  return writeSet(folder, texts, wordsOf, ({ text, page, open }) => {
    const matrix = measureLines(page, open);
    const first = spread(page, open, evaluateTrees(firstOf(text), matrix, LINE_FEATURES.length));
    const rows = open.filter((row) => (first[row] ?? 0) < SURE);
    return { rows, measure: (chosen) => widen(page, first, chosen) };
  });
}

interface Measuring {
  /** Rows that can be learnt from. */
  readonly rows: Int32Array;
  readonly measure: (rows: Int32Array) => Float32Array;
}

function writeSet(
  folder: string,
  texts: readonly TextRow[],
  wordsOf: WordsOf,
  measuringOf: (lines: LabelledLines) => Measuring,
): number {
  mkdirSync(folder, { recursive: true });
  const matrix = openSync(join(folder, 'features.f32'), 'w');
  const kept: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  for (const text of texts) {
    const lines = labelLines(text, wordsOf(text));
    const { rows, measure } = measuringOf(lines);
    const used = rows.filter((row) => (lines.weight[row] ?? 0) > 0);
    const { buffer, byteOffset, byteLength } = measure(used);
    writeSync(matrix, new Uint8Array(buffer, byteOffset, byteLength));
    const fold = foldOf(text.site);
    for (const row of used) {
      kept.push(lines.kept[row] ?? 0);
      weights.push(lines.weight[row] ?? 0);
      folds.push(fold);
    }
  }
  closeSync(matrix);
  writeFileSync(join(folder, 'labels.u8'), Uint8Array.from(kept));
  writeFileSync(join(folder, 'folds.u8'), Uint8Array.from(folds));
  writeFileSync(join(folder, 'weights.f32'), new Uint8Array(Float32Array.from(weights).buffer));
  return kept.length;
}

/**
 * Looks up the gold of the lines that the form rules leave open. The words of a document's article weigh as much as those that
 * are none, so that a menu of a hundred lines does not outweigh the story. Inserted cards of other stories are left to the
 * teaser stage: learning them here cost 10 points of what is removed from boxes.
 */
function labelLines(text: TextRow, words: WordTable): LabelledLines {
  const open = labelByForm(parseTextRow(text));
  // Runs of labels before and behind the prose of a page are learnt from by the rest of it: they are most of its lines.
  const draft = decide(open, labelMenus(open));
  const page = readLinePage(draft, words);
  const gold = goldOfBlocks(text, draft.blocks);
  const all = gold.reduce((sum, { kept, dropped }) => ({ kept: sum.kept + kept, dropped: sum.dropped + dropped }), {
    kept: 0,
    dropped: 0,
  });
  const hasInserts = text.style.startsWith('teasers') || /^insert-(?!none)/.test(text.style);
  const kept = new Uint8Array(page.rows.length);
  const weight = new Float32Array(page.rows.length);
  page.rows.forEach((at, row) => {
    const own = gold[at];
    if (own === undefined || own.kept + own.dropped === 0) return;
    const isKept = own.kept >= own.dropped;
    if (!isKept && hasInserts) return;
    kept[row] = isKept ? 1 : 0;
    weight[row] = isKept
      ? Math.max(LEAST_WORDS, own.kept) / Math.max(LEAST_SIDE, all.kept)
      : Math.max(LEAST_WORDS, own.dropped) / Math.max(LEAST_SIDE, all.dropped);
    weight[row] = (weight[row] ?? 0) * weightOf(text);
    if (isKept || (page.blocks[row]?.words ?? 0) > EASY.words) return;
    weight[row] = hash32(`${text.style} ${text.id} ${row}`) % EASY.share === 0 ? (weight[row] ?? 0) * EASY.share : 0;
  });
  return { text, page, open: openRows(page, draft), kept, weight };
}
