import type { ArticleRecord, RemovedBlock } from '../record.ts';
import { restore } from '../render/restore.ts';
import { present } from './present.ts';

/** Start, exclusive end and confidence 0..1: `text[start:end]` in Python, which counts code points. */
export type DolmaSpan = readonly [start: number, end: number, score: number];

/**
 * The whole source text with what was removed marked, not cut, so that a mixer decides what goes
 * (`span_replacement` with `$.attributes.winnow__removed__teaser`, `min_score` and an empty replacement).
 *
 * @see https://github.com/allenai/dolma/blob/main/docs/data-format.md
 */
export interface DolmaDocument {
  readonly id: string;
  /** Text and Markdown: the decoded source to the letter. HTML: the text of the page, a blank line between the blocks. */
  readonly text: string;
  readonly source: string;
  /** When the page was fetched. */
  readonly added?: string;
  /** When it was published. */
  readonly created?: string;
  readonly metadata: DolmaMetadata;
  /** Spans of each class of removal (`image_placeholder` for `image-placeholder`), in order, and the quality of the whole. */
  readonly attributes: {
    readonly [K in `winnow__removed__${string}`]?: readonly DolmaSpan[];
  } & { readonly winnow__quality__score: readonly DolmaSpan[] };
}

export interface DolmaMetadata {
  readonly url?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly language?: string;
  readonly kind: string;
  readonly uri: string;
  readonly sha256: string;
  readonly cleaner: string;
}

/**
 * Writes a record as a Dolma document with attributes.
 *
 * @param source Names the data set, within which `id` is unique.
 */
export function toDolma(record: ArticleRecord, source = 'winnow'): DolmaDocument {
  const { text, spans } = record.layout === undefined ? readPage(record) : readSource(record);
  const toPoints = codePointOffsets(text);
  const attributes: Record<string, DolmaSpan[]> = {};
  for (const { removed, start, end } of spans) {
    // A hyphen would be an operator in the JSON path of a mixer.
    const key = `winnow__removed__${removed.class.replaceAll('-', '_')}`;
    const list = attributes[key] ?? [];
    attributes[key] = list;
    list.push([toPoints(start), toPoints(end), removed.confidence]);
  }
  return present<DolmaDocument>({
    id: record.id,
    text,
    source,
    added: record.provenance.fetchedAt,
    created: record.datePublished,
    metadata: toMetadata(record),
    attributes: { ...attributes, winnow__quality__score: [[0, toPoints(text.length), record.quality.score]] },
  });
}

function toMetadata(record: ArticleRecord): DolmaMetadata {
  return present<DolmaMetadata>({
    url: record.canonicalUrl ?? record.url,
    title: record.title,
    authors: record.authors?.map(({ name }) => name),
    language: record.language,
    kind: record.kind,
    uri: record.provenance.uri,
    sha256: record.provenance.sha256,
    cleaner: record.processing.cleaner,
  });
}

interface MarkedText {
  readonly text: string;
  /** UTF-16 units, `end` exclusive, ascending. */
  readonly spans: readonly { readonly removed: RemovedBlock; readonly start: number; readonly end: number }[];
}

function readSource(record: ArticleRecord): MarkedText {
  const spans = record.removed.flatMap((removed) =>
    removed.start === undefined || removed.end === undefined
      ? []
      : [{ removed, start: removed.start, end: removed.end }],
  );
  return { text: restore(record), spans };
}

/** The text that `restore` gives, with the place of each removal in it. */
function readPage({ blocks, removed }: ArticleRecord): MarkedText {
  const spans: MarkedText['spans'][number][] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    const start = parts.length === 0 ? 0 : length + GAP.length;
    parts.push(part);
    length = start + part.length;
    return { start, end: length };
  };
  const queue = [...removed];
  for (let at = 0; at <= blocks.length; at++) {
    while (queue[0] !== undefined && queue[0].at <= at) {
      const [piece] = queue.splice(0, 1);
      if (piece !== undefined) spans.push({ removed: piece, ...add(piece.text) });
    }
    const block = blocks[at];
    if (block !== undefined) add(block.text);
  }
  return { text: parts.join(GAP), spans };
}

const GAP = '\n\n';

/** Turns ascending offsets in UTF-16 units into offsets in code points, in one pass over the text. */
function codePointOffsets(text: string): (offset: number) => number {
  let [units, points] = [0, 0];
  return (offset) => {
    while (units < offset) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
      points++;
    }
    return points;
  };
}
