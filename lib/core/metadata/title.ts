import type { Evidence } from '../record.ts';
import { type LdNode, typesOf } from './json-ld.ts';
import { isProse, type Page } from './page.ts';
import { cleanString, foldText, lettersOf, MAX_TITLE_CHARS } from './values.ts';

export interface Title {
  readonly text: string;
  /** Index of the block that shows the headline; -1 when no block does. */
  readonly block: number;
  readonly evidence: Evidence;
}

/** What may be cut from a title: letters of the site's names, and of section names, which must match exactly. */
export interface TitleNames {
  readonly site: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

interface Candidate {
  readonly source: string;
  readonly raw: string;
  readonly text: string;
  readonly letters: string;
  readonly weight: number;
  readonly block: number;
}

/**
 * What a source's word is worth when they disagree. The visible headline is what readers see; `<title>` is written for
 * search engines and carries the site name. Swept in steps of a half on two thirds of the sites of the evaluation pages.
 */
const WEIGHTS = { h1: 5, jsonLd: 2, og: 2, twitter: 1, title: 1.5, meta: 1, itemprop: 1.5, h2: 0.5 } as const;
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
/** Letters of a title from which another that holds it counts for it, and what share of that one's weight it then gets. */
const MIN_CONTAINED = 12;
const FRAMED_SHARE = 0.9;
/** Words of an only heading that is believed without a second witness, and blocks within which prose must follow it. */
const MIN_HEADLINE_WORDS = 3;
const MAX_LEAD = 15;
/** Share of a heading's words that the head of the page must use too. */
const MIN_SHARED_WORDS = 0.25;
/** Blocks of heading level 1 that are looked at: a page that has more uses them for sections or teasers. */
const MAX_HEADINGS = 6;

/** Chooses the headline among what the page shows and what it declares, by agreement. */
export function findTitle(page: Page, article: LdNode | null, names: TitleNames): Title | null {
  const candidates =
    page.labelled.document.format === 'html' ? pageCandidates(page, article, names) : textCandidates(page);
  let best: Candidate | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = support(candidate, candidates);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (!best) return null;
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  return {
    text: best.text,
    block: locate(page, best),
    evidence: {
      source: best.source,
      confidence: Math.round(Math.min(0.99, 0.4 + (0.6 * bestScore) / total) * 100) / 100,
      raw: best.raw,
    },
  };
}

/** The block that shows the headline: the first that is a heading of level 1 or leads to prose, else the first of all. */
function locate(page: Page, title: Candidate): number {
  if (title.source === 'h1' || page.labelled.document.format !== 'html') return title.block;
  let best = -1;
  let bestRank = 0;
  for (const [index, { block }] of page.blocks.entries()) {
    const { length } = block.text;
    if (length < title.text.length * 0.9 || length > title.text.length * 2 + 20) continue;
    const letters = lettersOf(block.text);
    const same = letters === title.letters;
    if (!same && !(block.kind === 'heading' && letters.endsWith(title.letters))) continue;
    const rank =
      (same ? 1 : 0) +
      (block.kind === 'heading' ? 2 : 0) +
      (block.level === 1 ? 2 : 0) +
      (leadsProse(page, index) ? 4 : 0);
    if (rank + 1 > bestRank) [best, bestRank] = [index, rank + 1];
  }
  return best >= 0 ? best : title.block;
}

/** Weight of a candidate and of those that say the same, and a part of those that say it with a kicker or section around it. */
function support(candidate: Candidate, all: readonly Candidate[]): number {
  let score = 0;
  for (const other of all) {
    if (other.letters === candidate.letters) score += other.weight;
    else if (
      candidate.letters.length >= MIN_CONTAINED &&
      other.letters.includes(candidate.letters) &&
      (isFramed(candidate.text, other.text) || isGluedKicker(candidate, other))
    )
      score += other.weight * FRAMED_SHARE;
  }
  return score;
}

/** Whether one title is the other without what a separator sets off at either end. */
function isFramed(short: string, long: string): boolean {
  const at = long.toLowerCase().indexOf(short.toLowerCase());
  if (at < 0) return false;
  const before = long.slice(0, at).trimEnd();
  const after = long.slice(at + short.length).trimStart();
  return (before === '' || /[:|–—-]$/.test(before)) && (after === '' || /^[|–—-]/.test(after));
}

/** Whether a shown headline is the candidate with a kicker of a few words in front, which markup alone set off. */
function isGluedKicker(candidate: Candidate, shown: Candidate): boolean {
  if (shown.source !== 'h1' || candidate.source === 'h1' || !shown.letters.endsWith(candidate.letters)) return false;
  return (
    wordsOf(candidate.text).length >= MIN_HEADLINE_WORDS &&
    wordsOf(shown.text).length - wordsOf(candidate.text).length <= 4
  );
}

/** Gives the visible headline its full weight where it shares words with what the head declares, or nothing is declared. */
function weighHeadings(page: Page, found: readonly Candidate[]): readonly Candidate[] {
  const only = found.filter(({ source }) => source === 'h1').length === 1;
  const declared = new Set(found.filter(({ source }) => source !== 'h1').flatMap(({ text }) => wordsOf(text)));
  if (declared.size === 0) return found;
  return found.map((candidate) => {
    if (candidate.source !== 'h1') return candidate;
    if (only && wordsOf(candidate.text).length >= MIN_HEADLINE_WORDS && leadsProse(page, candidate.block))
      return candidate;
    const words = wordsOf(candidate.text);
    const shared = words.filter((word) => declared.has(word)).length;
    return shared / Math.max(1, words.length) >= MIN_SHARED_WORDS
      ? candidate
      : { ...candidate, weight: candidate.weight / 3 };
  });
}

function leadsProse(page: Page, headline: number): boolean {
  for (let at = headline + 1; at < page.blocks.length && at <= headline + MAX_LEAD; at++)
    if (isProse(page.blocks[at], 12)) return true;
  return false;
}

function wordsOf(text: string): readonly string[] {
  return (
    text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu) ?? []
  );
}

