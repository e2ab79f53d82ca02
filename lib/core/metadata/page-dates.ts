import type { LabelledBlock } from '../document.ts';
import type { Evidence } from '../record.ts';
import { readDateStamp } from './date-stamp.ts';
import { readDate } from './dates.ts';
import { isForeign, type Page, someAncestor } from './page.ts';
import { endOfProse, type Surroundings } from './place.ts';
import { findVisibleDate, type NumericOrder, type VisibleDate } from './visible-dates.ts';

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

/** Words that make the date after them one of a change. */
const MODIFIED_WORDS =
  /\b(?:updated|last (?:updated|modified|reviewed)|modified|edited|aktualisiert|stand|zuletzt|geändert|letzte [äa]nderung|mis à jour|modifié|maj|actualizado|actualizada|modificado|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|aktualizacja|обновлено|оновлено|güncelleme|güncellenme)\b|更新|수정|업데이트/iu;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|pubdate|published|publish|timestamp|time|posted|entry-date|post-date|created)(?:$|[\s_-])|date(?:line|time|published)?$|published/i;
/** Words that make the date after them one of something else: an end, a beginning, an event. */
const OTHER_WORDS =
  /(?:deadline|valid (?:through|until|till)|expires?(?: on)?|until|gültig bis|(?:anmelde|einsende)schluss|bis zum|ends?(?: on)?|starts?(?: on)?|beginnt(?: am)?|jusqu’au|jusqu'au|hasta el|fino al|data through)[\s:,]{1,4}$/iu;
/** Words of the longest line that may be a line of dates. */
const MAX_DATE_WORDS = 40;

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

/** Dates written near the headline: after it first, then before it from near to far. */
export function fromVisible(page: Page, near: Surroundings, order: NumericOrder): Dates {
  let published: FoundDate | null = null;
  let modified: FoundDate | null = null;
  const after = Array.from({ length: near.end - near.start }, (_, offset) => near.start + offset);
  for (const index of [...after, ...near.before, near.start - 2]) {
    const entry = page.blocks[index];
    if (!entry || isCopyright(entry.block.text) || isCaption(entry)) continue;
    const beside = index >= near.start - 2 && index <= near.start + 1;
    if (isOther(entry) && !beside) continue;
    const written = datesOf(entry, order);
    published ??= written.published;
    modified ??= written.modified;
  }
  return { published, modified };
}

/** Longest line, words, in which a date is the article's: of a kept block, which may be prose, and of another. */
const MAX_KEPT_WORDS = 14;
/** Dates of one line that are looked at. */
const MAX_DATES = 4;
/** The day on which a picture was taken. */
const PICTURE = /\((?:foto|photo|bild|image|picture)s?\s?:[^()]{0,90}\)?\.?$/iu;
const DATE_LABEL = /(?:^|\s)(?:date|datum|fecha|data|published|veröffentlicht)\s?:\s/iu;
const CLOCK = /\b\d{1,2}[:.]\d{2}\b(?![./]\d)/;
/** Words of a heading that is a date, perhaps with its day of the week. */
const MAX_HEADING_WORDS = 6;
/** A first paragraph may begin with its date: `(3.5.2021) The town ...`. */
const PROSE_DATE_START = 2;
/** Characters of a paragraph in which such a date lies. */
const START_CHARS = 60;

function datesOf(entry: LabelledBlock, order: NumericOrder): Dates {
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

function isCaption({ block, removal }: LabelledBlock): boolean {
  const isNamed = block.kind === 'caption' || removal?.class === 'caption';
  return (isNamed && !/^\d/.test(block.text)) || PICTURE.test(block.text.slice(-200));
}

function isCopyright(text: string): boolean {
  return /^(?:©|copyright)/i.test(text);
}

/** Near the headline only the cards of other stories are foreign: menus and share bars of its line carry the date too. */
export function isOther(entry: LabelledBlock): boolean {
  const name = entry.removal?.class;
  return name === 'related' || name === 'teaser' || name === 'ad' || name === 'cookie' || name === 'newsletter';
}

/** Whether words say that the date after them is one of a change. */
export function isModified(text: string): boolean {
  return MODIFIED_WORDS.test(text);
}

const PUBLISHED_WORDS =
  /(?:published|posted|created|post time|publish date|publication date|veröffentlicht|erstellt|erschienen|erscheinungsdatum|publié|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publisert|publicerad|publiceret|julkaistu|opublikowano|publikováno|опубликовано|опубліковано|yayınlanma|発表|公開|发布)[^\d]{0,20}$/iu;
/** In German the verb stands last: `wurde am 3. Mai 2021 um 10:15 von Ana geschrieben`. */
const PUBLISHED_AFTER = /^.{0,60}\s(?:geschrieben|gepostet|veröffentlicht|verfasst)/u;
/** Blocks after the last prose in which a line that only its markup calls a date stands, and one that says so. */
const NEAR_END = 6;
const SAID_NEAR_END = 40;
const MAX_MARKED_WORDS = 20;

/** Date stamps, lines whose markup calls them a date, and lines that say so, up to the end of the article. */
export function fromMarkedBlocks(page: Page, order: NumericOrder): FoundDate | null {
  const end = endOfProse(page);
  for (let index = 0; index < Math.min(end + SAID_NEAR_END, page.blocks.length); index++) {
    const entry = page.blocks[index];
    if (!entry || entry.block.words === 0 || entry.block.words > MAX_DATE_WORDS || isCaption(entry)) continue;
    const stamp = entry.removal?.class === 'dateline';
    const text = entry.block.text.slice(0, 400);
    const date = firstUnmodified(text, order);
    if (!date) continue;
    const said = PUBLISHED_WORDS.test(text.slice(0, date.start)) || PUBLISHED_AFTER.test(text.slice(date.end));
    if (!said && (index >= end + NEAR_END || entry.block.words > MAX_MARKED_WORDS)) continue;
    if (isOther(entry) || (isForeign(entry) && !(said && entry.removal?.class === 'footer'))) continue;
    if (!stamp && !said && !isMarkedDate(page, entry)) continue;
    const value = found(stamp ? 'date-stamp' : 'markup', stamp ? 0.8 : 0.6, text.slice(date.start), order);
    if (value) return value;
  }
  return null;
}

/** The first date of a line that is not one of a change; its offsets are those of the line. */
function firstUnmodified(text: string, order: NumericOrder): VisibleDate | null {
  for (let from = 0, count = 0; count < MAX_DATES; count++) {
    const date = findVisibleDate(text.slice(from), order);
    if (!date) return null;
    if (!isModified(text.slice(from, from + date.start)))
      return { ...date, start: from + date.start, end: from + date.end };
    from += date.end;
  }
  return null;
}

function isMarkedDate(page: Page, entry: LabelledBlock): boolean {
  return someAncestor(
    page,
    entry.block.element,
    2,
    (attributes, tag) => tag === 'time' || DATE_CLASS.test(attributes?.class?.slice(0, 200) ?? ''),
  );
}
