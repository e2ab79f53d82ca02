import type { Author, Evidence } from '../record.ts';
import { type AuthorSource, fromLinkedData, fromMetas, MAX_AUTHORS } from './author-sources.ts';
import type { VisibleByline } from './byline-block.ts';
import { visibleBylines } from './bylines.ts';
import type { CreditList } from './credits.ts';
import type { LdNode } from './json-ld.ts';
import { isPersonName } from './names.ts';
import { isForeign, type Page } from './page.ts';
import { lettersOf } from './values.ts';

/** The people of a record, with the evidence for them. */
export interface Authors {
  readonly list: readonly Author[];
  readonly evidence: Evidence | null;
}

/**
 * Names the people who wrote the article. Agencies that a byline names are added to the credits.
 *
 * @param siteKeys Letters of the site's names: an author who is called like the site is the house, no person.
 * @param headline Index of the block that shows the headline; -1 when none does.
 */
export function findAuthors(
  page: Page,
  article: LdNode | null,
  siteKeys: ReadonlySet<string>,
  headline: number,
  credits: CreditList,
): Authors {
  const sources: AuthorSource[] = [];
  const keep = (found: AuthorSource | null) => {
    if (found === null || (!found.personal && siteKeys.has(lettersOf(found.raw)))) return;
    // A site may bear its author's name, but then something must say that the name is a person's, and no other stands beside it.
    const others = found.authors.filter(({ name }) => !siteKeys.has(lettersOf(name)));
    const alone = found.personal ? found.authors.filter(({ name }) => isPersonName(name, 'visible')) : [];
    const authors = unique(others.length > 0 ? others : alone);
    if (authors.length > 0) sources.push({ ...found, authors });
  };
  keep(fromLinkedData(page, article, credits));
  keep(fromMetas(page, credits));
  const bylines = visibleBylines(page, headline, credits);
  for (const byline of bylines) keep(byline);
  const best = choose(page, sources, bylines);
  if (!best) return { list: [], evidence: null };
  // A biography on the page that begins with the name says whose story it is.
  const bio = page.blocks.some(
    ({ block, removal }) =>
      removal?.class === 'bio' &&
      best.authors.some(({ name }) => block.text.slice(0, 200).toLowerCase().includes(name.toLowerCase())),
  );
  const confirmed =
    bio ||
    sources.some(
      (other) =>
        other !== best && other.authors.some(({ name }) => best.authors.some((author) => sameName(author.name, name))),
    );
  return {
    list: best.authors.slice(0, MAX_AUTHORS).map((author) => enrich(author, sources)),
    evidence: {
      source: best.source,
      confidence: Math.min(0.99, best.confidence + (confirmed ? 0.1 : 0)),
      raw: best.raw.slice(0, 300),
    },
  };
}

/** The first source, unless a later one names the same people and more, or the page shows others and none of these. */
function choose(page: Page, sources: readonly AuthorSource[], bylines: readonly VisibleByline[]): AuthorSource | null {
  let best = sources[0] ?? null;
  const shown = sources.find((source) =>
    bylines.some(({ raw, led, marked, other }) => (led || marked) && !other && raw === source.raw),
  );
  if (best && shown && best !== shown && !best.authors.some(({ name }) => isShown(page, name))) best = shown;
  for (const source of sources) {
    // Markup marks cards of other authors too; written bylines and data say who wrote this.
    if (!best || source === best || source.merged || source.authors.length <= best.authors.length) continue;
    if (best.authors.every(({ name }) => source.authors.some((other) => sameName(name, other.name)))) best = source;
  }
  return best;
}

/** Whether a line of the article's own part of the page names the person. */
function isShown(page: Page, name: string): boolean {
  const wanted = name.toLowerCase();
  return page.blocks.some((entry) => !isForeign(entry) && entry.block.text.toLowerCase().includes(wanted));
}

/** Adds what other sources know about the same person. */
function enrich(author: Author, sources: readonly AuthorSource[]): Author {
  let full = author;
  for (const { authors } of sources)
    for (const other of authors)
      if (other !== author && sameName(author.name, other.name)) full = { ...other, ...full };
  return full;
}

/** Equal but for case, signs and order of the words. */
export function sameName(one: string, other: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)
      .filter(Boolean)
      .sort()
      .join(' ');
  return words(one) === words(other);
}

function unique(authors: readonly Author[]): readonly Author[] {
  const found: Author[] = [];
  for (const author of authors) if (!found.some(({ name }) => sameName(name, author.name))) found.push(author);
  return found;
}
