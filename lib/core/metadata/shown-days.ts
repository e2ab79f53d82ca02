import { type FoundDate, firstOwnDate } from './date-line.ts';
import { dayOf } from './dates.ts';
import type { Page } from './page.ts';
import { findVisibleDate, type NumericOrder } from './visible-dates.ts';

/** Lines of a page in which a day is looked for. */
const MAX_SHOWN_WORDS = 60;
/** Words beside the day in a line that is one of data. */
const MAX_WORDS_BESIDE = 8;
/** The same moment may be the day before or after, where readers are. */
const ONE_DAY_MS = 86_400_000;
/** Words of a line that is a date alone, with its day of the week. */
const MAX_ALONE_WORDS = 5;

/** What is found out about all days of a page; it is looked through once, when first asked. */
export interface PageDays {
  /** Whether a line of the page shows the day of a date first. */
  readonly isShown: (date: string) => boolean;
  /** How many other days stand alone in lines of the page: cards of other stories, entries of a list. */
  readonly otherDays: (date: string) => number;
}

export function daysOf(page: Page, order: NumericOrder): PageDays {
  let shown: ReadonlySet<string> | null = null;
  let alone: ReadonlySet<string> | null = null;
  return {
    isShown: (date) => {
      shown ??= daysIn(page, MAX_SHOWN_WORDS, (text) => findVisibleDate(text, order)?.date);
      return shown.has(dayOf(date));
    },
    otherDays: (date) => {
      alone ??= daysIn(page, MAX_ALONE_WORDS, (text) => firstOwnDate(text, order)?.date);
      return alone.size - (alone.has(dayOf(date)) ? 1 : 0);
    },
  };
}

function daysIn(page: Page, maxWords: number, read: (line: string) => string | undefined): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { block } of page.blocks) {
    const day = block.words > 0 && block.words <= maxWords ? read(block.text.slice(0, 400)) : undefined;
    if (day !== undefined) days.add(day);
  }
  return days;
}

/** What a day that the page shows is held against. */
export interface Claim {
  readonly data: FoundDate;
  readonly modified: FoundDate | null;
  readonly order: NumericOrder;
}

/**
 * Whether the day that a page shows is believed against its data, whose day it shows nowhere: it is alone in a line of data,
 * not that of a change, and more than a day from theirs.
 */
export function overrules(shown: FoundDate, { data, modified, order }: Claim): boolean {
  const day = dayOf(shown.date);
  const apart = Math.abs(Date.parse(day) - Date.parse(dayOf(data.date)));
  if (apart <= ONE_DAY_MS || (modified !== null && dayOf(modified.date) === day)) return false;
  return isLineOfData(shown, dayOf(data.date), order);
}

function isLineOfData({ evidence: { raw } }: FoundDate, data: string, order: NumericOrder): boolean {
  const first = findVisibleDate(raw, order);
  if (!first || findVisibleDate(raw.slice(first.end), order)) return false;
  // With day and month the other way round it is the day of the data.
  if (first.date.replace(/-(\d\d)-(\d\d)$/, '-$2-$1') === data) return false;
  const beside = `${raw.slice(0, first.start)} ${raw.slice(first.end)}`;
  return (beside.match(/\p{L}+/gu) ?? []).length <= MAX_WORDS_BESIDE;
}
