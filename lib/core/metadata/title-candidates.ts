import type { Block } from '../document.ts';
import type { LdNode } from './json-ld.ts';
import { typesOf } from './json-ld.ts';
import type { Page } from './page.ts';
import { parseUrl } from './site.ts';
import { siteHeadings } from './site-headings.ts';
import { type TitleNames, tailNames, withoutSite } from './title-cut.ts';
import { cleanString, foldText, lettersOf, MAX_TITLE_CHARS } from './values.ts';

/** What one source says the title is. */
export interface Candidate {
  readonly source: string;
  readonly raw: string;
  readonly text: string;
  readonly letters: string;
  readonly weight: number;
  readonly block: number;
}

/**
 * What a source's word is worth when they disagree. The visible headline is what readers see; `<title>` is written for
 * search engines and carries the site name. With 2.5 for the visible headline .840 / .839 of the titles were right (two
 * thirds of the sites of the evaluation pages / the third that was held back), with 5 .858 / .886. On a start page it is a
 * slogan. What is written for one social network is copied from what is written for the other.
 */
const WEIGHTS = { h1: 5, startH1: 2, jsonLd: 2, og: 2, twitter: 0.5, title: 1.5, meta: 1, h2: 0.5 } as const;
const META_TITLES = [
  'title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'hdl',
  'headline',
  'citation_title',
];
/** Blocks of heading level 1 that are looked at: a page that has more uses them for sections or teasers. */
const MAX_HEADINGS = 6;
/** Candidates after which no more are looked for. */
const MAX_CANDIDATES = 40;

/** Titles that an HTML page shows or declares, without the names of its site. */
export function pageCandidates(page: Page, article: LdNode | null, names: TitleNames): readonly Candidate[] {
  const found: Candidate[] = [];
  const isStart = parseUrl(page.info.url)?.pathname === '/';
  const add = (source: string, raw: string | null, weight: number, block = -1) => {
    if (raw === null) return;
    const text = withoutSite(raw, { site: names.site, sections, isStart });
    const letters = lettersOf(text);
    if (letters === '' || (names.site.has(letters) && !(isStart && block < 0))) return;
    found.push({ source, raw, text, letters, weight, block });
  };
  const named = isStart ? new Set<string>() : siteHeadings(page);
  const sections = new Set([...names.sections, ...tailNames(page, named), ...named]);
  const headings = mainHeadings(page).filter(({ block }) => !named.has(lettersOf(block.text)));
  for (const { block, index } of headings.slice(0, MAX_HEADINGS))
    add(
      'h1',
      foldText(block.text, MAX_TITLE_CHARS),
      (isStart ? WEIGHTS.startH1 : WEIGHTS.h1) / Math.sqrt(Math.min(headings.length, MAX_HEADINGS)),
      index,
    );
  if (article && !typesOf(article).includes('WebPage'))
    add('json-ld', ldTitle(article, 'headline') ?? ldTitle(article, 'name'), WEIGHTS.jsonLd);
  else if (article) add('json-ld', ldTitle(article, 'headline'), WEIGHTS.jsonLd);
  for (const [name, weight] of [
    ['og:title', WEIGHTS.og],
    ['twitter:title', WEIGHTS.twitter],
    ...META_TITLES.map((name) => [name, WEIGHTS.meta] as const),
  ] as const)
    add(`meta:${name}`, cleanString(page.metas.get(name)?.[0], MAX_TITLE_CHARS), weight);
  add('title', cleanString(page.labelled.document.head.title, MAX_TITLE_CHARS), WEIGHTS.title);
  const lowerWeight = found.some(({ source }) => source === 'h1') ? WEIGHTS.h2 : WEIGHTS.h1;
  for (const { block, index } of repeatedHeadings(page, new Set(found.map(({ letters }) => letters)))) {
    add(`h${block.level ?? 2}`, foldText(block.text, MAX_TITLE_CHARS), lowerWeight, index);
    if (found.length > MAX_CANDIDATES) break;
  }
  return found;
}

/** Lower headings that repeat what is known or, with more around it, what its titles say. */
function* repeatedHeadings(page: Page, known: ReadonlySet<string>): Generator<Heading> {
  for (const [index, { block }] of page.blocks.entries()) {
    if (block.kind !== 'heading' || block.level === 1 || block.words < 3) continue;
    const letters = lettersOf(block.text);
    if (known.has(letters) || (letters.length >= 12 && [...known].some((title) => title.includes(letters))))
      yield { block, index };
  }
}

interface Heading {
  readonly block: Block;
  readonly index: number;
}

/** What is labelled so holds no headline; a headline may look like a card to the model, so cards are not among these. */
const NO_HEADLINE = new Set(['comments', 'footer', 'newsletter', 'cookie', 'ad', 'paywall']);

/** Headings of level 1; those of boxes and footers only where there are no others. */
function mainHeadings(page: Page): readonly Heading[] {
  const all = page.blocks.flatMap((entry, index) =>
    entry.block.kind === 'heading' && entry.block.level === 1 && entry.block.text !== '' ? [{ entry, index }] : [],
  );
  const own = all.filter(({ entry }) => !NO_HEADLINE.has(entry.removal?.class ?? ''));
  return (own.length > 0 ? own : all).map(({ entry, index }) => ({ block: entry.block, index }));
}

function ldTitle(article: LdNode, key: string): string | null {
  return Object.hasOwn(article, key) ? cleanString(article[key], MAX_TITLE_CHARS) : null;
}
