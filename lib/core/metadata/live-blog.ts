import type { Block } from '../document.ts';
import { isForeign, isProse, type Page } from './page.ts';

/** Entries from which times make a live blog; of a page that calls itself one. */
const MIN_ENTRIES = 5;
const MIN_NAMED_ENTRIES = 3;
/** Words of prose of the entry in the middle, by length; programmes and results have fewer. */
const MIN_ENTRY_WORDS = 20;
/** Words of prose that are counted to an entry: the story behind the last time is not all of it. */
const MAX_ENTRY_WORDS = 500;
/** Share of the prose that stands in entries, and of the steps from one time to the next that lead the same way; 0..1. */
const MIN_SHARE = 0.5;
const MIN_ORDERED = 0.75;

/** A time of day and nothing else but what newsrooms set around it: `14:32`, `Updated 2.15pm`, `17.05 Uhr`, `6h30 GMT`. */
const STAMP =
  /^(?:(?:updated?|posted|published|aktualisiert|stand|um|mis à jour|à|actualizado|aggiornato|atualizado|bijgewerkt|uppdaterad|at)\s?:?\s)?\(?(\d{1,2})(?:[:.h](\d{2}))\s?(?:uhr|h|klo|hod)?\s?([ap]\.?m\.?)?\s?(?:[A-Z]{2,5})?\)?[\s:.|•–—-]{0,3}$/iu;
/** The same at the start of a paragraph, set apart from its text. */
const LEADING_STAMP =
  /^\(?(\d{1,2})(?:[:.h](\d{2}))\s?(?:uhr|h|klo|hod)?\s?([ap]\.?m\.?)?\s?(?:[A-Z]{2,5})?\)?\s?[:|•–—-]\s?\S/iu;
const LIVE_NAME =
  /live[\s_-]?(?:blog|ticker|updates?|text|coverage)|news[\s_-]?ticker|as it happened|minute by minute|en direct|minuto a minuto|minuto per minuto|\bdiretta\b|ao vivo|на живо|онлайн-трансляция|ライブ速報/iu;

/**
 * Whether the text is a sequence of updates, each under its time of day, which run forwards or backwards. Entries of a
 * forum carry dates and names beside the time, those of a programme hardly any text.
 */
export function isLiveBlog(page: Page, title: string | null): boolean {
  const entries: { readonly minutes: number; words: number }[] = [];
  let words = 0;
  for (const entry of page.blocks) {
    if (isForeign(entry)) continue;
    const minutes = minutesIn(entry.block);
    if (minutes !== null) entries.push({ minutes, words: 0 });
    if (!isProse(entry, 5)) continue;
    words += entry.block.words;
    const open = entries.at(-1);
    if (open !== undefined) open.words = Math.min(MAX_ENTRY_WORDS, open.words + entry.block.words);
  }
  const named = LIVE_NAME.test(`${title ?? ''} ${page.info.url ?? page.labelled.document.head.canonicalUrl ?? ''}`);
  if (entries.length < (named ? MIN_NAMED_ENTRIES : MIN_ENTRIES)) return false;
  const lengths = entries.map((entry) => entry.words).sort((a, b) => a - b);
  const inEntries = lengths.reduce((sum, length) => sum + length, 0);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return middle >= MIN_ENTRY_WORDS && inEntries >= words * MIN_SHARE && runsOneWay(entries.map((e) => e.minutes));
}

function minutesIn({ text, words }: Block): number | null {
  const stamp = words <= 6 ? STAMP.exec(text) : LEADING_STAMP.exec(text.slice(0, 60));
  return stamp === null ? null : minutesOf(stamp);
}

/** Minutes since midnight; `null` for what is no time of day, such as a result. */
function minutesOf(stamp: RegExpExecArray): number | null {
  const [hour, minute] = [Number(stamp[1]), Number(stamp[2])];
  const half = stamp[3]?.[0]?.toLowerCase();
  if (hour > 23 || minute > 59 || (half !== undefined && hour > 12)) return null;
  if (half === undefined) return hour * 60 + minute;
  return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
}

function runsOneWay(times: readonly number[]): boolean {
  let forwards = 0;
  let backwards = 0;
  times.forEach((time, at) => {
    const step = time - (times[at - 1] ?? time);
    if (step > 0) forwards++;
    else if (step < 0) backwards++;
  });
  const steps = forwards + backwards;
  return steps > 0 && Math.max(forwards, backwards) >= steps * MIN_ORDERED;
}
