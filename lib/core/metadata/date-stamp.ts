/** A date that a scraper wrote before the dateline of the first paragraph: `date 2021-09-30 Seoul: ...`. */
export interface DateStamp {
  /** As written, without white space around it. */
  readonly raw: string;
  /** Offset of what follows it. */
  readonly end: number;
}

const WORDS = 'date|datum|fecha|data|dato|päivämäärä|tarih|дата|日期';
const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?: ?Z|[+-]\\d{2}:?\\d{2})?)?';
const LOCAL = '\\d{1,2}[./]\\d{1,2}[./]\\d{4}(?:,? \\d{1,2}[:.]\\d{2}(?: Uhr)?)?';
const STAMPED = new RegExp(`^\\s*(?:(?:${WORDS})[: ]\\s*)?(?:${ISO}|${LOCAL})[\\s|,–—-]+`, 'iu');
const PLACE = /^\p{Lu}[\p{L}\p{M}.'’,/ -]{1,40}?(?:\([^()]{2,30}\) ?)?\s?[:—–-]\s?\S/u;

/** Reads the stamp at the start of a paragraph; `null` unless a place and a colon or dash follow it. */
export function readDateStamp(paragraph: string): DateStamp | null {
  const stamp = STAMPED.exec(paragraph)?.[0];
  if (stamp === undefined || !PLACE.test(paragraph.slice(stamp.length))) return null;
  return { raw: stamp.replace(/(?<![\s|,–—-])[\s|,–—-]+$/u, '').trim(), end: stamp.length };
}
