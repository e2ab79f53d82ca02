/** True for what `\s` of JavaScript matches, line ends included. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

/** True for the characters that end a line: LF, VT, FF, CR, U+2028, U+2029. */
export function isLineEnd(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x2028 || code === 0x2029;
}

/** True for characters that nobody sees: controls, soft hyphen, zero-width, bidi controls. */
export function isInvisible(code: number): boolean {
  if (code < 32) return !isWhite(code);
  if (code < 0x7f) return false;
  if (code <= 0x9f) return code !== 0x85;
  if (code === 0xad || code === 0x61c || code === 0x180e || code === 0xfeff) return true;
  if (code < 0x200b || code > 0xfffb) return false;
  return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code >= 0xfff9;
}

function isJoiner(code: number): boolean {
  return code === 0x200c || code === 0x200d;
}

/** Arabic, Indic and later scripts and emoji spell with joiners; everywhere else they are litter. */
function takesJoiner(code: number): boolean {
  return code >= 0x600 && !isInvisible(code) && !isWhite(code);
}

/** Whether a character within a run stays as it is, as far as it is told at a glance. */
function isKept(code: number, text: string, at: number): boolean {
  if (code !== 32) return code > 32 && code < 0x7f;
  const next = text.charCodeAt(at + 1);
  return next > 32 && next < 0x7f;
}

/** White space to single spaces, invisible characters out, no space at either end. */
function rewrite(text: string): string {
  let out = '';
  let from = -1;
  let space = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A letter, or a space between two: most of a text, even of one that has something to fold.
    if (from >= 0 && isKept(code, text, i)) continue;
    const white = isWhite(code) || code === 0x85;
    let drop = white || isInvisible(code);
    if (drop && isJoiner(code)) {
      const before = from >= 0 ? text.charCodeAt(i - 1) : out.charCodeAt(out.length - 1);
      drop = space || !takesJoiner(before) || !takesJoiner(text.charCodeAt(i + 1));
    }
    if (drop) {
      if (from >= 0) out += text.slice(from, i);
      from = -1;
      space ||= white && code !== 0xfeff;
    } else if (from < 0) {
      if (space && out !== '') out += ' ';
      space = false;
      from = i;
    }
  }
  return from >= 0 ? out + text.slice(from) : out;
}

/** Whether a character is known to stay as it is when a text is folded: Latin letters and signs, quotation marks and dashes. */
export function staysFolded(code: number): boolean {
  return code >= 0x300 ? isInert(code) : code > 0xa0 && code !== 0xad;
}

/** Marks of punctuation that are composed with nothing, dashes and quotation marks among them. */
function isInert(code: number): boolean {
  return code >= 0x2010 && code <= 0x205e && !isOdd(code);
}

/** Whether a code unit from U+0080 on needs a closer look than NFC. */
function isOdd(code: number): boolean {
  return isWhite(code) || isInvisible(code) || code === 0x85 || (code >= 0xd800 && code <= 0xdfff);
}

/**
 * Normalised text: NFC, all white space folded to one space, trimmed, without invisible characters; a lone surrogate
 * becomes U+FFFD. Folding folded text changes nothing.
 */
export function foldText(text: string): string {
  let odd = false;
  let composed = true;
  let previous = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x7f) {
      if (code <= 32 && (code !== 32 || previous === 32)) odd = true;
    } else {
      if (code >= 0x300 && !isInert(code)) composed = false;
      odd ||= isOdd(code);
    }
    previous = code;
  }
  if (previous === 32) odd = true;
  const visible = odd ? rewrite(text.toWellFormed()) : text;
  return composed ? visible : visible.normalize('NFC');
}

/** One line of code: inner and leading white space stays; invisible characters and white space at the end go. */
export function foldCodeLine(line: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (!isInvisible(code) && code !== 0x85 && !isLineEnd(code)) continue;
    out += line.slice(from, i);
    from = i + 1;
  }
  return (out + line.slice(from)).trimEnd().toWellFormed().normalize('NFC');
}