function pageCandidates(page: Page, article: LdNode | null, names: TitleNames): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (source: string, raw: string | null, weight: number, block = -1) => {
    if (raw === null) return;
    const text = withoutSite(raw, { site: names.site, sections });
    const letters = lettersOf(text);
    if (letters === '' || names.site.has(letters)) return;
    found.push({ source, raw, text, letters, weight, block });
  };
  const sections = new Set([...names.sections, ...tailNames(page)]);
  const headings = page.blocks.flatMap(({ block }, index) =>
    block.kind === 'heading' && block.level === 1 && block.text !== '' ? [{ block, index }] : [],
  );
  for (const { block, index } of headings.slice(0, MAX_HEADINGS))
    add(
      'h1',
      foldText(block.text, MAX_TITLE_CHARS),
      WEIGHTS.h1 / Math.sqrt(Math.min(headings.length, MAX_HEADINGS)),
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
  const declared = new Set(found.map(({ letters }) => letters));
  for (const [index, { block }] of page.blocks.entries()) {
    if (block.kind !== 'heading' || block.level === 1 || block.words < 3) continue;
    const letters = lettersOf(block.text);
    // A lower heading counts only where it repeats what the head of the page or, with more around it, its title says.
    if (declared.has(letters) || [...declared].some((known) => letters.length >= 12 && known.includes(letters)))
      add(
        `h${block.level ?? 2}`,
        foldText(block.text, MAX_TITLE_CHARS),
        headings.length === 0 ? WEIGHTS.h1 : WEIGHTS.h2,
        index,
      );
    if (found.length > 40) break;
  }
  return weighHeadings(page, found);
}

function ldTitle(article: LdNode, key: string): string | null {
  return Object.hasOwn(article, key) ? cleanString(article[key], MAX_TITLE_CHARS) : null;
}

/** The title of a text: what labelling took for the headline, else a heading that stands first and has prose after it. */
function textCandidates(page: Page): readonly Candidate[] {
  const candidate = (index: number, source: string, weight: number): readonly Candidate[] => {
    const raw = page.blocks[index]?.block.text ?? '';
    const text = foldText(raw, MAX_TITLE_CHARS);
    return text === null ? [] : [{ source, raw, text, letters: lettersOf(text), weight, block: index }];
  };
  const labelled = page.blocks.findIndex(
    ({ removal }) => removal?.class === 'headline' && removal.rule !== 'section-label',
  );
  if (labelled >= 0) return candidate(labelled, 'headline', 1);
  const first = page.blocks.findIndex(({ block, removal }) => removal === null && block.text !== '');
  const entry = page.blocks[first];
  if (!entry || !page.blocks.slice(first + 1).some((later) => isProse(later, 12))) return [];
  const { block } = entry;
  if (block.kind === 'heading') return candidate(first, 'visible-text', 0.8);
  const headingLike =
    block.kind === 'paragraph' && block.words >= 3 && block.words <= 25 && !/[.!…:;,。]["”’»)]?$/u.test(block.text);
  return headingLike ? candidate(first, 'visible-text', 0.6) : [];
}

/** Letters of what follows the headline in `<title>`, where a heading of the page shows which part is the headline. */
function tailNames(page: Page): readonly string[] {
  const title = cleanString(page.labelled.document.head.title, MAX_TITLE_CHARS);
  if (title === null) return [];
  const shown = new Set(
    page.blocks.flatMap(({ block }) => (block.kind === 'heading' && block.words >= 2 ? [lettersOf(block.text)] : [])),
  );
  for (const cut of title.matchAll(SEPARATOR)) {
    if (cut[0].trim() === ':' || !shown.has(lettersOf(title.slice(0, cut.index)))) continue;
    const tail = title.slice(cut.index + cut[0].length);
    return [tail, ...tail.split(SEPARATOR).filter(Boolean)].map(lettersOf).filter((letters) => letters.length >= 3);
  }
  return [];
}

const SEPARATOR = /\s+(?:[|·•–—»«›<>~]|--?|::|\/)\s+|\s*[|｜»]\s*|:\s+|\s-\s?|\s?–\s/gu;

/** Cuts segments at either end that are a name of the site; never the last segment left. */
export function withoutSite(title: string, names: TitleNames): string {
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
    if (isCut(lettersOf(title.slice(start, cut.index)), names)) start = cut.index + cut[0].length;
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
