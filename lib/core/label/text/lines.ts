import type { Block } from '../../document.ts';
import { TextFacts } from './text-facts.ts';

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
  /** Share of the text that links somewhere, 0..1; 1 for a headline that begins with the number of its link, as text browsers print them. */
  readonly linked: number;
  /** Of `H`: share of the words that begin with a capital, 0..1. */
  readonly capitals: number;
  readonly straightQuotes: number;
  readonly curlyQuotes: number;
  /** Text of the block. */
  readonly text: string;
  /** What the text says of itself. */
  readonly facts: TextFacts;
  /** Line feeds in the source between the block before and this one; 1 where the source does not say. */
  readonly gap: number;
}

/** Characters of a script without spaces that weigh as one word of a spaced script. */
const UNSPACED_PER_WORD = 0.6;
const ASKING = /[!?！？؟][)\]"'”’»›“」』）]{0,3}$/;
const LINK_NUMBER = /^\[\d{1,4}\]\S/;
const SENTENCE_BREAK = /[.!?。！？]["”’]?\s/;

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

/** Line feeds between the end of one block and the start of the next. */
function gapBefore(source: string | null, before: Block | undefined, block: Block): number {
  if (source === null || !before?.range || !block.range) return 1;
  let feeds = 0;
  for (let i = before.range.end; i < block.range.start && feeds < 4; i++) if (source.charCodeAt(i) === 10) feeds++;
  return feeds;
}

/** Looks at one block; `before` is the block that stands before it in the source. */
export function lineOf(
  block: Block,
  at: number,
  before: Block | undefined,
  source: string | null,
  facts: TextFacts = new TextFacts(block.text, 0),
): Line {
  const { text } = block;
  const { form, counts } = facts;
  const unspaced = block.words > 0 ? counts.unspaced : 0;
  const size = block.words - unspaced + unspaced * UNSPACED_PER_WORD;
  const shape = shapeOf(block, size, form.ended);
  return {
    at,
    shape,
    size,
    ended: form.ended,
    ending: text.slice(-1),
    glued: shape === 'X' ? counts.glued : 0,
    elided: form.elided,
    marked: block.level !== null || block.kind === 'list-item' || block.kind === 'quote' || form.marked,
    startsLower: form.startsLower,
    linked: shape === 'H' && LINK_NUMBER.test(text) ? 1 : block.linkDensity,
    capitals: shape === 'H' ? Math.min(1, facts.capitals / size) : 0,
    straightQuotes: counts.straightQuotes,
    curlyQuotes: counts.curlyQuotes,
    text,
    facts,
    gap: gapBefore(source, before, block),
  };
}
