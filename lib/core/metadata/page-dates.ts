import type { LabelledBlock } from '../document.ts';
import { isMarkedChange } from './change-marks.ts';
import { type Dates, datesOf, type FoundDate, firstOwnDate, found, MAX_DATE_WORDS } from './date-line.ts';
import { isForeign, type Page, someAncestor } from './page.ts';
import { endOfProse, type Surroundings } from './place.ts';
import type { DatePage } from './published.ts';

const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|pubdate|published|publish|timestamp|time|posted|entry-date|post-date|created)(?:$|[\s_-])|date(?:line|time|published)?$|published/i;
/** The day on which a picture was taken. */
const PICTURE = /\((?:foto|photo|bild|image|picture)s?\s?:[^()]{0,90}\)?\.?$/iu;
/** Words of a line that names an author and the day, and blocks before the headline in which it is looked for. */
const MAX_BYLINE_WORDS = 14;
const BYLINE_BEFORE = 8;

/** Dates written near the headline: after it first, then before it from near to far. */
export function fromVisible(reading: DatePage, near: Surroundings): Dates {
  const { page } = reading;
  let published: FoundDate | null = null;
  let modified: FoundDate | null = null;
  const after = Array.from({ length: near.end - near.start }, (_, offset) => near.start + offset);
  const first = Math.max(0, near.start - 1);
  const before = Array.from({ length: Math.min(BYLINE_BEFORE, first) }, (_, offset) => first - 1 - offset);
  const bylines = before.filter((index) => isByline(page.blocks[index], reading));
  for (const index of [...after, ...near.before, ...bylines, near.start - 2]) {
    const entry = index < 0 ? undefined : page.blocks[index];
    if (!entry || isCopyright(entry.block.text) || isCaption(reading, entry)) continue;
    const beside = index >= near.start - 2 && index <= near.start + 1;
    if (isOther(entry) && !beside && !isByline(entry, reading)) continue;
    const written = datesOf(entry, reading.order);
    if (written.published && isMarkedChange(page, index)) modified ??= written.published;
    else if (written.published && !isListed(reading, index, written.published)) published ??= written.published;
    modified ??= written.modified;
  }
  return { published, modified };
}

/** A line is the byline, whatever it is labelled, when it names an author. */
function isByline(entry: LabelledBlock | undefined, { people }: DatePage): boolean {
  return (
    entry !== undefined &&
    entry.block.words <= MAX_BYLINE_WORDS &&
    people.some((name) => entry.block.text.includes(name))
  );
}

/** Blocks from the headline beyond which a day is one of a list where so many other days stand alone in lines. */
const MAX_FROM_HEADLINE = 10;
const MIN_LISTED_DAYS = 3;

function isListed({ headline, otherDays }: DatePage, index: number, { date }: FoundDate): boolean {
  return Math.abs(index - headline) > MAX_FROM_HEADLINE && otherDays(date) >= MIN_LISTED_DAYS;
}

function isCaption({ altTexts }: DatePage, { block, removal }: LabelledBlock): boolean {
  const isNamed = block.kind === 'caption' || removal?.class === 'caption';
  const end = block.text.slice(-200);
  if ((isNamed && !/^\d/.test(block.text)) || (end.includes('(') && PICTURE.test(end))) return true;
  // What repeats the text of a picture is its caption, however it is marked.
  return altTexts.has(block.text);
}

function isCopyright(text: string): boolean {
  return /^(?:©|copyright)/i.test(text);
}

/** Near the headline only the cards of other stories are foreign: menus and share bars of its line carry the date too. */
export function isOther(entry: LabelledBlock): boolean {
  const name = entry.removal?.class;
  return name === 'related' || name === 'teaser' || name === 'ad' || name === 'cookie' || name === 'newsletter';
}

const PUBLISHED =
  'published|posted|created|post time|publish date|publication date|veröffentlicht|erstellt|erschienen|erscheinungsdatum|publié|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publisert|publicerad|publiceret|julkaistu|opublikowano|publikováno|опубликовано|опубліковано|yayınlanma|発表|公開|发布';
const PUBLISHED_WORDS = new RegExp(`(?:${PUBLISHED})[^\\d]{0,20}$`, 'iu');
const DIGIT = /\p{Nd}/u;
/** What a line has that says it, wherever it stands in it: most lines are done with by this test. */
const SAID = new RegExp(`${PUBLISHED}|geschrieben|gepostet|verfasst`, 'iu');
/** In German the verb stands last: `wurde am 3. Mai 2021 um 10:15 von Ana geschrieben`. */
const PUBLISHED_AFTER = /^.{0,60}\s(?:geschrieben|gepostet|veröffentlicht|verfasst)/u;
/** Blocks after the last prose in which a line that only its markup calls a date stands, and one that says so. */
const NEAR_END = 6;
const SAID_NEAR_END = 40;
const MAX_MARKED_WORDS = 20;

/** Date stamps, lines whose markup calls them a date, and lines that say so, up to the end of the article. */
export function fromMarkedBlocks(reading: DatePage): FoundDate | null {
  const end = endOfProse(reading.page);
  return firstDate(reading, (entry, index, said) => {
    if (said) return true;
    if (index >= end + NEAR_END || entry.block.words > MAX_MARKED_WORDS) return false;
    return entry.removal?.class === 'dateline' || isMarkedDate(reading.page, entry);
  });
}

/** Lines that say that they give the day of publication, up to the end of the article. */
export function fromSaidBlocks(reading: DatePage): FoundDate | null {
  return firstDate(reading, (_entry, _index, said) => said, SAID);
}

/** A line of data under the article that begins with the word for its day. */
const DATE_LABEL = /^(?:date|datum|fecha|data|dato|дата|tarih|päiväys|日付|日期)\s?[:：]/iu;

type DateTest = (entry: LabelledBlock, index: number, said: boolean) => boolean;

function firstDate(reading: DatePage, test: DateTest, words: RegExp | null = null): FoundDate | null {
  const { page, order } = reading;
  const last = Math.min(endOfProse(page) + SAID_NEAR_END, page.blocks.length);
  for (let index = 0; index < last; index++) {
    const entry = page.blocks[index];
    if (!entry || entry.block.words === 0 || entry.block.words > MAX_DATE_WORDS || isCaption(reading, entry)) continue;
    const text = entry.block.text.slice(0, 400);
    const date = words && !(DIGIT.test(text) && words.test(text)) ? null : firstOwnDate(text, order);
    if (!date) continue;
    const saidAfter = PUBLISHED_AFTER.test(text.slice(date.end));
    const isLabelled = entry.removal?.class === 'byline' && DATE_LABEL.test(text);
    const said = saidAfter || isLabelled || PUBLISHED_WORDS.test(text.slice(0, date.start));
    if (!saidAfter && (isOther(entry) || (isForeign(entry) && !(said && entry.removal?.class === 'footer')))) continue;
    if (!test(entry, index, said) || (!said && isMarkedChange(page, index))) continue;
    const stamp = entry.removal?.class === 'dateline';
    const value = found(stamp ? 'date-stamp' : 'markup', stamp ? 0.8 : 0.6, text.slice(date.start), order);
    if (value && (said || !isListed(reading, index, value))) return value;
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
