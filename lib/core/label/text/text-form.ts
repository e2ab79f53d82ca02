import { CAPITAL, kindsAt, LETTER, SPACE } from '../model/characters.ts';
import { isUnspaced } from './terms.ts';

/** How a text looks, whatever block it is of. */
export interface TextForm {
  /** Ends like a sentence. */
  readonly ended: boolean;
  /** Ends in an ellipsis. */
  readonly elided: boolean;
  /** Begins with the mark of a heading, a list or a quotation. */
  readonly marked: boolean;
  readonly startsLower: boolean;
  readonly straightQuotes: number;
  readonly curlyQuotes: number;
  /** Characters of scripts without spaces. */
  readonly unspaced: number;
}

// A full stop after a space is litter of the scrape, not the end of a sentence.
const ENDED = /(?:[!?…。！？।۔؟]|(?:^|\S)\.)[)\]"'”’»›“」』）]{0,3}$/;
const ELIDED = /(?:\.\.\.|…)[)\]"'”’»“]{0,2}$|\[…\]$/;
const GLUED = /[\p{Ll}\p{N}”’"')][.!?]["”’“„«]?\p{Lu}[\p{Ll}’']/uy;
const MARKED = /^(?:#{1,6}\s|[-*•·▪►»]\s|\(?\d{1,3}[.):]\s|\[|【|《|「)/;
const LOWER = /^\p{Ll}/u;
const UPPER = /^\p{Lu}/u;

/** Looks at a text. */
export function formOf(text: string): TextForm {
  const { ended, elided } = endOf(text);
  const { straight, curly, unspaced } = countMarks(text);
  return {
    ended,
    elided,
    marked: isMarked(text),
    startsLower: startsLower(text),
    straightQuotes: straight,
    curlyQuotes: curly,
    unspaced,
  };
}

/** Words that begin with a capital. */
export function countCapitals(text: string): number {
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

/** Sentence ends without a space behind them; nearly all have one, so the pattern is asked only where one is missing. */
export function countGlued(text: string): number {
  let count = 0;
  for (let at = 1; at + 2 < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit !== 46 && unit !== 33 && unit !== 63) || text.charCodeAt(at + 1) === 32) continue;
    GLUED.lastIndex = at - 1;
    if (GLUED.test(text)) count++;
  }
  return count;
}
