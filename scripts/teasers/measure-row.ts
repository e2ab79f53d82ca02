import type { Draft } from '../../lib/core/label/text/draft.ts';
import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { measureDocument, type TeaserDocument } from '../../lib/core/label/text/teaser-document.ts';
import { measureWindows } from '../../lib/core/label/text/teaser-features.ts';
import { type CardLine, cardLines } from '../../lib/core/label/text/teaser-lines.ts';
import { TEASER_FEATURES } from '../../lib/core/label/text/teaser-model.ts';
import { parseSource } from '../../lib/core/parse/source.ts';
import { foldOf } from '../train/sites.ts';
import { lineStarts } from '../train/text-rows.ts';
import type { ScrapeRow } from './rows.ts';

/** What is known about one line of a measured document. */
export interface GoldLine {
  readonly keep: boolean | null;
  readonly insert: boolean;
}

/** A document ready to learn from. */
export interface MeasuredRow {
  readonly row: ScrapeRow;
  readonly fold: number;
  readonly document: TeaserDocument;
  /** Features of the windows, `TEASER_FEATURES` wide; those of the second pass are 0. */
  readonly matrix: Float32Array;
  /** Per window: 1 for an insert, 0 where a line of the article would fall, -1 for the rest. */
  readonly targets: Int8Array;
  /** Per window: how much it counts. */
  readonly weights: Float32Array;
}

/** Media type of the scrapes of a style. */
export function formatOf(row: Pick<ScrapeRow, 'style' | 'host'>): 'markdown' | 'text' {
  return row.style.startsWith('md') ? 'markdown' : 'text';
}

/** What the source lines that a block spans say of it, block by block. */
export function goldOfBlocks(row: ScrapeRow, blocks: Draft['blocks']): readonly GoldLine[] {
  const starts = lineStarts(row.lines);
  let from = 0;
  return blocks.map(({ range }) => {
    if (!range) return { keep: null, insert: false };
    while (from + 1 < starts.length && (starts[from + 1] ?? 0) <= range.start) from++;
    const lines = [];
    for (let i = from; i < starts.length && (starts[i] ?? 0) < range.end; i++) {
      const line = row.lines[i];
      if (line && line.t.trim() !== '' && (starts[i] ?? 0) + line.t.length > range.start) lines.push(line);
    }
    const keep = lines.some((line) => line.keep === true) || (lines.some((line) => line.keep === null) ? null : false);
    return { keep, insert: lines.length > 0 && lines.every((line) => line.insert === 1) };
  });
}

/** Words that the shortest line counts as, and how much documents without and with inserts weigh. */
const LEAST_WORDS = 4;
const ARTICLE_WEIGHT = 4;
const INSERT_WEIGHT = 1;

function weighWindows(
  cards: readonly CardLine[],
  gold: readonly GoldLine[],
  { windows }: TeaserDocument,
  targets: Int8Array,
  share: number,
): Float32Array {
  const size = (i: number): number => Math.max(LEAST_WORDS, cards[i]?.line.size ?? 0);
  const total = (holds: (line: GoldLine) => boolean): number =>
    gold.reduce((sum, line, i) => (holds(line) && cards[i]?.shape !== 'I' ? sum + size(i) : sum), 0);
  const article = Math.max(
    100,
    total((line) => line.keep === true),
  );
  const inserts = Math.max(
    60,
    total((line) => line.insert),
  );
  return Float32Array.from(windows, ({ start, end }, w) => {
    if (targets[w] === -1) return 0;
    let words = 0;
    for (let i = start; i < end; i++) if (cards[i]?.shape !== 'I') words += size(i);
    return share * (targets[w] === 1 ? (INSERT_WEIGHT * words) / inserts : (ARTICLE_WEIGHT * words) / article);
  });
}

/** Measures a document the way the labelling does; `share` is what it counts beside others. */
export function measureRow(row: ScrapeRow, share = 1): MeasuredRow {
  const source = row.lines.map(({ t }) => t).join('\n');
  const draft = labelByForm(parseSource(source, formatOf(row)));
  const cards = cardLines(draft);
  const goldOf = goldOfBlocks(row, draft.blocks);
  const gold = cards.map(({ line }) => goldOf[line.at] ?? { keep: null, insert: false });
  const document = measureDocument(cards);
  const targets = Int8Array.from(document.windows, ({ start, end }) => {
    let inserted = 0;
    for (let i = start; i < end; i++) {
      if (gold[i]?.keep === true && cards[i]?.shape !== 'I') return 0;
      if (gold[i]?.insert) inserted++;
      else if (cards[i]?.shape !== 'I') return -1;
    }
    return inserted > 0 ? 1 : -1;
  });
  return {
    row,
    fold: foldOf(row.site),
    document,
    matrix: measureWindows(document, TEASER_FEATURES.length),
    targets,
    weights: weighWindows(cards, gold, document, targets, share),
  };
}
