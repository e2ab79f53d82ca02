import type { Evidence } from '../record.ts';
import { firstOf, type LdNode, resolve, typesOf } from './json-ld.ts';
import { firstMeta, type Page } from './page.ts';
import { findSurroundings } from './place.ts';
import {
  asList,
  asObject,
  cleanString,
  foldText,
  lettersOf,
  MAX_NAME_CHARS,
  MAX_TITLE_CHARS,
  property,
} from './values.ts';

const MAX_TAGS = 50;
/** Words of the longest section name and kicker, and of the shortest and longest dek. */
const MAX_SECTION_WORDS = 6;
const MAX_KICKER_WORDS = 8;
const MIN_DEK_WORDS = 6;
const MAX_DEK_WORDS = 80;
const DEK_CLASS =
  /(?:^|[\s_-])(?:dek|deck|standfirst|subtitle|sub-title|subhead|subheadline|subheading|sub-headline|intro|lead|lede|teaser-text|excerpt|summary|abstract|chapo|sottotitolo|entradilla|ingress|vorspann|unterzeile)(?:$|[\s_-])/i;
const KICKER_CLASS =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|dachzeile|topline|supertitle|surtitre|antetitulo|occhiello|roofline|pretitle|spitzmarke)(?:$|[\s_-])/i;

export interface Section {
  readonly name: string;
  readonly evidence: Evidence;
}

/** The part of the publication in which the article stands, as the page names it. */
export function findSection(page: Page, article: LdNode | null, title: string | null): Section | null {
  const accept = (source: string, confidence: number, raw: unknown): Section | null => {
    const name = cleanString(raw, MAX_NAME_CHARS);
    if (
      name === null ||
      name.split(' ').length > MAX_SECTION_WORDS ||
      lettersOf(name) === lettersOf(title ?? '') ||
      !/\p{L}/u.test(name) ||
      /^https?:/.test(name)
    )
      return null;
    return { name, evidence: { source, confidence, raw: name } };
  };
  const ld = article ? asList(firstOf(article, 'articleSection'), 5)[0] : null;
  const meta = firstMeta(
    page,
    [
      'article:section',
      'og:article:section',
      'section',
      'parsely-section',
      'cxenseparse:section',
      'sailthru.section',
      'category',
    ],
    MAX_NAME_CHARS,
  );
  const label = page.blocks.find(({ removal }) => removal?.rule === 'section-label');
  return (
    (meta ? accept(meta.source, 0.9, meta.text) : null) ??
    accept('json-ld', 0.85, ld) ??
    (label ? accept('visible-text', 0.8, label.block.text) : null) ??
    accept('breadcrumb', 0.7, breadcrumb(page, title))
  );
}

/** Last step of the breadcrumb before the article itself; `null` when only the start page stands before it. */
function breadcrumb(page: Page, title: string | null): string | null {
  const list = page.graph.nodes.find((node) => typesOf(node).includes('BreadcrumbList'));
  if (!list) return null;
  const names = asList(property(list, 'itemListElement'), 12).flatMap((entry) => {
    const step = asObject(entry);
    if (!step) return [];
    const item = resolve(page.graph, property(step, 'item'));
    return cleanString(property(step, 'name') ?? (item ? property(item, 'name') : null), MAX_TITLE_CHARS) ?? [];
  });
  const titled = lettersOf(title ?? '');
  const before = names.slice(1).filter((name) => lettersOf(name) !== titled);
  return (names.length >= 3 || before.length < names.length - 1 ? before[0] : null) ?? null;
}

/** Keywords that the page gives itself; empty when it gives none. */
export function findTags(page: Page, article: LdNode | null): readonly string[] {
  const tags = new Map<string, string>();
  const add = (value: unknown) => {
    const text = cleanString(value, 4000);
    if (text === null) return;
    for (const part of text.split(/[,;，、]/)) {
      const tag = part.trim().replace(/^#/, '');
      if (tag.length > 1 && tag.length <= MAX_NAME_CHARS && tags.size < MAX_TAGS && !/^(?:https?:|[\w-]+:)/.test(tag))
        tags.set(lettersOf(tag), tags.get(lettersOf(tag)) ?? tag);
    }
  };
  for (const value of page.metas.get('article:tag') ?? []) add(value);
  const keywords = article ? firstOf(article, 'keywords') : null;
  for (const value of asList(keywords, MAX_TAGS))
    add(asObject(value) ? property(asObject(value) ?? {}, 'name') : value);
  for (const name of ['news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'])
    if (tags.size === 0) for (const value of page.metas.get(name) ?? []) add(value);
  tags.delete('');
  return [...tags.values()];
}

/** The dek: a block under the headline that is marked as one, or that repeats the page's own description. */
export function findSubtitle(
  page: Page,
  article: LdNode | null,
  headline: number,
  title: string | null,
): string | null {
  if (headline < 0) return null;
  const { start, end } = findSurroundings(page, headline);
  const descriptions = ['og:description', 'description', 'twitter:description'].flatMap(
    (name) => lettersOf(page.metas.get(name)?.[0]?.slice(0, 1000) ?? '') || [],
  );
  const own = cleanString(article ? firstOf(article, 'alternativeHeadline') : null, MAX_TITLE_CHARS);
  for (let index = start; index < Math.min(end, start + 8); index++) {
    const { block, removal } = page.blocks[index] ?? {};
    if (
      !block ||
      block.words < MIN_DEK_WORDS ||
      block.words > MAX_DEK_WORDS ||
      block.kind === 'list-item' ||
      (removal && removal.class !== 'headline' && removal.class !== 'other')
    )
      continue;
    const marked = attributesOf(page, block.element, DEK_CLASS);
    const letters = lettersOf(block.text);
    const repeats =
      block.kind === 'heading' &&
      descriptions.some((description) => description !== '' && description.startsWith(letters.slice(0, 60)));
    if (marked || repeats || (block.level === 2 && index === start && repeats))
      return foldText(block.text, MAX_TITLE_CHARS);
  }
  return own !== null && lettersOf(own) !== lettersOf(title ?? '') ? own : null;
}

/** The label above the headline, where markup calls it that. */
export function findKicker(page: Page, headline: number): string | null {
  for (let index = Math.max(0, headline - 4); index < headline; index++) {
    const { block } = page.blocks[index] ?? {};
    if (block && block.words > 0 && block.words <= MAX_KICKER_WORDS && attributesOf(page, block.element, KICKER_CLASS))
      return foldText(block.text, MAX_NAME_CHARS);
  }
  return null;
}

function attributesOf(page: Page, element: number, pattern: RegExp): boolean {
  const elements = page.labelled.document.elements;
  if (!elements || element < 0) return false;
  const own = elements.attributes[element]?.class?.slice(0, 300) ?? '';
  const parent = elements.attributes[elements.parent[element] ?? -1]?.class?.slice(0, 300) ?? '';
  return pattern.test(own) || pattern.test(parent);
}
