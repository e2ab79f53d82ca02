/** White space of HTML and Unicode, and C1's NEL. */
const SPACES = /[\s\u0085]+/g;
/** Soft hyphen, zero width space, word joiner, byte order mark: marks for the typesetter, not text. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;
/** Before spaces are folded, so that none is left between two of them. */
const CONTROLS_BUT_SPACES = /(?:(?![\s\u0085])\p{Cc})+/gu;
const CONTROLS_BUT_LINES = /(?![\n\t])\p{Cc}/gu;
const NEEDS_FOLDING = /[\s\u0085]{2}|[^\S ]|[\u00ad\u200b\u2060\ufeff]|\p{Cc}/u;
const SPACE = 0x20;
const SOFT_HYPHEN = 0xad;
const MAY_NEED_NFC = /[\u0300-\uffff]/;

/** Whether a text is letters and signs of Latin, Greek, Cyrillic and the like with one space between them, as most are. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isLetter = (unit > SPACE && unit < 0x7f) || (unit > 0xa0 && unit < 0x1680 && unit !== SOFT_HYPHEN);
    if (!isLetter && (unit !== SPACE || before === SPACE)) return false;
    before = unit;
  }
  return true;
}

/** White space runs become one space; invisible and control characters go. */
export function foldSpaces(text: string): string {
  if (isPlain(text) || !NEEDS_FOLDING.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(CONTROLS_BUT_SPACES, '').replace(SPACES, ' ');
}

/** Keeps lines and inner spaces, as code needs; line ends become LF. */
export function keepLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(CONTROLS_BUT_LINES, '');
}

export function toNfc(text: string): string {
  return MAY_NEED_NFC.test(text) ? text.normalize('NFC') : text;
}

/** Whether a text holds nothing but ASCII white space; stops at the first other character. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20 || (unit !== 0x20 && (unit < 0x09 || unit > 0x0d))) return false;
  }
  return true;
}
