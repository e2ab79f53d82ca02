/** Classes of code units for counting: nothing of a word, part of a run of letters, a character that is a word of its own. */
const GAP = 0;
const RUN = 1;
const SINGLE = 2;

const LETTER = /[\p{L}\p{M}\p{N}'’]/u;
/** Han, kana and Thai are written without spaces, so each character counts as a word. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Classes of 256 code units each, made when a text first needs them: one text touches few of the 256 pages. */
const pages: (Uint8Array | undefined)[] = new Array(256);

function classOf(character: string): number {
  if (UNSPACED.test(character)) return SINGLE;
  return LETTER.test(character) ? RUN : GAP;
}

function pageOf(index: number): Uint8Array {
  const known = pages[index];
  if (known !== undefined) return known;
  const page = new Uint8Array(256);
  for (let low = 0; low < 256; low++) page[low] = classOf(String.fromCharCode((index << 8) | low));
  pages[index] = page;
  return page;
}

const BASIC = pageOf(0);

/**
 * Number of words of a text; 0 for punctuation and white space alone. A word is a run of letters, marks, digits and
 * apostrophes; each Han, kana or Thai character is one word.
 */
export function countWords(text: string): number {
  let count = 0;
  let inRun = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let kind: number;
    if (code < 256) kind = BASIC[code] ?? GAP;
    else if (code >= 0xd800 && code < 0xdc00) {
      kind = classOf(String.fromCodePoint(text.codePointAt(i) ?? 0));
      i++;
    } else kind = pageOf(code >> 8)[code & 255] ?? GAP;
    if (kind === SINGLE || (kind === RUN && !inRun)) count++;
    inRun = kind === RUN;
  }
  return count;
}
