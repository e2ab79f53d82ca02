import type { LabelledBlock } from '../document.ts';
import type { Evidence } from '../record.ts';
import { readDateStamp } from './date-stamp.ts';
import type { VisibleDate } from './date-tokens.ts';
import { readDate } from './dates.ts';
import { MODIFIED_METAS, PUBLISHED_METAS } from './meta-names.ts';
import { findVisibleDate, type NumericOrder } from './visible-dates.ts';

/** A date with the evidence for it. */
export interface FoundDate {
  readonly date: string;
  readonly evidence: Evidence;
}

/** What a source says of both dates. */
export interface Dates {
  readonly published: FoundDate | null;
  readonly modified: FoundDate | null;
}

/** What the data of a page call a date. */
export interface DateKeys {
  readonly linked: readonly string[];
  readonly metas: readonly string[];
  readonly itemprop: string;
  /** Whether other metas are believed by the words of their name, and the day of a mere page is not. */
  readonly named: boolean;
}

export const PUBLISHED_KEYS: DateKeys = {
  linked: ['datePublished', 'dateCreated', 'uploadDate'],
  metas: PUBLISHED_METAS,
  itemprop: 'datepublished',
  named: true,
};

export const MODIFIED_KEYS: DateKeys = {
  linked: ['dateModified'],
  metas: MODIFIED_METAS,
  itemprop: 'datemodified',
  named: false,
};

/** Words that make the date after them one of a change. */
const MODIFIED_WORDS =
  /\b(?:updated|last (?:updated|modified|reviewed)|modified|edited|aktualisiert|stand|zuletzt|geändert|letzte [äa]nderung|mis à jour|modifié|maj|actualizado|actualizada|modificado|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|aktualizacja|обновлено|оновлено|güncelleme|güncellenme)\b|更新|수정|업데이트/iu;
/** Words that make the date after them one of something else: an end, a beginning, an event. */
const OTHER_WORDS =
  /(?:deadline|valid (?:through|until|till)|expires?(?: on)?|until|gültig bis|(?:anmelde|einsende)schluss|bis zum|ends?(?: on)?|starts?(?: on)?|beginnt(?: am)?|jusqu’au|jusqu'au|hasta el|fino al|data through|through|valid|offer(?: ends)?|book by|by|release(?:d|s)?(?: date| on)?|birthdate|born(?: on)?|last post(?: by \S+)?)[\s:,]{1,4}$/iu;
/** Words of the longest line that may be a line of dates. */
export const MAX_DATE_WORDS = 40;

/** A date that a source gives, with the evidence for it; `null` when the value is no full date. */
export function found(
  source: string,
  confidence: number,
  raw: unknown,
  order: NumericOrder = 'day-first',
): FoundDate | null {
  const date = readDate(raw, order);
  return date === null ? null : { date, evidence: { source, confidence, raw: String(raw).slice(0, 200).trim() } };
}

/** Longest line, words, in which a date is the article's: of a kept block, which may be prose, and of another. */
const MAX_KEPT_WORDS = 14;
/** Dates of one line that are looked at. */
const MAX_DATES = 4;
const DATE_LABEL = /(?:^|\s)(?:date|datum|fecha|data|published|veröffentlicht)\s?:\s/iu;
const CLOCK = /\b\d{1,2}[:.]\d{2}\b(?![./]\d)/;
/** Words of a heading that is a date, perhaps with its day of the week. */
const MAX_HEADING_WORDS = 6;
/** A first paragraph may begin with its date: `(3.5.2021) The town ...`. */
const PROSE_DATE_START = 2;
/** Characters of a paragraph in which such a date lies. */
const START_CHARS = 60;

/** The dates that a line gives, of publication and of a change; those of an event, an offer or a span are none. */
export function datesOf(entry: LabelledBlock, order: NumericOrder): Dates {
  const { text, words } = entry.block;
  const stamp = entry.removal === null ? readDateStamp(text) : null;
  if (stamp) return { published: found('date-stamp', 0.8, stamp.raw, order), modified: null };
  let published: FoundDate | null = null;
  let modified: FoundDate | null = null;
  // A heading names the day of an event; one that is a date alone is a line of data.
  if (entry.block.kind === 'heading' && words > MAX_HEADING_WORDS && !CLOCK.test(text) && !DATE_LABEL.test(text))
    return { published: null, modified: null };
  const long = words > MAX_DATE_WORDS || (entry.removal === null && words > MAX_KEPT_WORDS);
  let from = 0;
  for (let count = 0; count < (long ? 1 : MAX_DATES); count++) {
    const line = text.slice(from, from + (long ? START_CHARS : 400));
    const date = findVisibleDate(line, order);
    if (!date) break;
    if (long && (date.start > PROSE_DATE_START || !/^\s?(?:\)|[—–-]\s|\/)/u.test(line.slice(date.end)))) break;
    const rest = line.slice(date.end);
    const span = spanLength(rest, order);
    if (span > 0) {
      from += date.end + span;
      continue;
    }
    const value = found('visible-text', 0.7, line.slice(date.start, date.start + 90), order);
    if (value) {
      const evidence = { ...value.evidence, raw: text.slice(0, 200) };
      const before = line.slice(Math.max(0, date.start - 40), date.start);
      if (isModified(before)) modified ??= { date: value.date, evidence };
      else if (!OTHER_WORDS.test(before)) published ??= { date: value.date, evidence };
    }
    from += date.end;
  }
  return { published, modified };
}

/** Two dates or two times with a dash or a word between them are those of an event or an offer. */
const TO_DATE =
  /^,?\s?(?:\d{1,2}[:.]\d{2}\s?(?:Uhr|h)?\s?)?(?:[-–—~]|to|till|until|through|bis|au|al|hasta|a|do|до)\s?(?:\p{L}{2,10}[.,]?\s)?$/iu;
const TO_TIME = /^[,\s]*\d{1,2}[:.]\d{2}\s?(?:Uhr|h|[ap]\.?m\.?)?\s?(?:[-–—~]|to|till|until|bis)\s?\d{1,2}[:.]\d{2}/iu;

/** Characters of what follows a date up to the end of the span that it begins; 0 when it begins none. */
function spanLength(rest: string, order: NumericOrder): number {
  const time = TO_TIME.exec(rest);
  if (time) return time[0].length;
  const to = findVisibleDate(rest.slice(0, 60), order);
  return to && TO_DATE.test(rest.slice(0, to.start)) && !isModified(rest.slice(0, to.start)) ? to.end : 0;
}

/** Whether words say that the date after them is one of a change. */
export function isModified(text: string): boolean {
  return MODIFIED_WORDS.test(text);
}

/** The first date of a line that is not one of a change, an event or an offer; its offsets are those of the line. */
export function firstOwnDate(text: string, order: NumericOrder): VisibleDate | null {
  for (let from = 0, count = 0; count < MAX_DATES; count++) {
    const date = findVisibleDate(text.slice(from), order);
    if (!date) return null;
    const before = text.slice(from, from + date.start);
    const span = spanLength(text.slice(from + date.end), order);
    if (span === 0 && !isModified(before) && !OTHER_WORDS.test(before))
      return { ...date, start: from + date.start, end: from + date.end };
    from += date.end + span;
  }
  return null;
}
