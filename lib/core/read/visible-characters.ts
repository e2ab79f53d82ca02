/** Zero-width spaces and joiners of words, invisible operators, marks inside a text. */
const ZERO_WIDTH = '\u200b\u2060\u2061\u2062\u2063\u2064\ufeff';
/** What makes text read otherwise than it is written: bidi embeddings, overrides and isolates, annotations. */
const DECEIVING =
  '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb';
/** Line ends and TAB are the only controls that a text has. */
const SPACES = '\t\n\f\r';
/** A terminal escape as a whole. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const ESCAPE = /\x1b\[[0-9;?]{0,16}[@-~]/y;
/** Tags spell the flags of regions after a black flag; elsewhere they are text that nobody sees. */
const BLACK_FLAG = '\u{1f3f4}';
const TAGS = /(?:\udb40[\udc20-\udc7f]){1,32}/y;
const MOST_TAGS = 32;
const TAG_LEAD = 0xdb40;

/** What a code unit is, by its number. */
const PLAIN = 0;
const IS_CONTROL = 1;
const IS_ZERO_WIDTH = 2;
const IS_DECEIVING = 3;
const MAY_BE_TAG = 4;
const KINDS = new Uint8Array(0x10000);
KINDS.fill(IS_CONTROL, 0, 0x20).fill(IS_CONTROL, 0x7f, 0xa0).fill(IS_CONTROL, 0xfffe);
for (const character of SPACES) KINDS[character.charCodeAt(0)] = PLAIN;
for (const character of ZERO_WIDTH) KINDS[character.charCodeAt(0)] = IS_ZERO_WIDTH;
for (const character of DECEIVING) KINDS[character.charCodeAt(0)] = IS_DECEIVING;
KINDS[TAG_LEAD] = MAY_BE_TAG;

/** A text without characters that nobody sees, and what was found there. */
export interface VisibleText {
  readonly text: string;
  /** Quality flags: `encoding-repaired` for controls, `hidden-characters` for what makes text read otherwise. */
  readonly notes: readonly string[];
}

/**
 * Drops what has no place in any text: a byte order mark, controls, zero-width characters, bidi controls, tags. Joiners,
 * soft hyphens and direction marks stay: they are for the parsers to judge. By code units, since a pattern that is seldom
 * asked is interpreted, which takes ten times as long on a whole page.
 */
export function keepVisible(decoded: string): VisibleText {
  const parts: string[] = [];
  const notes = new Set<string>();
  let from = decoded.startsWith('\ufeff') ? 1 : 0;
  for (let at = from; at < decoded.length; at++) {
    const kind = KINDS[decoded.charCodeAt(at)] as number;
    if (kind === PLAIN) continue;
    const end = endOfHidden(decoded, at, kind);
    if (end === at) continue;
    if (kind === IS_CONTROL) notes.add('encoding-repaired');
    if (kind === IS_DECEIVING || kind === MAY_BE_TAG) notes.add('hidden-characters');
    parts.push(decoded.slice(from, at));
    from = end;
    at = end - 1;
  }
  if (from === 0) return { text: decoded, notes: [] };
  parts.push(decoded.slice(from));
  return { text: parts.join(''), notes: [...notes].sort() };
}

/** Where what nobody sees ends that begins at `at`; `at` itself where it is to be seen. */
function endOfHidden(text: string, at: number, kind: number): number {
  if (kind === MAY_BE_TAG) return endOfTag(text, at);
  return kind === IS_CONTROL ? (endOfMatch(ESCAPE, text, at) ?? at + 1) : at + 1;
}

function endOfTag(text: string, at: number): number {
  const trail = text.charCodeAt(at + 1);
  if (!(trail >= 0xdc00 && trail <= 0xdc7f)) return at;
  return isOfFlag(text, at) ? at : at + 2;
}

/** Whether a tag stands among those behind a black flag. */
function isOfFlag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2 * MOST_TAGS), at);
  const flag = before.lastIndexOf(BLACK_FLAG);
  return flag >= 0 && (endOfMatch(TAGS, text, at - before.length + flag + BLACK_FLAG.length) ?? 0) > at;
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
