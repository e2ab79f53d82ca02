import type { Page } from './page.ts';
import { cleanString, lettersOf, MAX_TITLE_CHARS } from './values.ts';

/** What may be cut from a title: letters of the site's names, and of section names, which must match exactly. */
export interface TitleNames {
  readonly site: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  /** A start page: it is called by the name of its site, so that one stays in front, unless a bar follows it. */
  readonly isStart?: boolean;
}

/**
 * Letters of what follows the headline in `<title>`, where a heading of the page shows which part is the headline.
 *
 * @param named Letters of headings that name the site.
 */
export function tailNames(page: Page, named: ReadonlySet<string>): readonly string[] {
  const title = cleanString(page.labelled.document.head.title, MAX_TITLE_CHARS);
  if (title === null) return [];
  const shown = new Set(
    page.blocks.flatMap(({ block }) => (block.kind === 'heading' && block.words >= 2 ? [lettersOf(block.text)] : [])),
  );
  for (const cut of title.matchAll(SEPARATOR)) {
    const front = lettersOf(title.slice(0, cut.index));
    if (cut[0].trim() === ':' || !shown.has(front) || named.has(front)) continue;
    const tail = title.slice(cut.index + cut[0].length);
    return [tail, ...tail.split(SEPARATOR).filter(Boolean)].map(lettersOf).filter((letters) => letters.length >= 3);
  }
  return [];
}

export const SEPARATOR = /(?<!\s)\s+(?:[|·•–—»«›<>~]|--?|::|\/\/?)\s+|(?<!\s)\s*[|｜»]\s*|:\s+|\s-\s?|\s?–\s/gu;

/** A date, perhaps with its time, after a separator. */
const DATE_TAIL =
  /\s[:|–—-]\s(?:\p{L}{2,10}\.?,?\s)?\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}(?:,?\s\d{1,2}[.:]\d{2}(?:\sUhr)?)?$/u;

/** Cuts segments at either end that are a name of the site; never the last segment left. */
export function withoutSite(given: string, names: TitleNames): string {
  const title = given.replace(DATE_TAIL, '');
  const cuts = [...title.matchAll(SEPARATOR)];
  let start = 0;
  let end = title.length;
  for (const cut of [...cuts].reverse()) {
    const rest = lettersOf(title.slice(cut.index + cut[0].length, end));
    if (!isCut(rest, names)) continue;
    end = cut.index;
  }
  for (const cut of cuts) {
    if (cut.index >= end) break;
    if (names.isStart && !/[|｜]/.test(cut[0])) break;
    const front = lettersOf(title.slice(start, cut.index));
    // What stands before a colon is of the headline, unless it is a name of the site.
    if (cut[0].trim() === ':' ? names.site.has(front) : (front === '' && start > 0) || isCut(front, names))
      start = cut.index + cut[0].length;
  }
  const cut = title.slice(start, end).trim();
  return cut === '' ? title : cut;
}

function isCut(letters: string, names: TitleNames): boolean {
  if (letters.length < 2) return false;
  if (names.site.has(letters) || names.sections.has(letters)) return true;
  for (const key of names.site) {
    if (key.length >= 4 && letters.length <= key.length + 8 && letters.includes(key)) return true;
    if (letters.length >= 4 && key.length <= letters.length + 8 && key.includes(letters)) return true;
  }
  return false;
}
