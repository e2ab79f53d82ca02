import type { Dateline } from '../record.ts';
import { agenciesOf } from './agencies.ts';
import { findVisibleDate } from './visible-dates.ts';

/** A dateline is looked for in so many UTF-16 units of the first paragraph. */
const WINDOW = 160;
/** Longest place, UTF-16 units: two towns with their countries. */
const MAX_PLACE = 60;

/** `SEOUL, South Korea (AP) — `, `Berlin (dpa) - `, `LIMA, March 3 (Reuters) - `, `(AFP) – `, `Madrid, 3 mar. (EFE).- `. */
const WITH_AGENCY =
  /^(?<before>[^()[\]（）]{0,90}?)\s?[([（](?<agency>[^()[\]（）]{2,50})[)\]）]\s{0,2}(?:[.,]?\s{0,2}(?:[—–―-]{1,2}|:)\s|[.,]?[—–―-]{1,2}(?=\p{Lu})|\.\s(?=\p{Lu})|=\s?)/u;
/** `(ANSA) - ROMA, 03 MAR - `. */
const PLACE_AFTER = /^(?<place>\p{Lu}[\p{Lu}\s'’.-]{1,40}),\s\d{1,2}\s\p{L}{3,9}\.?(?:\s\d{4})?\s[—–-]\s/u;
/** `WASHINGTON — `, `NEW DELHI, India – `: the town in capitals. */
const CAPITALS =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}.'’-]{2,20}(?:\s\p{Lu}[\p{Lu}\p{M}.'’-]{1,20}){0,3}(?:,\s\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?:\s\p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,2})?)(?:,?\s(?<date>[^—–\n]{3,30}?))?\s(?:[—–―]|--?)\s/u;
/** After a date stamp the place ends in a colon: `Seoul: `. */
const AFTER_STAMP =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?:[\s/]\p{Lu}[\p{L}\p{M}.'’-]{1,30}){0,3}(?:,\s\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?:\s\p{Lu}[\p{L}\p{M}.'’-]{1,30}){0,2})?)\s?:\s/u;
/** `新华社北京9月30日电`, `（서울=연합뉴스）`, `【ソウル共同】`. */
const XINHUA =
  /^(?<agency>新华社|新華社|中新社|中央社)(?<place>\p{Script=Han}{2,8}?)(?<date>\d{1,2}月\d{1,2}日)?[电電]/u;
const BRACKETED = /^[([（【［](?<place>[\p{L}\s·]{2,20})=(?<agency>[\p{L}\s]{2,20})[)\]）】］]/u;

/** Words in capitals before a dash that are no place. */
const LABELS = new Set(
  (
    'BREAKING UPDATE UPDATED EXCLUSIVE WATCH NEW LIVE VIDEO OPINION ANALYSIS REVIEW WARNING NOTE EDITORIAL PHOTOS READ ALERT SPOILER ' +
    'CORRECTION DEVELOPING EILMELDUNG ACHTUNG UPDATE1 FACT FAQ INTERVIEW PODCAST SPECIAL PREVIEW FEATURE ANZEIGE WERBUNG ADVERTISEMENT'
  ).split(' '),
);

/**
 * Reads the dateline that begins the first paragraph of an article.
 *
 * @param paragraph The paragraph's text.
 * @param rest Text that follows, in which a word of capitals can show itself as an acronym.
 * @param stamp Bare date of a stamp that stands before the paragraph, if one does.
 * @returns `null` when the paragraph begins with its story.
 */
export function readDateline(paragraph: string, rest: string, stamp: string | null = null): Dateline | null {
  const head = paragraph.trimStart().slice(0, WINDOW);
  const found =
    withAgency(head) ?? eastAsian(head) ?? (stamp === null ? null : afterStamp(head)) ?? capitals(head, rest);
  if (stamp === null) return found;
  return found ? { ...found, date: stamp } : { date: stamp, raw: stamp };
}

