const WORD = /[\p{L}\p{M}\p{N}]/u;

/** For 256 units each whether they belong to words, made when a text first needs them: one text touches few of the 256 pages. */
const pages: (Uint8Array | undefined)[] = new Array(256);

function pageOf(index: number): Uint8Array {
  const page = new Uint8Array(256);
  for (let low = 0; low < 256; low++) page[low] = WORD.test(String.fromCharCode((index << 8) | low)) ? 1 : 0;
  pages[index] = page;
  return page;
}

const BASIC = pageOf(0);

/** Units that the letter, mark or digit at a place of a text takes; 0 for all else. */
export function wordUnitsAt(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 256) return BASIC[unit] === 1 ? 1 : 0;
  if (unit >= 0xd800 && unit < 0xdc00) {
    const code = text.codePointAt(at) ?? 0;
    return code > 0xffff && WORD.test(String.fromCodePoint(code)) ? 2 : 0;
  }
  return (pages[unit >> 8] ?? pageOf(unit >> 8))[unit & 255] === 1 ? 1 : 0;
}
