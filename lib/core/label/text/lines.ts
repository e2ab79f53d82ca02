import type { Block } from '../../document.ts';
import { countUnspaced } from './terms.ts';

/**
 * What a block looks like among the lines of a scrape: `I` an image placeholder, `H` like a headline (3-24 words without
 * an end stop), `X` like prose (12 words or more with an end stop, or 25 or more), `S` anything else.
 */
export type LineShape = 'I' | 'H' | 'X' | 'S';

/** One block, seen as a line of a scrape. */
export interface Line {
  /** Index of the block in the list it was made from. */
  readonly at: number;
  readonly shape: LineShape;
  /** Words; a character of a script without spaces counts as 0.6. */
  readonly size: number;
  /** Ends like a sentence. */
  readonly ended: boolean;
  readonly ending: string;
  /** Of `X`: sentences that run into each other without a space: "relief.Kim". */
  readonly glued: number;
  /** Ends in an ellipsis. */
  readonly elided: boolean;
  /** Carries a mark of a heading, a list or a quotation, which teasers in scrapes do not have. */
  readonly marked: boolean;
  readonly startsLower: boolean;
  /** Of `H`: share of the words that begin with a capital, 0..1. */
  readonly capitals: number;
  readonly straightQuotes: number;
  readonly curlyQuotes: number;
  /** Text of the block. */
  readonly text: string;
  /** Line feeds in the source between the block before and this one; 1 where the source does not say. */
  readonly gap: number;
}

/** Characters of a script without spaces that weigh as one word of a spaced script. */
const UNSPACED_PER_WORD = 0.6;
// A full stop after a space is litter of the scrape, not the end of a sentence.
const ENDED = /(?:[!?…。！？।۔؟]|(?:^|\S)\.)[)\]"'”’»›“」』）]{0,3}$/;
const ASKING = /[!?！？؟][)\]"'”’»›“」』）]{0,3}$/;
const SENTENCE_BREAK = /[.!?。！？]["”’]?\s/;
const ELIDED = /(?:\.\.\.|…)[)\]"'”’»“]{0,2}$|\[…\]$/;
const GLUED = /[\p{Ll}\p{N}”’"')][.!?]["”’“„«]?\p{Lu}[\p{Ll}’']/uy;
const MARKED = /^(?:#{1,6}\s|[-*•·▪►»]\s|\(?\d{1,3}[.):]\s|\[|【|《|「)/;
const LOWER = /^\p{Ll}/u;
const CAPITAL = /(?:^|[\s"“„«(‘'-])\p{Lu}/gu;

/** Headlines may ask or exclaim, but they are one sentence. */
function isAskingHeadline(text: string, size: number): boolean {
  return size < 12 && ASKING.test(text.slice(-8)) && !SENTENCE_BREAK.test(text);
}

function shapeOf(block: Block, size: number, ended: boolean): LineShape {
  if (block.kind === 'image') return 'I';
  if (block.kind === 'separator' || block.kind === 'table-row' || block.kind === 'code') return 'S';
  if ((ended && size >= 12) || size >= 25) return 'X';
  return size >= 3 && (!ended || isAskingHeadline(block.text, size)) ? 'H' : 'S';
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function countQuotes(text: string): { readonly straight: number; readonly curly: number } {
  let straight = 0;
  let curly = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 39) straight++;
    else if (code >= 0x2018 && code <= 0x201f) curly++;
  }
  return { straight, curly };
}

/** Line feeds between the end of one block and the start of the next. */
function gapBefore(source: string | null, before: Block | undefined, block: Block): number {
  if (source === null || !before?.range || !block.range) return 1;
  let feeds = 0;
  for (let i = before.range.end; i < block.range.start && feeds < 4; i++) if (source.charCodeAt(i) === 10) feeds++;
  return feeds;
}

/** Sentence ends without a space behind them; nearly all have one, so the pattern is asked only where one is missing. */
function countGlued(text: string): number {
  let count = 0;
  for (let at = 1; at + 2 < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit !== 46 && unit !== 33 && unit !== 63) || text.charCodeAt(at + 1) === 32) continue;
    GLUED.lastIndex = at - 1;
    if (GLUED.test(text)) count++;
  }
  return count;
}

/** Looks at one block; `before` is the block that stands before it in the source. */
export function lineOf(block: Block, at: number, before: Block | undefined, source: string | null): Line {
  const text = block.text;
  const unspaced = block.words > 0 ? countUnspaced(text) : 0;
  const size = block.words - unspaced + unspaced * UNSPACED_PER_WORD;
  const ended = ENDED.test(text.slice(-8));
  const quotes = countQuotes(text);
  const shape = shapeOf(block, size, ended);
  return {
    at,
    shape,
    size,
    ended,
    ending: text.slice(-1),
    glued: shape === 'X' ? countGlued(text) : 0,
    elided: ELIDED.test(text.slice(-8)),
    marked: block.level !== null || block.kind === 'list-item' || block.kind === 'quote' || MARKED.test(text),
    startsLower: LOWER.test(text.slice(0, 2)),
    capitals: shape === 'H' ? Math.min(1, countMatches(text, CAPITAL) / size) : 0,
    straightQuotes: quotes.straight,
    curlyQuotes: quotes.curly,
    text,
    gap: gapBefore(source, before, block),
  };
}
