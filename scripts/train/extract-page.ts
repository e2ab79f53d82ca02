import type { ArticleDocument, Block } from '../../lib/core/document.ts';

/** How boldly an extractor cuts; pages are extracted in several ways, because extractors differ. */
export interface ExtractorHabits {
  /** Share of the page's prose (0..1, words) that the element taken for the article must hold. */
  readonly leastProse: number;
  /** Leaves out what is named like the frame of a page, not only what is marked up so. */
  readonly readsNames: boolean;
  /** Share of linked words (0..1) from which a list, a table or a part of few commas falls. */
  readonly mostLinked: number;
  /** Takes the frames inside too, and pictures. */
  readonly takesAll?: true;
}

const PROSE_WORDS = 12;
const MOST_LINKED_PROSE = 0.35;
/** Commas from which a part is text whatever its links are. */
const TEXT_COMMAS = 10;
/** Elements that frame a page. */
const FRAME_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'form', 'aside', 'button', 'select', 'dialog']);
const FRAME_NAMES =
  /^(?:nav\w{0,12}|menu\w{0,8}|footer|sidebar|side|comments?|respond|shar(?:e|ing)\w{0,6}|social\w{0,6}|related\w{0,8}|promo\w{0,8}|banner|breadcrumbs?|newsletter\w{0,8}|cookies?|popup|modal|widgets?|ads?|advert\w{0,10}|sponsor\w{0,4}|pagination|pager)$/;
/** What holds the text whatever it is named. */
const BODY_TAGS: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
const PART_TAGS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'div', 'section', 'table', 'header', 'details']);

/**
 * Takes of a page what an extractor of the usual kind would: the smallest element that holds most of the prose, without frames and
 * without parts that are mostly links. It knows nothing of what the article is, so it leaves in and out what extractors do.
 *
 * @returns whether each block is taken; none of a page without prose.
 */
export function extractPage(document: ArticleDocument, habits: ExtractorHabits): readonly boolean[] {
  const framed = habits.takesAll
    ? new Uint8Array(document.elements?.tag.length ?? 0)
    : findFrames(document, habits.readsNames);
  const open = document.blocks.map(({ element }) => framed[element] !== 1);
  const top = findTop(document, open, habits.leastProse);
  const inside = findInside(document, top);
  const dropped = findLinkedParts(document, inside, habits.mostLinked);
  return document.blocks.map(
    (block, at) =>
      open[at] === true &&
      inside[block.element] === 1 &&
      dropped[block.element] !== 1 &&
      (isText(block) || (habits.takesAll === true && block.kind === 'image')),
  );
}

function isText({ kind, text }: Block): boolean {
  return kind !== 'image' && kind !== 'separator' && text !== '';
}

/** 1 for elements in the frame of the page. */
function findFrames({ elements }: ArticleDocument, readsNames: boolean): Uint8Array {
  const framed = new Uint8Array(elements?.tag.length ?? 0);
  elements?.tag.forEach((tag, at) => {
    if (framed[elements.parent[at] ?? -1] === 1) framed[at] = 1;
    else if (FRAME_TAGS.has(tag)) framed[at] = 1;
    else if (readsNames && !BODY_TAGS.has(tag)) {
      const { class: names = '', id = '' } = elements.attributes[at] ?? {};
      const tokens = `${names} ${id}`.toLowerCase().split(/[\s_-]+/);
      if (tokens.some((token) => FRAME_NAMES.test(token))) framed[at] = 1;
    }
  });
  return framed;
}

/** The smallest element that holds the asked share of the prose; -1 for none. */
function findTop({ blocks, elements }: ArticleDocument, open: readonly boolean[], leastProse: number): number {
  const parent = elements?.parent ?? [];
  const held = new Float64Array(parent.length);
  let all = 0;
  blocks.forEach((block, at) => {
    if (open[at] !== true || block.words < PROSE_WORDS || block.linkDensity >= MOST_LINKED_PROSE) return;
    all += block.words;
    for (let up = block.element; up >= 0; up = parent[up] ?? -1) held[up] = (held[up] ?? 0) + block.words;
  });
  let top = -1;
  // Elements stand before what they hold: the last one that holds enough is the smallest.
  held.forEach((words, at) => {
    if (all > 0 && words >= all * leastProse) top = at;
  });
  return top;
}

/** 1 for an element and all that it holds. */
function findInside({ elements }: ArticleDocument, top: number): Uint8Array {
  const inside = new Uint8Array(elements?.tag.length ?? 0);
  elements?.parent.forEach((parent, at) => {
    if (at === top || inside[parent] === 1) inside[at] = 1;
  });
  return inside;
}

/** 1 for elements in parts that are mostly links. */
function findLinkedParts({ blocks, elements }: ArticleDocument, inside: Uint8Array, mostLinked: number): Uint8Array {
  const count = elements?.tag.length ?? 0;
  const words = new Float64Array(count);
  const linked = new Float64Array(count);
  const commas = new Float64Array(count);
  for (const block of blocks) {
    const found = block.text.split(/[,،、，]/).length - 1;
    for (let up = block.element; up >= 0 && inside[up] === 1; up = elements?.parent[up] ?? -1) {
      words[up] = (words[up] ?? 0) + block.words;
      linked[up] = (linked[up] ?? 0) + block.words * block.linkDensity;
      commas[up] = (commas[up] ?? 0) + found;
    }
  }
  const dropped = new Uint8Array(count);
  elements?.tag.forEach((tag, at) => {
    if (inside[at] !== 1) return;
    const isLinked = (linked[at] ?? 0) > (words[at] ?? 0) * mostLinked && (commas[at] ?? 0) < TEXT_COMMAS;
    if (dropped[elements.parent[at] ?? -1] === 1 || (PART_TAGS.has(tag) && isLinked)) dropped[at] = 1;
  });
  return dropped;
}
