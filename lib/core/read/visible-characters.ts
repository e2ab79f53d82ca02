/** Controls but TAB and line ends, terminal escapes as a whole, and U+FFFE and U+FFFF, which are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /\x1b\[[0-9;?]{0,16}[@-~]|[^\P{Cc}\t\n\r\f]+|[\ufffe\uffff]+/gu;
/** The same without classes of Unicode: to find that a page has none of them is several times faster. */
const CONTROLS = '\\0-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff';
const HAS_CONTROL = new RegExp(`[${CONTROLS}]`);

/** Zero-width spaces and joiners of words, invisible operators, marks inside a text. */
const ZERO_WIDTH = '\u200b\u2060-\u2064\ufeff';
/** What makes text read otherwise than it is written: bidi embeddings, overrides and isolates, annotations, tags. */
const DECEIVING = '\u202a-\u202e\u2066-\u206f\ufff9-\ufffb';
/** Tags spell the flags of regions after a black flag; elsewhere they are text that nobody sees. */
const INVISIBLE = new RegExp(
  `(\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{1,32})|[${ZERO_WIDTH}${DECEIVING}]+|[\\u{e0000}-\\u{e007f}]+`,
  'gu',
);
const HAS_INVISIBLE = new RegExp(`[${ZERO_WIDTH}${DECEIVING}]|\\udb40[\\udc00-\\udc7f]`);
const HAS_DECEIVING = new RegExp(`[${DECEIVING}]|\\udb40[\\udc00-\\udc7f]`);

/** What any of the others begins with: one pass over a page that has none, and most have none. */
const HAS_ANY = new RegExp(`[${CONTROLS}${ZERO_WIDTH}${DECEIVING}\\udb40]`);

/** A text without characters that nobody sees, and what was found there. */
export interface VisibleText {
  readonly text: string;
  /** Quality flags: `encoding-repaired` for controls, `hidden-characters` for what makes text read otherwise. */
  readonly notes: readonly string[];
}

/**
 * Drops what has no place in any text: a byte order mark, controls, zero-width characters, bidi controls, tags. Joiners,
 * soft hyphens and direction marks stay: they are for the parsers to judge.
 */
export function keepVisible(decoded: string): VisibleText {
  const notes: string[] = [];
  let text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  if (!HAS_ANY.test(text)) return { text, notes };
  if (HAS_CONTROL.test(text)) {
    text = text.replace(CONTROL, '');
    notes.push('encoding-repaired');
  }
  if (HAS_INVISIBLE.test(text)) {
    const before = text.length;
    const isDeceiving = HAS_DECEIVING.test(text);
    text = text.replace(INVISIBLE, (_, flag: string | undefined) => flag ?? '');
    if (isDeceiving && text.length < before) notes.push('hidden-characters');
  }
  return { text, notes };
}
