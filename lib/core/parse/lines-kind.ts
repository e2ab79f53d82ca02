/** What one line is by its own form. `from` is where its words begin in the folded line. */
export type LineShape =
  | { readonly kind: 'separator' | 'prose'; readonly from: 0 }
  | { readonly kind: 'bullet'; readonly from: number }
  | { readonly kind: 'number'; readonly from: number; readonly ordinal: number };

const SEPARATOR_MARKS = new Set(
  [...' -–—―−─━═*_=~•·∙⋅●■◆|‾¯⁎＊＿┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝│┃║'].map((mark) => mark.charCodeAt(0)),
);
const BULLETS = new Set('-*•‣◦▪●■');
/** Longest number in front of a list item, in digits: four would take `1986. aasta` for an item. */
const MAX_ORDINAL_DIGITS = 3;
/** Longest separator looked at, in characters: longer lines are data. */
const MAX_SEPARATOR_LENGTH = 400;

const PROSE: LineShape = { kind: 'prose', from: 0 };
const SEPARATOR: LineShape = { kind: 'separator', from: 0 };

/** True when a folded line is a rule between parts: `___`, `* * *`, `---`, `=====`, a lone bullet. Also for ''. */
export function isSeparator(line: string): boolean {
  if (line.length > MAX_SEPARATOR_LENGTH) return false;
  // Lines that begin with a mark end in a letter or a full stop.
  if (line !== '' && !SEPARATOR_MARKS.has(line.charCodeAt(line.length - 1))) return false;
  for (let i = 0; i < line.length; i++) if (!SEPARATOR_MARKS.has(line.charCodeAt(i))) return false;
  return true;
}

function numberShape(line: string): LineShape {
  let digits = 0;
  while (digits <= MAX_ORDINAL_DIGITS && isDigit(line.charCodeAt(digits))) digits++;
  const marked = digits > 0 && digits <= MAX_ORDINAL_DIGITS && line.charAt(0) !== '0';
  if (!marked || line.charAt(digits) !== '.' || line.charCodeAt(digits + 1) !== 32) return PROSE;
  return { kind: 'number', from: digits + 2, ordinal: Number(line.slice(0, digits)) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Nearly every line begins with one, and is prose by its form. */
export function isLatinLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Tells separators and list items from prose by the first characters of a folded line. */
export function shapeOf(line: string): LineShape {
  const first = line.charCodeAt(0);
  if (isDigit(first)) return numberShape(line);
  if (isLatinLetter(first)) return PROSE;
  if (isSeparator(line)) return SEPARATOR;
  if (line.charCodeAt(1) === 32 && BULLETS.has(line.charAt(0))) return { kind: 'bullet', from: 2 };
  return PROSE;
}

const CLOSERS = new Set('"\'”’»)]』」】›*_');
const END_MARKS = new Set('.!?…。！？｡؟۔।॥');
const PAUSE_MARKS = new Set(',;،、，；');

function lastMark(text: string): string {
  let last = text.length - 1;
  while (last > 0 && (CLOSERS.has(text.charAt(last)) || text.charCodeAt(last) === 32)) last--;
  return text.charAt(last);
}

/** True when the text ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return END_MARKS.has(lastMark(text));
}

/** Words of a heading, at most; the bench's longest subheads have fewer. */
const MAX_HEADING_WORDS = 24;
/** Words from which a line is prose without an end mark, and with one. */
const PROSE_WORDS = 25;
const SENTENCE_WORDS = 8;

/** True for 1 to 24 words that neither end nor pause. */
export function couldHead(text: string, words: number): boolean {
  if (words < 1 || words > MAX_HEADING_WORDS) return false;
  const mark = lastMark(text);
  return !END_MARKS.has(mark) && !PAUSE_MARKS.has(mark);
}

/** True for a line that reads as running text: long, or a whole sentence. */
export function isProse(text: string, words: number): boolean {
  return words >= PROSE_WORDS || (words >= SENTENCE_WORDS && endsSentence(text));
}
