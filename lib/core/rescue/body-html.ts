import { asObject, property } from '../metadata/values.ts';
import { parseJson } from './json-slices.ts';

/** Nodes of one body that are read, and levels of it. */
const MAX_NODES = 20_000;
const MAX_LEVELS = 24;

/** Keys that say what a node is, keys of its parts, keys of its text, and objects put round both, by preference. */
const TYPE_KEYS = ['type', '_type', 'nodeType', '__typename', 'name', 'tag', 'kind', 'style', 'blockName'];
const PART_KEYS =
  'children content blocks items listItems elements nodes paragraphs body content_elements innerBlocks components parts sections text'.split(
    ' ',
  );
const TEXT_KEYS = 'text content html value body bodyHtml markup copy paragraph rendered innerHTML raw'.split(' ');
const WRAPPER_KEYS = 'data model attrs attributes fields props node value content body json root document'.split(' ');

const HEADING = /\b(?:h[1-6]|head(?:ing|er|line)?|sub-?(?:head(?:ing|er)?|title)|crosshead)\b/;
const ITEM = /\b(?:li|list-?item|(?:un)?ordered-list-item|[ou]li)\b/;
const QUOTE = /\b(?:block-?quote|pull-?quote|quote|pq|bq)\b/;
const CODE = /\b(?:code-?block|code-?fence|pre)\b/;
const INLINE =
  /\b(?:span|a|link|hyper-?link|mark|strong|em|b|i|bold|italic|inline|text-?(?:run|node)|fragment|entity-hyperlink)\b/;
/** What stands in a body and is no text of it. */
const FOREIGN =
  /\b(?:images?|img|photos?|picture|figure|video|audio|media|gallery|slideshow|embeds?|embedded|oembed|iframe|ads?|advert\w*|promo\w*|related\w*|teaser\w*|recommend\w*|newsletter\w*|sign-?up|interstitial\w*|social|tweet|twitter|instagram|facebook|youtube|share|widget|script|style|captions?|credits?|bylines?|authors?|tags?|comments?|divider|hr|raw_html|paywall|cookie\w*|consent)\b/;

const BLOCK_TAG =
  /<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|section|article|figure|table|pre|main|header)\b[^<>]{0,2000}>/i;
const INLINE_TAG =
  /<(?:\/?(?:a|b|i|em|strong|span|u|sub|sup|small|br|cite|code|mark|q|time)\b[^<>]{0,2000}|br\s?\/?)>/i;
