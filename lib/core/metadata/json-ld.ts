import { asList, asObject, property } from './values.ts';

/** One object of the page's linked data. */
export type LdNode = Readonly<Record<string, unknown>>;

/** Linked data of a page: the objects that stand at the top, and all objects that have an `@id`. */
export interface LdGraph {
  readonly nodes: readonly LdNode[];
  readonly byId: ReadonlyMap<string, LdNode>;
}

/** Objects read at most, and levels below the script; a page that has more says nothing about an article there. */
const MAX_NODES = 3000;
const MAX_DEPTH = 8;

/** Keys that hold the page's own object, as against objects that it merely names (teasers, publisher, parts). */
const CONTAINERS = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/** Reads the parsed `application/ld+json` scripts of a page; anything that is no object is passed over. */
export function readGraph(scripts: readonly unknown[]): LdGraph {
  const nodes: LdNode[] = [];
  const byId = new Map<string, LdNode>();
  const queue: { readonly value: unknown; readonly depth: number; readonly top: boolean }[] = scripts.map((value) => ({
    value,
    depth: 0,
    top: true,
  }));
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const entry = queue[at];
    if (!entry || entry.depth > MAX_DEPTH) continue;
    if (Array.isArray(entry.value)) {
      for (const value of entry.value.slice(0, MAX_NODES)) queue.push({ ...entry, value, depth: entry.depth + 1 });
      continue;
    }
    const node = asObject(entry.value);
    if (!node) continue;
    indexNode(node, byId);
    if (entry.top && typesOf(node).length > 0) nodes.push(node);
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null) continue;
      queue.push({ value, depth: entry.depth + 1, top: entry.top && CONTAINERS.includes(key) });
    }
  }
  return { nodes, byId };
}

function indexNode(node: LdNode, byId: Map<string, LdNode>): void {
  const id = property(node, '@id');
  // A bare reference has the same id as the object it names.
  if (typeof id !== 'string' || id.length > 2000 || Object.keys(node).length < 2) return;
  const known = byId.get(id);
  if (!known || Object.keys(known).length < Object.keys(node).length) byId.set(id, node);
}

/** Types of a node without the vocabulary: `NewsArticle`; empty when it has none. */
export function typesOf(node: LdNode): readonly string[] {
  return asList(property(node, '@type'), 8).flatMap((type) =>
    typeof type === 'string' ? [type.slice(0, 200).replace(/^.*[/#:]/, '')] : [],
  );
}

/** The node itself, or the one that its `@id` names when it is a bare reference. */
export function resolve(graph: LdGraph, value: unknown): LdNode | null {
  const node = asObject(value);
  if (!node) return null;
  const id = property(node, '@id');
  if (typeof id === 'string' && !Object.hasOwn(node, 'name')) return graph.byId.get(id) ?? node;
  return node;
}

/** First own value among `keys` that is not empty. */
export function firstOf(node: LdNode, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = property(node, key);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|Recipe|HowTo)$/;
const PAGE_TYPE = /(?:WebPage|ItemPage|VideoObject|ImageGallery|MediaGallery|CreativeWork)$/;

/** Whether an object describes an article, not the page that holds it. */
export function isArticleNode(node: LdNode): boolean {
  return typesOf(node).some((type) => ARTICLE_TYPE.test(type));
}

/**
 * The object that describes the article: of an article type and with a headline that `isTitle` confirms if there is one,
 * else the first of an article type, else a page object with a headline or an author.
 */
export function findArticle(graph: LdGraph, isTitle: (headline: string) => boolean): LdNode | null {
  const articles = graph.nodes.filter(isArticleNode);
  const confirmed = articles.find((node) => {
    const headline = firstOf(node, 'headline', 'name');
    return typeof headline === 'string' && isTitle(headline);
  });
  if (confirmed) return confirmed;
  // Several articles of which none is the page's: a list of teasers.
  if (articles.length > 0 && articles.length <= 3) return articles[0] ?? null;
  if (articles.length > 3) return null;
  return (
    graph.nodes.find(
      (node) =>
        typesOf(node).some((type) => PAGE_TYPE.test(type)) &&
        firstOf(node, 'headline', 'author', 'datePublished') !== undefined,
    ) ?? null
  );
}
