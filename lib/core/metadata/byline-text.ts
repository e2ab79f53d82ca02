import { withoutLead, writersOnly } from './byline-lead.ts';
import { upTo } from './cut.ts';
import { findVisibleDate } from './visible-dates.ts';

/** A clock time with what belongs to it. */
const TIME =
  /\b(?:at |um |à |a las |kl\.? ?)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|[A-Z]{2,4}))?(?=$|[\s,|)])/giu;
/** A leading word inside a line such as `May 3, 2021 by Ana Ruiz`. */
const INNER_LEAD =
  /(?:^|[\s|•·/—–,])(?:by|von|par|por|door|af|av|автор|author|autor(?:in)?|auteur)(?:\s*:)?\s+(?=[\p{L}])/giu;

/** What names the sections of a story, after those who wrote it: `Ana Ruiz under Harbour, Ferries`. */
const SECTIONS =
  /\s(?:under|filed (?:in|under)|unter|kategorien?|categor(?:y|ies)|schlagw[öo]rter|tags?|posted in)[\s:]/iu;

/** Words that may stand before a leading word inside a line: `Posted in Harbour by Ana Ruiz`. */
const MAX_WORDS_BEFORE = 4;

/** A line that may be a byline, as far as it names those who wrote. */
export interface BylineText {
  /** As it stands, up to those who did something else than write. */
  readonly line: string;
  /** From the leading word on, dates and times replaced by `|`. */
  readonly rest: string;
  /** A leading word stood there. */
  readonly led: boolean;
  /** It stood at the start of the line, but for dates. */
  readonly atStart: boolean;
  /** It names people who did something else than write: `Edited by ...`. */
  readonly other: boolean;
  readonly dated: boolean;
}

/** The line without its dates and times, from its leading word on. */
export function bylineText(text: string): BylineText {
  const { line, other } = writersOnly(text);
  const dateless = withoutDates(line);
  const dated = dateless !== line;
  const own = withoutLead(upTo(dateless, SECTIONS));
  const { rest, led } = own;
  const inner = led ? undefined : [...rest.matchAll(INNER_LEAD)].at(-1);
  if (inner && isShortStart(rest.slice(0, inner.index)))
    return { line, rest: rest.slice(inner.index + inner[0].length), led: true, atStart: false, other, dated };
  return { line, rest, led, atStart: led, other, dated };
}

/** Prose may hold a leading word anywhere; a line of data has a few words or a sign before it. */
function isShortStart(before: string): boolean {
  const last = before.split(/[|•·/—–]/u).at(-1) ?? '';
  return last.split(/\s+/).filter(Boolean).length <= MAX_WORDS_BEFORE;
}

function withoutDates(text: string): string {
  let line = text;
  for (let pass = 0; pass < 3 && /\d/.test(line); pass++) {
    const date = findVisibleDate(line, 'day-first');
    if (date === null) break;
    line = `${line.slice(0, date.start)} | ${line.slice(date.end)}`;
  }
  if (line !== text)
    line = line
      .replace(TIME, ' | ')
      .replace(/(?:^|\s)(?:on|at|am|um|vom|le|el|il|em|op|den)\s+(?=\|)/giu, ' ')
      .replace(/^[\s|,]+|(?<![\s|,])[\s|,]+$/g, '');
  return line;
}
