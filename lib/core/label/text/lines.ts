import type { Block } from '../../document.ts';
import { CAPITAL, kindsAt, LETTER, SPACE } from '../model/characters.ts';
import { isUnspaced } from './terms.ts';

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
const UPPER = /^\p{Lu}/u;

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

/** Words that begin with a capital. */
function countCapitals(text: string): number {
  let count = 0;
  let begins = true;
  for (let at = 0; at < text.length; at++) {
    const kinds = kindsAt(text, at);
    if (begins && ((kinds & CAPITAL) !== 0 || (kinds === 0 && isHighCapital(text, at)))) count++;
    begins = (kinds & LETTER) === 0 && ((kinds & SPACE) !== 0 || isBeforeWord(text.charCodeAt(at)));
  }
  return count;
}

/** Whether a word may stand behind a mark: straight and opening quotation marks, opening brackets, hyphens. */
function isBeforeWord(unit: number): boolean {
  if (unit < 0x80) return unit === 34 || unit === 39 || unit === 40 || unit === 45;
  return unit === 0xab || unit === 0x2018 || unit === 0x201c || unit === 0x201e;
}

function isHighCapital(text: string, at: number): boolean {
  return text.charCodeAt(at) >> 10 === 0x36 && UPPER.test(text.slice(at, at + 2));
}

interface Marks {
  readonly straight: number;
  readonly curly: number;
  /** Characters of scripts without spaces. */
  readonly unspaced: number;
}

function countMarks(text: string): Marks {
  let straight = 0;
  let curly = 0;
  let unspaced = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 39) straight++;
    else if (code > 0xdff) {
      if (code >= 0x2018 && code <= 0x201f) curly++;
      else if (isUnspaced(code)) unspaced++;
    }
  }
  return { straight, curly, unspaced };
}

function isLatinLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** How a text ends; nearly all end in a letter or in a full stop behind one. */
function endOf(text: string): { readonly ended: boolean; readonly elided: boolean } {
  const last = text.charCodeAt(text.length - 1);
  if (isLatinLetter(last)) return { ended: false, elided: false };
  if (last === 46 && isLatinLetter(text.charCodeAt(text.length - 2))) return { ended: true, elided: false };
  const end = text.slice(-8);
  return { ended: ENDED.test(end), elided: ELIDED.test(end) };
}

function isMarked(text: string): boolean {
  return !isLatinLetter(text.charCodeAt(0)) && MARKED.test(text);
}

function startsLower(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? first >= 97 && first <= 122 : LOWER.test(text.slice(0, 2));
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
  const marks = countMarks(text);
  const unspaced = block.words > 0 ? marks.unspaced : 0;
  const size = block.words - unspaced + unspaced * UNSPACED_PER_WORD;
  const { ended, elided } = endOf(text);
  const shape = shapeOf(block, size, ended);
  return {
    at,
    shape,
    size,
    ended,
    ending: text.slice(-1),
    glued: shape === 'X' ? countGlued(text) : 0,
    elided,
    marked: block.level !== null || block.kind === 'list-item' || block.kind === 'quote' || isMarked(text),
    startsLower: startsLower(text),
    capitals: shape === 'H' ? Math.min(1, countCapitals(text) / size) : 0,
    straightQuotes: marks.straight,
    curlyQuotes: marks.curly,
    text,
    gap: gapBefore(source, before, block),
  };
}
