import { isMarkedChange } from './change-marks.ts';
import { type FoundDate, found, isModified } from './date-line.ts';
import { dayOf } from './dates.ts';
import { blockOf, type Page } from './page.ts';
import { isOther } from './page-dates.ts';
import type { Surroundings } from './place.ts';
import type { DatePage } from './published.ts';
import { findVisibleDate, type NumericOrder, otherOrder } from './visible-dates.ts';

/** Words of a line that shows the day of its `<time>`. */
const MAX_TIME_WORDS = 8;

/** `<time>` elements near the headline: the first that is not marked as the time of a change. */
export function fromTimes(page: Page, near: Surroundings, order: NumericOrder): FoundDate | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  let before: FoundDate | null = null;
  for (let at = 0; at < elements.tag.length; at++) {
    const attributes = elements.attributes[at];
    if (elements.tag[at] !== 'time' || !attributes?.datetime) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (index === null || !entry || isOther(entry)) continue;
    const shown = entry.block.text.slice(0, 300);
    const isChange = /updated|modified/i.test(attributes.class ?? '') && !/published/i.test(attributes.class ?? '');
    if (isChange || (isModified(shown) && !/publi|veröff/i.test(shown)) || isMarkedChange(page, index)) continue;
    const date = asShown(found('time-element', 0.85, attributes.datetime), entry.block, order);
    if (!date) continue;
    if (index >= near.start && index < near.end) return date;
    if (near.before.includes(index)) before ??= date;
  }
  return before;
}

/** The day in the text of a `<time>` where its attribute has another: that of the last change, or of another zone. */
function asShown(
  given: FoundDate | null,
  { text, words }: { readonly text: string; readonly words: number },
  order: NumericOrder,
): FoundDate | null {
  const shown = given === null || words > MAX_TIME_WORDS ? null : findVisibleDate(text, order);
  if (!given || !shown) return given;
  const readings = [shown.date, findVisibleDate(text, otherOrder(order))?.date];
  if (readings.includes(dayOf(given.date))) return given;
  return found('time-element', 0.85, text.slice(shown.start, shown.end), order) ?? given;
}

/** The one `<time>` of a page, wherever it stands but in comments: no other story on the page is dated. */
export function fromOnlyTime({ page, otherDays }: DatePage): FoundDate | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  const days = new Map<string, FoundDate>();
  for (let at = 0; at < elements.tag.length; at++) {
    const datetime = elements.tag[at] === 'time' ? elements.attributes[at]?.datetime : undefined;
    const date = datetime === undefined ? null : found('time-element', 0.6, datetime);
    if (!date) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (index === null || !entry || entry.removal?.class === 'comments') return null;
    if (isModified(entry.block.text.slice(0, 300)) || isMarkedChange(page, index)) return null;
    days.set(dayOf(date.date), date);
  }
  const [only] = days.values();
  return only && days.size === 1 && otherDays(only.date) === 0 ? only : null;
}
