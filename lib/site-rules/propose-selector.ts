import type { AnyNode, Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { namesOf } from '../core/site/author-names.ts';
import { isSelector, readSelector } from '../core/site/select.ts';

/** Share of the paragraphs that the body must hold. */
const BODY_SHARE = 0.9;
/** Names that a program made or that say how it looks: they change with the next version of the site. */
const UNSTABLE =
  /\d{3,}|^(?:css|sc|jsx|svelte|emotion)-|__[A-Za-z0-9]{5,}$|^[a-z]{1,2}\d|^(?:row|col|container|wrapper|grid|flex|w|h|m|p)[-\d]*$/i;

/** A selector of the innermost element that holds the paragraphs; `null` where no name leads to it. */
export function bodySelector(root: Document, paragraphs: readonly string[]): string | null {
  const wanted = new Set(paragraphs.map(fold));
  const counts = new Map<AnyNode, number>();
  for (const element of DomUtils.getElementsByTagName(() => true, root)) {
    if (!wanted.has(fold(DomUtils.innerText(element)))) continue;
    for (let at: AnyNode | null = element.parent; at !== null; at = at.parent)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const enough = paragraphs.length * BODY_SHARE;
  let best: Element | null = null;
  for (const [node, count] of counts) {
    if (count < enough || !DomUtils.isTag(node)) continue;
    if (best === null || depthOf(node) > depthOf(best)) best = node;
  }
  for (let at: AnyNode | null = best; at !== null && DomUtils.isTag(at); at = at.parent) {
    const selector = ownSelector(at, root);
    if (selector !== null) return selector;
  }
  return null;
}

/** A selector that finds this text first; `null` where no name leads to it. */
export function selectorOf(root: Document, text: string): string | null {
  const wanted = fold(text);
  const holders = DomUtils.getElementsByTagName(() => true, root).filter((element) => {
    return element.name !== 'title' && fold(DomUtils.innerText(element)) === wanted;
  });
  for (const holder of holders.reverse()) {
    for (const selector of [ownSelector(holder, root), holder.name === 'h1' ? 'h1' : null]) {
      if (selector !== null && fold(readSelector(selector).values(root)[0] ?? '') === wanted) return selector;
    }
  }
  return null;
}

/** A selector of the first element in which these names stand and none but them; `null` where no name leads to one. */
export function bylineSelector(root: Document, names: readonly string[]): string | null {
  const [first = ''] = names;
  const holders = DomUtils.getElementsByTagName(() => true, root).filter((element) => {
    return element.name !== 'title' && DomUtils.innerText(element).includes(first);
  });
  for (const holder of holders) {
    const byRelation = holder.attribs.rel === 'author' ? `${holder.name}[rel=author]` : null;
    for (const selector of [ownSelector(holder, root), byRelation]) {
      const found = selector === null ? [] : readSelector(selector).values(root).flatMap(namesOf);
      if (selector !== null && JSON.stringify(found) === JSON.stringify(names)) return selector;
    }
  }
  return null;
}

/** A selector by what the element is called; `null` when it has no name that will last. */
export function ownSelector(element: Element, root: Document): string | null {
  const { name, attribs } = element;
  const candidates = [
    ...(attribs.itemprop ? [`[itemprop=${JSON.stringify(attribs.itemprop)}]`] : []),
    ...(isStable(attribs.id ?? '') ? [`#${attribs.id}`] : []),
    ...(attribs.class ?? '')
      .split(/\s+/)
      .filter(isStable)
      .map((one) => `${name}.${one}`),
    ...(name === 'article' || name === 'main' ? [name] : []),
  ];
  const usable = candidates.filter((selector) => isSelector(selector));
  return usable.find((selector) => readSelector(selector).elements(root).length === 1) ?? usable[0] ?? null;
}

function isStable(name: string): boolean {
  return /^[a-z][\w-]{2,50}$/i.test(name) && !UNSTABLE.test(name);
}

function depthOf(node: AnyNode): number {
  let depth = 0;
  for (let at = node.parent; at !== null; at = at.parent) depth++;
  return depth;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