const ENTITY = /&(?:[a-z]{2,8}\d?|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Characters that may still be read; one text can be named thousands of times over. */
export interface Allowance {
  characters: number;
}

/** A body as HTML: a string, plain or with markup, or a list of strings and nodes; `''` for anything else. */
export function bodyToHtml(body: unknown, allowance: Allowance): string {
  return new BodyWriter(allowance).write(body, 0, false);
}

/** Whether a text may still be read. */
export function spend(allowance: Allowance, text: string): boolean {
  allowance.characters -= text.length;
  return allowance.characters >= 0;
}

class BodyWriter {
  private room = MAX_NODES;

  constructor(private readonly allowance: Allowance) {}

  write(value: unknown, level: number, inline: boolean): string {
    if (level > MAX_LEVELS || this.room-- <= 0) return '';
    if (typeof value === 'string' && !spend(this.allowance, value)) return '';
    if (typeof value === 'string') return inline ? inlineHtml(value) : textToHtml(value);
    if (Array.isArray(value)) return value.map((part) => this.write(part, level + 1, inline)).join('');
    const node = asObject(value);
    return node === null ? '' : this.node(node, level, inline);
  }

  private node(node: Readonly<Record<string, unknown>>, level: number, inline: boolean): string {
    const type = typeOf(node);
    if (FOREIGN.test(type) || isCard(node) || isStory(node)) return '';
    if (inline || (INLINE.test(type) && !/\bp(?:aragraph)?\b/.test(type))) return this.parts(node, level, true);
    if (HEADING.test(type)) return wrap(headingTag(node, type), this.parts(node, level, true));
    if (ITEM.test(type) || property(node, 'listItem') !== undefined)
      return `<ul>${wrap('li', this.parts(node, level, true))}</ul>`;
    if (QUOTE.test(type)) return wrap('blockquote', this.parts(node, level, false));
    if (CODE.test(type)) return wrap('pre', this.parts(node, level, true));
    if (/\blists?\b|\b[ou]l\b/.test(type)) return this.list(node, level);
    return this.section(node, level, /\bp(?:aragraph)?\b|\bblock\b|\bunstyled\b/.test(type));
  }

  /** A paragraph, or parts under a heading of their own. */
  private section(node: Readonly<Record<string, unknown>>, level: number, isParagraph: boolean): string {
    const inner = this.parts(node, level, isParagraph);
    if (isParagraph) return BLOCK_TAG.test(inner) ? inner : wrap('p', inner);
    const title = ['heading', 'title', 'headline', 'subtitle'].map((key) => property(node, key)).find(isText);
    return inner === '' || title === undefined ? inner : wrap('h2', inlineHtml(title)) + inner;
  }

  private list(node: Readonly<Record<string, unknown>>, level: number): string {
    const items = partsOf(node);
    if (!Array.isArray(items)) return this.parts(node, level, false);
    const entries = items.map((item) => wrap('li', this.write(item, level + 1, true))).join('');
    return wrap('ul', entries);
  }

  private parts(node: Readonly<Record<string, unknown>>, level: number, inline: boolean): string {
    const parts = partsOf(node);
    return parts === undefined ? '' : this.write(parts, level + 1, inline);
  }
}

/** Its text or its parts, in the node or in an object that is put round them. */
function partsOf(node: Readonly<Record<string, unknown>>, depth = 0): unknown {
  const text = TEXT_KEYS.map((key) => property(node, key)).find(isText);
  if (text !== undefined) return text;
  const list = PART_KEYS.map((key) => property(node, key)).find((value) => Array.isArray(value) && value.length > 0);
  if (list !== undefined || depth > 3) return list;
  for (const key of WRAPPER_KEYS) {
    const inner = asObject(property(node, key));
    const found = inner === null ? undefined : partsOf(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lower-case words of everything that says what a node is. */
export function typeOf(node: Readonly<Record<string, unknown>>): string {
  return TYPE_KEYS.map((key) => property(node, key))
    .filter((value): value is string => typeof value === 'string' && value.length < 60)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Headline and address in one object are a card of another story. */
export function isCard(node: Readonly<Record<string, unknown>>): boolean {
  const has = (...keys: readonly string[]) => keys.some((key) => isText(property(node, key)));
  return has('headline', 'title', 'shortTitle') && has('url', 'href', 'link', 'slug', 'uri', 'canonical_url', 'path');
}

const STORY_KEYS = [/^(?:headlines?|title|hed)$/i, /date|publi|created|updated|author|byline|creator/i];

/** Headline and date or author in one object are those of a story. */
export function isStory(node: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(node).slice(0, 200);
  return STORY_KEYS.every((wanted) => keys.some((key) => wanted.test(key)));
}

function headingTag(node: Readonly<Record<string, unknown>>, type: string): string {
  const named = /\bh([1-6])\b/.exec(type)?.[1];
  const data = asObject(property(node, 'data')) ?? asObject(property(node, 'attrs')) ?? node;
  const level = Number(named ?? property(data, 'level') ?? property(node, 'level') ?? 2);
  return `h${level >= 1 && level <= 6 ? Math.floor(level) : 2}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function wrap(tag: string, inner: string): string {
  return inner.trim() === '' ? '' : `<${tag}>${inner}</${tag}>`;
}

function inlineHtml(text: string): string {
  if (BLOCK_TAG.test(text) || INLINE_TAG.test(text) || ENTITY.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A string that stands for one or more paragraphs: HTML, escaped HTML, or plain text with a paragraph a line. */
function textToHtml(text: string): string {
  if (BLOCK_TAG.test(text)) return text;
  if (/&lt;(?:p|div|h\d|ul)\b/i.test(text))
    return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => UNESCAPED[entity] ?? entity);
  return text
    .split(/\n\s*\n|\n|(?:<br\s?\/?>\s*){2,}/i)
    .map((line) => wrap('p', inlineHtml(line)))
    .join('');
}

const UNESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** A body that is JSON in a string, as some stores keep it, or the value itself. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s{0,10}[[{]\s{0,10}["{[]/.test(value)) return value;
  return parseJson(value) ?? value;
}
