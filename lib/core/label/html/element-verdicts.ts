import type { ElementTable, Removal } from '../../document.ts';
import { isHidden } from './hidden.ts';
import { type MarkupNames, markupNames, NO_NAMES } from './markup-verdict.ts';
import type { PageMass } from './page-mass.ts';

/** Share of the page's prose from which an element is no side matter, whatever its names say: body and theme classes. */
const MAX_SIDE_SHARE = 0.35;
/** Comments can outweigh the article above them. */
const MAX_COMMENT_SHARE = 0.9;
/** Share of prose outside the posts: above the first a page has a story of its own, below the second it has none. */
const MAX_BESIDE_DISCUSSION = 0.5;
const LITTLE_BESIDE_DISCUSSION = 0.05;
/** The rule for windows over the page; what an accordion drops down bears their names too. */
const OVERLAY = 'html-overlay';
/** Tags that hold the story if anything does: their own names are those of the theme. */
const STRUCTURE_TAGS = new Set(['html', 'body', 'main', 'article']);

/** What the names of every element that holds blocks say, by index. */
export function namesOfElements(elements: ElementTable, holds: Uint8Array): readonly MarkupNames[] {
  const names: MarkupNames[] = [];
  for (let at = 0; at < elements.tag.length; at++)
    names.push(holds[at] === 1 ? markupNames(elements.tag[at] ?? '', elements.attributes[at] ?? null) : NO_NAMES);
  return names;
}

/** By element: the removal that it, or the nearest marked element above it, calls for. */
export function markElements(
  elements: ElementTable,
  names: readonly MarkupNames[],
  holds: Uint8Array,
  mass: PageMass,
  { certainOnly, discussion }: { readonly certainOnly: boolean; readonly discussion: boolean },
): readonly (Removal | null)[] {
  const total = Math.max(mass.prose[0] ?? 0, 1);
  const shared = massByClass(elements, mass);
  const body = bodiesInside(elements, names, mass, total);
  const removals: (Removal | null)[] = new Array(elements.tag.length).fill(null);
  for (let at = 0; at < removals.length; at++) {
    if (holds[at] !== 1) continue;
    const above = at === 0 ? null : (removals[elements.parent[at] ?? 0] ?? null);
    removals[at] = above ?? (STRUCTURE_TAGS.has(elements.tag[at] ?? '') ? null : own(at));
  }
  return removals;

  /** A closed panel of the page is read by whoever opens it. */
  function opens(at: number): boolean {
    return names[at]?.disclosure === true || names[elements.parent[at] ?? 0]?.disclosure === true;
  }

  function own(at: number): Removal | null {
    const attributes = elements.attributes[at] ?? null;
    const share = (mass.prose[at] ?? 0) / total;
    if (attributes !== null && share < MAX_SIDE_SHARE && isHidden(attributes) && !opens(at))
      return { class: 'other', rule: 'html-hidden', confidence: 0.8 };
    const row = names[at]?.row ?? null;
    if (row === null || (discussion && row.class === 'comments')) return null;
    if (row.rule === OVERLAY && names[at]?.disclosure === true) return null;
    if (row.certain !== true) {
      if (certainOnly || body[at] === 1) return null;
      if ((shared.get(attributes?.class ?? '') ?? 0) / total >= MAX_SIDE_SHARE) return null;
    }
    if (share >= (row.class === 'comments' ? MAX_COMMENT_SHARE : MAX_SIDE_SHARE)) return null;
    return { class: row.class, rule: row.rule, confidence: row.confidence };
  }
}

/**
 * Whether comments are what the page is for: it calls itself a forum or a question page, and little but its posts is prose.
 */
export function isDiscussion(names: readonly MarkupNames[], all: PageMass, besideComments: PageMass): boolean {
  const total = all.prose[0] ?? 0;
  const beside = besideComments.prose[0] ?? 0;
  if (total === 0 || beside / total > MAX_BESIDE_DISCUSSION) return false;
  return (
    beside / total < LITTLE_BESIDE_DISCUSSION ||
    names.some((name, at) => name.discussion && (all.prose[at] ?? 0) / total >= 0.5)
  );
}

/** Prose of all elements with the same class: what stands on every paragraph of the story is not the name of a side matter. */
function massByClass(elements: ElementTable, mass: PageMass): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let at = 0; at < mass.prose.length; at++) {
    const prose = mass.prose[at] ?? 0;
    const name = prose > 0 ? elements.attributes[at]?.class : undefined;
    if (name) sums.set(name, (sums.get(name) ?? 0) + prose);
  }
  return sums;
}

/** 1 for elements that hold, or are, a named body of the story with a share of the prose worth the name. */
function bodiesInside(
  elements: ElementTable,
  names: readonly MarkupNames[],
  mass: PageMass,
  total: number,
): Uint8Array {
  const inside = new Uint8Array(elements.tag.length);
  for (let at = elements.tag.length - 1; at > 0; at--) {
    if (names[at]?.body === true && (mass.prose[at] ?? 0) / total >= 0.1) inside[at] = 1;
    if (inside[at] === 1) inside[elements.parent[at] ?? 0] = 1;
  }
  return inside;
}
