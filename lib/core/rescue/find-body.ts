import type { LdNode } from '../metadata/json-ld.ts';
import { asObject } from '../metadata/values.ts';
import { countWords } from '../parse/words.ts';
import { type Allowance, bodyToHtml, isCard, isStory, spend, typeOf, unpacked } from './body-html.ts';
import type { PageIdentity } from './page-identity.ts';

/** A stretch of JSON that reads like the text of a story. */
export interface Body {
  readonly html: string;
  readonly words: number;
  /** Levels up to the object that names itself like the page; `null` when none does. */
  readonly distance: number | null;
  /** Whether it stands in an object with headline and date or author, as stories do. */
  readonly inStory: boolean;
}

/** Words and sentences from which a text is no label, message or teaser. */
const MIN_WORDS = 60;
const MIN_SENTENCES = 3;
/** Values that are visited in one page, levels of nesting, and bodies that are written out. */
const MAX_VISITS = 200_000;
const MAX_LEVELS = 48;
const MAX_BODIES = 1000;
/** Characters of strings that are read in one state, three times the longest that scripts may hold. */
const MAX_CHARACTERS = 24_000_000;
const MAX_ANCESTORS = 6;
/** A string that cannot hold so many words. */
const MIN_CHARS = 200;

const BODY_KEY =
  /body|content|text|html|paragraph|block|element|component|story|article|section|children|rendered|markup|value|copy/i;
/** What a story has beside its text, but is not its text. */
const OTHER_KEY =
  /description|summary|excerpt|abstract|teaser|dek|meta|seo|caption|credit|bio|comment|related|recommend|promo|consent|cookie|privacy|legal|terms|translation|messages|locale|i18n|css|style|script/i;

interface Open {
  readonly value: unknown;
  readonly key: string;
  readonly parents: readonly LdNode[];
  readonly level: number;
}

/** The texts in JSON that could be a story's, in document order. Bounded in all that hostile JSON can have much of. */
export function findBodies(values: readonly unknown[], identity: PageIdentity): readonly Body[] {
  const bodies: Body[] = [];
  const stack: Open[] = values.map((value) => ({ value, key: '', parents: [], level: 0 })).reverse();
  const seen = new Set<object>();
  const references = new References();
  const allowance: Allowance = { characters: MAX_CHARACTERS };
  for (let visits = 0, open = stack.pop(); open !== undefined && visits < MAX_VISITS; visits++, open = stack.pop()) {
    if (typeof open.value === 'string' && !spend(allowance, open.value)) break;
    const value = unpacked(references.resolve(open.value));
    if (OTHER_KEY.test(open.key) || open.level > MAX_LEVELS) continue;
    const body = isBodyLike(open.key, value) ? toBody(value, open.parents, { identity, references, allowance }) : null;
    if (body !== null && bodies.push(body) >= MAX_BODIES) break;
    if (body !== null || typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    references.index(value);
    const node = asObject(value);
    const parents = node === null ? open.parents : [node, ...open.parents].slice(0, MAX_ANCESTORS);
    const level = open.level + 1;
    const entries = Object.entries(value).slice(0, MAX_VISITS - visits);
    for (const [key, inner] of entries.reverse())
      if (isWorthALook(inner)) stack.push({ value: inner, key: node === null ? open.key : key, parents, level });
  }
  return bodies;
}

function isWorthALook(value: unknown): boolean {
  return typeof value === 'string' ? value.length >= MIN_CHARS : typeof value === 'object' && value !== null;
}

function isBodyLike(key: string, value: unknown): boolean {
  if (typeof value === 'string') return value.length >= MIN_CHARS && /\s/.test(value.slice(0, MIN_CHARS));
  if (!Array.isArray(value) || value.length === 0 || (key !== '' && !BODY_KEY.test(key))) return false;
  const some = value.slice(0, 40);
  const nodes = some.filter((part) => {
    const node = asObject(part);
    return (
      typeof part === 'string' ||
      (node !== null && !isCard(node) && !isStory(node) && (typeOf(node) !== '' || hasText(node)))
    );
  });
  return nodes.length * 2 > some.length;
}

function hasText(node: LdNode): boolean {
  return ['text', 'content', 'html', 'value', 'body', 'paragraph', '__ref'].some((key) => Object.hasOwn(node, key));
}

interface Reading {
  readonly identity: PageIdentity;
  readonly references: References;
  readonly allowance: Allowance;
}

function toBody(value: unknown, parents: readonly LdNode[], reading: Reading): Body | null {
  const { identity, references, allowance } = reading;
  const html = bodyToHtml(Array.isArray(value) ? value.map((part) => references.resolve(part)) : value, allowance);
  const plain = html.replace(/<[^<>]{1,4000}>/g, ' ');
  const words = countWords(plain);
  if (words < MIN_WORDS || countSentences(plain) < MIN_SENTENCES) return null;
  return { html, words, ...ownership(parents, identity), inStory: parents.slice(0, 2).some(isStory) };
}

const SENTENCE_END = /[.!?…؟।]["'”’»)]?(?=\s|$)|[。！？]/g;

function countSentences(text: string): number {
  return text.match(SENTENCE_END)?.length ?? 0;
}

/** The nearest object that names itself decides. */
function ownership(parents: readonly LdNode[], identity: PageIdentity): { readonly distance: number | null } {
  for (const [distance, parent] of parents.entries()) {
    const owns = identity.owns(parent);
    if (owns !== 'unknown') return { distance: owns === 'own' ? distance : null };
  }
  return { distance: null };
}

/** Objects of a normalised store, by the key under which others name them: `{"__ref": "Paragraph:1"}`. */
class References {
  private readonly byKey = new Map<string, unknown>();

  index(store: object): void {
    if (Array.isArray(store) || this.byKey.size > MAX_VISITS) return;
    for (const [key, value] of Object.entries(store))
      if (key.includes(':') && key.length < 300 && typeof value === 'object') this.byKey.set(key, value);
  }

  resolve(value: unknown): unknown {
    const reference = asObject(value)?.__ref;
    return typeof reference === 'string' ? (this.byKey.get(reference) ?? value) : value;
  }
}
