import { isLatinLetter } from '../../parse/lines-kind.ts';

/** How a text begins and ends, whatever block it is of. */
export interface TextForm {
  /** Ends like a sentence. */
  readonly ended: boolean;
  /** Ends in an ellipsis. */
  readonly elided: boolean;
  /** Begins with the mark of a heading, a list or a quotation. */
  readonly marked: boolean;
  readonly startsLower: boolean;
}

// A full stop after a space is litter of the scrape, not the end of a sentence.
const ENDED = /(?:[!?…。！？।۔؟]|(?:^|\S)\.)[)\]"'”’»›“」』）]{0,3}$/;
const ELIDED = /(?:\.\.\.|…)[)\]"'”’»“]{0,2}$|\[…\]$/;
const MARKED = /^(?:#{1,6}\s|[-*•·▪►»]\s|\(?\d{1,3}[.):]\s|\[|【|《|「)/;
const LOWER = /^\p{Ll}/u;

/** Looks at both ends of a text. */
export function formOf(text: string): TextForm {
  const { ended, elided } = endOf(text);
  return { ended, elided, marked: isMarked(text), startsLower: startsLower(text) };
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
