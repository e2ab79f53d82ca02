import type { Block, Link, SourceRange } from '../document.ts';
import { isInvisible, isWhite } from './fold.ts';
import { parseInline } from './inline.ts';
import { countWords } from './words.ts';

/** Raw characters a block's text was folded from, and the source offset of each piece of them. */
interface Raw {
  readonly pieces: readonly string[];
  readonly offsets: readonly number[];
}

const ITEM_MARK = /^(?:[^\s\d]|\d{1,9}[.)])[\s\u200b\u00ad]+/;

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2));
}

/** Length in `raw` from `at` of the character there and the marks on it: what NFC may have composed. */
function clusterEnd(raw: string, at: number): number {
  let end = at + 1;
  while (end < raw.length && isMark(raw, end)) end++;
  return end;
}

function skipsUnseen(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return isWhite(code) || isInvisible(code) || code === 0x85;
}

/**
 * Index in `raw` of the character that `text[target]` comes from; -1 when the two do not run alike. `loose` passes over
 * raw characters that the text has not.
 */
function alignRaw(raw: string, text: string, target: number, loose: boolean): number {
  let at = 0;
  let to = 0;
  while (at < raw.length) {
    const same = raw.charCodeAt(at) === text.charCodeAt(to);
    if (same && to === target) return at;
    if (same) {
      at++;
      to++;
    } else if (skipsUnseen(raw, at)) {
      at++;
      if (text.charCodeAt(to) === 32 && !skipsUnseen(raw, at)) to++;
    } else {
      const end = clusterEnd(raw, at);
      const composed = raw.slice(at, end).normalize('NFC');
      const alike = text.startsWith(composed, to);
      if (!alike && !loose) return -1;
      if (alike && to + composed.length > target) return at;
      at = alike ? end : at + 1;
      to += alike ? composed.length : 0;
    }
  }
  return -1;
}

function offsetIn({ pieces, offsets }: Raw, index: number): number {
  let before = 0;
  for (const [piece, text] of pieces.entries()) {
    if (index < before + text.length) return (offsets[piece] ?? 0) + (index - before);
    before += text.length;
  }
  return -1;
}

/** Offset in the slice that the character at `target` of the text stands at; plain text first, then Markdown. */
function locate(slice: string, block: Block, target: number): number {
  const mark = block.kind === 'list-item' ? (ITEM_MARK.exec(slice.slice(0, 40))?.[0].length ?? 0) : 0;
  const body = slice.slice(mark);
  const plain = alignRaw(body, block.text, target, false);
  if (plain >= 0) return mark + plain;
  const inline = parseInline(body);
  const index = alignRaw(inline.pieces.join(''), block.text, target, false);
  if (index >= 0) return mark + offsetIn(inline, index);
  return mark + Math.max(0, alignRaw(body, block.text, target, true));
}

/** The parts of a range before and after a source offset, without the white space around the cut. */
function cutRange(source: string, range: SourceRange, at: number): readonly [SourceRange, SourceRange] {
  let end = at;
  while (end > range.start && isWhite(source.charCodeAt(end - 1))) end--;
  let start = at;
  while (start < range.end && isWhite(source.charCodeAt(start))) start++;
  return [
    { start: range.start, end },
    { start, end: range.end },
  ];
}

function half(block: Block, text: string, range: SourceRange | null, continues: boolean): Block {
  const links: readonly Link[] = block.links.filter((link) => text.includes(link.text));
  const linked = links.reduce((sum, link) => sum + link.text.length, 0);
  const linkDensity = text === '' ? 0 : Math.min(1, linked / text.length);
  const { kind, level, ordered, ordinal, cells, image, element, group, popUp, note } = block;
  const words = countWords(text);
  // In the order in which parsers make blocks: halves that were copies had a hidden class of their own.
  const own = {
    kind,
    text,
    level,
    ordered,
    ordinal,
    cells,
    words,
    linkDensity,
    links,
    image,
    range,
    element,
    continues,
    group,
  };
  return popUp === undefined && note === undefined ? own : { ...block, ...own };
}

/**
 * Cuts a block at an offset in its text (0 < offset < length). Both halves keep kind, level, group and element; those of
 * a text or Markdown source have exact, disjoint ranges that hold all that was in the block's, and the second
 * `continues`. Markup right before the cut stays with the first half.
 */
export function splitBlock(block: Block, source: string, textOffset: number): readonly [Block, Block] {
  let from = textOffset;
  while (from < block.text.length && isWhite(block.text.charCodeAt(from))) from++;
  const first = block.text.slice(0, textOffset).trimEnd();
  const second = block.text.slice(from);
  if (block.range === null) {
    return [half(block, first, null, block.continues), half(block, second, null, true)];
  }
  const { start, end } = block.range;
  const cut = start + locate(source.slice(start, end), block, from);
  const [before, after] = cutRange(source, block.range, cut);
  return [half(block, first, before, block.continues), half(block, second, after, true)];
}
