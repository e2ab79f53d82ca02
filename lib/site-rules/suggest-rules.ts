import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { stringify } from 'yaml';
import type { RemovalClass } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { readSelector } from '../core/site/select.ts';
import { readSiteTree } from '../core/site/site-tree.ts';
import { ownSelector } from './propose-selector.ts';

/** One page of a site with what cleaning made of it. */
export interface SitePage {
  readonly host: string;
  readonly source: string;
  /** Of HTML; of anything else no element can be named. */
  readonly isHtml: boolean;
  readonly record: ArticleRecord;
}

/** What is proposed for one site. */
export interface Suggestion {
  readonly host: string;
  readonly pages: number;
  readonly yaml: string;
  readonly strips: number;
  readonly patterns: number;
}

/** Pages of a host on which a text must be kept before it is taken for boilerplate. */
const MIN_PAGES = 3;
/** Longest text that becomes a pattern, UTF-16 units. */
const MAX_PATTERN_TEXT = 200;

/**
 * Proposes rules: texts that are kept on several pages of one site cannot be part of each story. Where they stand in elements
 * with a name under which nothing else is kept, the element is stripped, elsewhere the text is named.
 */
export function suggestRules(pages: readonly SitePage[]): readonly Suggestion[] {
  const byHost = new Map<string, SitePage[]>();
  for (const page of pages) byHost.set(page.host, [...(byHost.get(page.host) ?? []), page]);
  return [...byHost].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([host, own]) => suggestFor(host, own) ?? []);
}

function suggestFor(host: string, pages: readonly SitePage[]): Suggestion | null {
  const repeated = repeatedTexts(pages);
  if (repeated.size === 0) return null;
  const trees = pages.flatMap(({ source, isHtml, record }) =>
    isHtml ? [{ root: readSiteTree(source, null).root, record }] : [],
  );
  const strips = new Map<string, RemovalClass>();
  const patterns: string[] = [];
  for (const text of [...repeated.keys()].sort()) {
    const selector = trees.map(({ root }) => stripSelector(root, text)).find((found) => found !== null) ?? null;
    if (selector !== null && trees.every((tree) => isOnlyRepeated(selector, tree, repeated)))
      strips.set(selector, 'other');
    else if (text.length <= MAX_PATTERN_TEXT) patterns.push(text);
  }
  if (strips.size + patterns.length === 0) return null;
  const rule = {
    site: host,
    ...(strips.size > 0 && { strip: [...strips].map(([selector, name]) => ({ selector, class: name })) }),
    ...(patterns.length > 0 && {
      text: patterns.map((text) => ({ pattern: `^${escapePattern(text)}$`, class: 'other' })),
    }),
  };
  return { host, pages: pages.length, yaml: stringify(rule), strips: strips.size, patterns: patterns.length };
}

/** Texts that are kept on so many pages, with their number. */
function repeatedTexts(pages: readonly SitePage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of pages) {
    for (const text of new Set(record.blocks.map((block) => block.text))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Map([...counts].filter(([text, count]) => count >= MIN_PAGES && text !== ''));
}

/** A named element that holds the text: its own, or one above it that holds nothing else. */
function stripSelector(root: Document, text: string): string | null {
  const holder = DomUtils.getElementsByTagName(() => true, root).findLast((element) => foldedText(element) === text);
  for (let at: Element | null = holder ?? null; at !== null && foldedText(at) === text; ) {
    const selector = ownSelector(at, root);
    if (selector !== null) return selector;
    const { parent } = at;
    at = parent !== null && DomUtils.isTag(parent) ? parent : null;
  }
  return null;
}

/** Whether nothing of the story itself stands in what the selector finds. */
function isOnlyRepeated(
  selector: string,
  { root, record }: { readonly root: Document; readonly record: ArticleRecord },
  repeated: ReadonlyMap<string, number>,
): boolean {
  const texts = readSelector(selector).values(root);
  return record.blocks.every(({ text }) => repeated.has(text) || !texts.some((held) => held.includes(text)));
}

function foldedText(element: Element): string {
  return DomUtils.innerText(element).replace(/\s+/g, ' ').trim();
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '-' : `\\${character}`));
}
