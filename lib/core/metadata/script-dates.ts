import { type FoundDate, found } from './date-line.ts';
import { dayOf } from './dates.ts';
import { isArticleNode } from './json-ld.ts';
import type { DatePage } from './published.ts';

/**
 * A key that says that its value is the time of a publication, in JSON, in JSON within a string, or in code; `publish_at` is
 * the time of a plan.
 */
const PUBLISHED =
  /publi(?:shed|cation|sh(?![_-]?(?:at|on)))(?:[_-]?(?:at|on|date|time|first|iso|utc|gmt)){0,3}\\{0,3}["']?\s{0,3}[:=]\s{0,3}(?:\\{0,3}["']([^"'\\]{6,40})\\{0,3}["']|(\d{10}(?:\d{3})?)\b)/gi;
/** What before it makes it the time of something else. */
const OTHER_BEFORE = /(?:un|re|last|latest|not|schedule|embargo)[_-]?$/i;
/** Keys of one page that are read. */
const MAX_KEYS = 200;

/** The one day on which scripts of an article say that something was published; `null` where they name several. */
export function fromScripts(reading: DatePage): FoundDate | null {
  if (!isArticle(reading)) return null;
  const { page, order } = reading;
  const days = new Map<string, FoundDate>();
  let keys = 0;
  for (const script of page.labelled.document.head.scripts)
    for (const match of script.matchAll(PUBLISHED)) {
      if (++keys > MAX_KEYS) return null;
      if (OTHER_BEFORE.test(script.slice(Math.max(0, match.index - 10), match.index))) continue;
      const date = found('script', 0.6, match[1] ?? match[2], order);
      if (date && !days.has(dayOf(date.date))) days.set(dayOf(date.date), date);
      if (days.size > 1) return null;
    }
  const [only] = days.values();
  return only ?? null;
}

/** Systems date every page in their scripts: one that calls itself something else, and names no author, has no day there. */
function isArticle({ page, people }: DatePage): boolean {
  const types = page.metas.get('og:type') ?? [];
  if (people.length > 0 || types.some((type) => /article/i.test(type))) return true;
  return page.graph.nodes.some(isArticleNode) || (types.length === 0 && page.graph.nodes.length === 0);
}