function withAgency(head: string): Dateline | null {
  const match = WITH_AGENCY.exec(head);
  const agencies = agenciesOf(match?.groups?.agency ?? '');
  if (!match || agencies.length === 0) return null;
  const agency = agencies.map(({ name }) => name).join(', ');
  const before = readPlace(match.groups?.before ?? '');
  // A clause before the bracket: the agency is quoted in a sentence.
  if (before === null) return null;
  const raw = match[0].trim();
  if (before.place !== undefined || before.date !== undefined) return { ...before, agency, raw };
  const after = PLACE_AFTER.exec(head.slice(match[0].length));
  return after?.groups?.place
    ? { place: after.groups.place.trim(), agency, raw: `${match[0]}${after[0]}`.trim() }
    : { agency, raw };
}

/** Splits `LIMA, March 3` into place and date; `null` when it is neither. */
function readPlace(before: string): { readonly place?: string; readonly date?: string } | null {
  const text = before.trim().replace(/(?<![\s,.:–—-])[\s,.:–—-]+$/u, '');
  if (text === '') return {};
  const found = findVisibleDate(text, 'day-first');
  const dateless = (found ? text.slice(0, found.start) + text.slice(found.end) : text)
    .replace(/,?\s(?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12})\.?$/u, '')
    .replace(/(?<![\s,.:–—-])[\s,.:–—-]+$/u, '')
    .trim();
  const date = found ? { date: found.date } : {};
  if (dateless === '') return date;
  return isPlace(dateless) ? { place: dateless, ...date } : null;
}

/** Up to nine words in capitals or title case, lower case only for words that stand inside names of places. */
function isPlace(text: string): boolean {
  if (text.length > MAX_PLACE || /[\d"“”„?!;]/.test(text)) return false;
  const words = text.split(/[\s,/]+/);
  return (
    words.length <= 9 &&
    words.every(
      (word) =>
        /^[\p{Lu}\p{Lo}]/u.test(word) ||
        /^(?:de|del|la|las|los|el|am|an|der|do|da|di|sur|le|les|of|and|und|et|y|e|upon|i|bei|im|in|den)$/u.test(word),
    ) &&
    /^[\p{Lu}\p{Lo}]/u.test(text)
  );
}

function capitals(head: string, rest: string): Dateline | null {
  const match = CAPITALS.exec(head);
  const place = match?.groups?.place?.trim();
  if (!match || !place) return null;
  const first = place.split(/[\s,]/)[0] ?? '';
  if (LABELS.has(place) || (LABELS.has(first) && first !== 'NEW') || place.length > MAX_PLACE) return null;
  const between = match.groups?.date;
  const date = between === undefined ? null : findVisibleDate(between, 'day-first');
  // Anything but a day between place and dash is a clause.
  if (
    between !== undefined &&
    date === null &&
    !/^(?:\p{Lu}\p{L}{2,9}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,10}\.?)$/u.test(between)
  )
    return null;
  if (isAcronym(place, rest)) return null;
  return { place, ...(date ? { date: date.date } : {}), raw: match[0].trim() };
}

/** A single word of capitals that the story goes on to write in capitals is an acronym: `NATO — the alliance — ... NATO said`. */
function isAcronym(place: string, rest: string): boolean {
  return !/[\s,]/.test(place) && rest.slice(0, 20_000).includes(place);
}

function afterStamp(head: string): Dateline | null {
  const match = AFTER_STAMP.exec(head);
  const place = match?.groups?.place;
  return match && place && !LABELS.has(place.toUpperCase()) ? { place, raw: match[0].trim() } : null;
}

function eastAsian(head: string): Dateline | null {
  const match = XINHUA.exec(head) ?? BRACKETED.exec(head);
  const { place, agency } = match?.groups ?? {};
  if (!match || !place || !agency) return null;
  const known = agenciesOf(agency)[0];
  return known ? { place: place.trim(), agency: known.name, raw: match[0].trim() } : null;
}
