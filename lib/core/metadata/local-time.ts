import { pad } from './calendar.ts';
import type { FoundDate } from './date-line.ts';
import { dayOf, readWrittenTime } from './dates.ts';
import type { NumericOrder } from './visible-dates.ts';

const UTC = /^(.{19})(?:Z|[+-]00:00)$/;
const MINUTE_MS = 60_000;
/** Zones are whole and half hours from UTC, at most fourteen; those of three quarters have few readers. */
const ZONE_STEP_MINUTES = 30;
const MAX_ZONE_MINUTES = 14 * 60;

/**
 * The same moment by the clock of the page's readers, where data give it in UTC and the page shows it, to the minute, on the
 * day before or after; the date as it is elsewhere.
 */
export function inLocalTime(date: FoundDate, shown: FoundDate | null, order: NumericOrder): FoundDate {
  const moment = UTC.exec(date.date)?.[1];
  const written = moment === undefined || shown === null ? null : readWrittenTime(shown.evidence.raw, order);
  if (moment === undefined || !written?.clock || written.zone !== null || written.date === dayOf(moment)) return date;
  const { hour, minute } = written.clock;
  const clock = `${pad(hour)}:${pad(minute)}`;
  const offset = (Date.parse(`${written.date}T${clock}Z`) - Date.parse(`${moment.slice(0, 16)}Z`)) / MINUTE_MS;
  if (!(Math.abs(offset) <= MAX_ZONE_MINUTES) || offset % ZONE_STEP_MINUTES !== 0) return date;
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  return { ...date, date: `${written.date}T${clock}${moment.slice(16)}${zone}` };
}
