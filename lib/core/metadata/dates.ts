import { bareDate, pad } from './calendar.ts';
import { findVisibleDate, type NumericOrder } from './visible-dates.ts';

const MAX_RAW = 100;

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|\s-\s)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2}(?::\d\d)?)?)?/i;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\s*$/;
const UNIX = /^\s*(\d{10})(\d{3})?\s*$/;
/** As `date` and Java print it: `Mon May 03 10:20:30 CEST 2021`. */
const YEAR_LAST = /^\s*\p{L}{3} (\p{L}{3})\s{1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2})( [A-Z]{1,5})? (\d{4})\s*$/u;
const NAMED_TIME =
  /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*(?:\(?\s*(Z|[A-Z]{3,4})?\s*([+-]\d{1,2}:?\d{0,2})?)?/i;

/** Offsets of zone names that mean one zone wherever they are written; IST, BST and the like mean several. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['Z', 'Z'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['MEZ', '+01:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['MSK', '+03:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
]);

/** A time of day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Reads a date as machines write it (ISO 8601, RFC 2822, Unix seconds or milliseconds) or as people do.
 *
 * @returns RFC 3339 when the source gives a time with its zone, else the bare date; `null` when there is no full date.
 */
export function readDate(value: unknown, order: NumericOrder = 'day-first'): string | null {
  if (typeof value === 'number') return readUnix(String(value));
  if (typeof value !== 'string') return null;
  const raw = value.slice(0, MAX_RAW);
  return readIso(raw) ?? readUnix(raw) ?? readWritten(raw.replace(YEAR_LAST, '$2 $1 $5 $3$4'), order);
}

/** The bare date of a value of `readDate`. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

function readIso(raw: string): string | null {
  const match = ISO.exec(raw) ?? COMPACT.exec(raw);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const bare = bareDate(Number(year), Number(month), Number(day));
  if (bare === null || hour === undefined) return bare;
  return withTime(bare, { hour: Number(hour), minute: Number(minute ?? 0), second: Number(second ?? 0) }, zoneOf(zone));
}

function readUnix(raw: string): string | null {
  const match = UNIX.exec(raw);
  if (!match) return null;
  const date = new Date(Number(match[1]) * 1000);
  // Before 1990 a number of ten digits is an id.
  if (date.getUTCFullYear() < 1990) return null;
  return `${date.toISOString().slice(0, 19)}Z`;
}

function readWritten(raw: string, order: NumericOrder): string | null {
  const written = readWrittenTime(raw, order);
  if (written === null) return null;
  return written.clock === null ? written.date : withTime(written.date, written.clock, written.zone);
}

/** A day as people write it, with the time of day beside it and the zone of that, if any. */
export interface WrittenTime {
  readonly date: string;
  readonly clock: Clock | null;
  readonly zone: string | null;
}

/** The first day of a line, with its time of day; `null` without a full date. */
export function readWrittenTime(raw: string, order: NumericOrder): WrittenTime | null {
  const found = findVisibleDate(raw, order);
  if (found === null) return null;
  const rest = raw.slice(found.end);
  const match = NAMED_TIME.exec(rest) ?? NAMED_TIME.exec(raw.slice(0, found.start));
  if (!match) return { date: found.date, clock: null, zone: null };
  const [, hour, minute, second, half, name, offset] = match;
  const twelve = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  const zone = offset ? zoneOf(offset) : (ZONES.get((name ?? '').toUpperCase()) ?? null);
  return { date: found.date, clock: { hour: twelve, minute: Number(minute), second: Number(second ?? 0) }, zone };
}

/** RFC 3339 when zone and time hold, else the bare date: a time without its zone names no moment. */
function withTime(bare: string, clock: Clock, zone: string | null): string {
  const { hour, minute, second } = clock;
  if (zone === null || hour > 23 || minute > 59 || second > 59) return bare;
  return `${bare}T${pad(hour)}:${pad(minute)}:${pad(second)}${zone}`;
}

function zoneOf(raw: string | undefined): string | null {
  if (raw === undefined) return null;
  const named = ZONES.get(raw.toUpperCase());
  if (named) return named;
  const match = /^([+-])(\d{1,2}):?(\d{2})?/.exec(raw);
  if (!match) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  return hours > 14 || minutes > 59 ? null : `${match[1]}${pad(hours)}:${pad(minutes)}`;
}
