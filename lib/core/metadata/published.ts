import { fromMachine } from './data-dates.ts';
import { type Dates, type FoundDate, found, MODIFIED_KEYS, PUBLISHED_KEYS } from './date-line.ts';
import type { LdNode } from './json-ld.ts';
import { inLocalTime } from './local-time.ts';
import type { Page } from './page.ts';
import { fromMarkedBlocks, fromSaidBlocks, fromVisible } from './page-dates.ts';
import { findSurroundings } from './place.ts';
import { fromScripts } from './script-dates.ts';
import { type Claim, daysOf, overrules, type PageDays } from './shown-days.ts';
import { fromOnlyTime, fromTimes } from './time-dates.ts';
import { isUndated } from './undated.ts';
import type { NumericOrder } from './visible-dates.ts';

const URL_DATE = /[/_-](\d{4})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/;
const URL_DATE_YEAR_LAST = /[/_-](\d{1,2})([_-])(\d{1,2})\2((?:19|20)\d{2})(?=[/_.-]|$)/;

/** What the days of a page are read with. */
export interface DateReading {
  readonly page: Page;
  readonly article: LdNode | null;
  /** Index of the block that shows the headline; -1 when no block does. */
  readonly headline: number;
  /** Names of the authors: a line that has one and a day is the byline. */
  readonly people: readonly string[];
  readonly order: NumericOrder;
  readonly url: string | null;
}

export interface DatePage extends DateReading, PageDays {
  /** What the page says in place of its pictures. */
  readonly altTexts: ReadonlySet<string>;
}

/**
 * Days of publication and of the last change: by what the data of the page say, unless the page shows another day and nowhere
 * that one; then by what stands near the headline; then by the address. A page that is no text of a day has none.
 */
export function findDates(reading: DateReading): Dates {
  const { page, article, headline, people, order, url } = reading;
  const { isShown, otherDays } = daysOf(page, order);
  const altTexts = altTextsOf(page);
  const dated: DatePage = { page, article, headline, people, order, url, isShown, otherDays, altTexts };
  const near = findSurroundings(page, reading.headline);
  const visible = fromVisible(dated, near);
  const modified = fromMachine(dated, MODIFIED_KEYS) ?? visible.modified;
  if (isUndated(reading)) return { published: null, modified };
  const data = fromMachine(dated, PUBLISHED_KEYS);
  const published =
    (data && ownDay(dated, visible.published, { data, modified, order })) ??
    (data && inLocalTime(data, visible.published, order)) ??
    fromTimes(page, near, order) ??
    visible.published ??
    fromMarkedBlocks(dated) ??
    fromOnlyTime(dated) ??
    fromScripts(dated) ??
    fromUrl(reading);
  return { published, modified };
}

function altTextsOf({ blocks }: Page): ReadonlySet<string> {
  return new Set(
    blocks.filter(({ block: { image } }) => image !== null).flatMap(({ block: { image } }) => image?.alt ?? []),
  );
}

/** The day that the page shows instead of that of its data, which it shows nowhere; `null` when the data are believed. */
function ownDay(dated: DatePage, visible: FoundDate | null, claim: Claim): FoundDate | null {
  const shown = visible ?? fromSaidBlocks(dated);
  return shown && overrules(shown, claim) && !dated.isShown(claim.data.date) ? shown : null;
}

function fromUrl({ url, order }: DateReading): FoundDate | null {
  const match = URL_DATE.exec(url ?? '');
  const date = match && found('url', 0.6, `${match[1]}-${match[3]}-${match[4]}`);
  if (date) return date;
  const last = URL_DATE_YEAR_LAST.exec(url ?? '');
  return last && found('url', 0.6, `${last[1]}-${last[3]}-${last[4]}`, order);
}
