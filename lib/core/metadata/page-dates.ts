import type { LabelledBlock } from '../document.ts';
import type { Evidence } from '../record.ts';
import { readDateStamp } from './date-stamp.ts';
import { readDate } from './dates.ts';
import { isForeign, type Page, someAncestor } from './page.ts';
import { endOfProse, type Surroundings } from './place.ts';
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

/** Words that make the date after them one of a change. */
const MODIFIED_WORDS =
  /\b(?:updated|last (?:updated|modified|reviewed)|modified|edited|aktualisiert|stand|zuletzt|letzte [äa]nderung|mis à jour|modifié|maj|actualizado|actualizada|modificado|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|aktualizacja|обновлено|оновлено|güncelleme|güncellenme)\b|更新|수정|업데이트/iu;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|pubdate|published|publish|timestamp|time|posted|entry-date|post-date|created)(?:$|[\s_-])|date(?:line|time|published)?$|published/i;
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
  for (const index of [...after, ...near.before]) {
    const entry = page.blocks[index];
    if (!entry || isCopyright(entry.block.text)) continue;
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
      if (isModified(line.slice(Math.max(0, date.start - 40), date.start))) modified ??= { date: value.date, evidence };
      else published ??= { date: value.date, evidence };
    }
    from += date.end;
  }
  return { published, modified };
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
  /(?:published|posted|created|veröffentlicht|erstellt|publié|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publisert|publicerad|publiceret|julkaistu|opublikowano|publikováno|опубликовано|опубліковано|yayınlanma|発表|公開|发布)[^\d]{0,20}$/iu;

/** Date stamps, lines whose markup calls them a date, and lines that say so, up to the end of the article. */
export function fromMarkedBlocks(page: Page, order: NumericOrder): FoundDate | null {
  const end = endOfProse(page) + 6;
  for (let index = 0; index < Math.min(end, page.blocks.length); index++) {
    const entry = page.blocks[index];
    if (!entry || entry.block.words === 0 || entry.block.words > 20) continue;
    const stamp = entry.removal?.class === 'dateline';
    const text = entry.block.text.slice(0, 400);
    const date = findVisibleDate(text, order);
    if (!date || isModified(text.slice(0, date.start))) continue;
    const said = PUBLISHED_WORDS.test(text.slice(0, date.start));
    if (isOther(entry) || (isForeign(entry) && !(said && entry.removal?.class === 'footer'))) continue;
    if (!stamp && !said && !isMarkedDate(page, entry)) continue;
    const value = found(stamp ? 'date-stamp' : 'markup', stamp ? 0.8 : 0.6, text, order);
    if (value) return value;
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
