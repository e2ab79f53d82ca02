import type { ArticleDocument, Block, ElementTable, Removal } from '../../document.ts';
import { isHidden } from './hidden.ts';
import { markupRow } from './markup-verdict.ts';
import { coreContainer, massOf, type PageMass, within } from './page-mass.ts';
import { isProse } from './prose.ts';
import { pageTitles } from './title-match.ts';

/** What all rules ask of a page, measured once. */
export interface Page {
  readonly document: ArticleDocument;
  readonly blocks: readonly Block[];
  readonly elements: ElementTable;
  readonly titles: readonly (readonly string[])[];
  /** By block: reads as running text. */
  readonly prose: readonly boolean[];
  /** By block: the removal that markup alone calls for, the core container included. */
  readonly markup: readonly (Removal | null)[];
  /** Words of everything that markup leaves in. */
  readonly mass: PageMass;
  /** Element index of the core container. */
  readonly core: number;
  /** By element: 1 inside the core. */
  readonly inside: Uint8Array;
}

/** Share of the page's prose from which an element is no side matter, whatever its names say: body and theme classes. */
const MAX_SIDE_SHARE = 0.4;
/** Comments can outweigh the article above them. */
const MAX_COMMENT_SHARE = 0.9;
/** Share of the clean prose that each step towards the core must hold. */
const CORE_SHARE = 0.6;

export function readPageShape(document: ArticleDocument, elements: ElementTable): Page {
  const { blocks } = document;
  const all = massOf(blocks, elements, () => true);
  const byElement = markElements(elements, all);
  const removalOf = (block: Block): Removal | null => byElement[block.element] ?? null;
  const mass = massOf(blocks, elements, (block) => removalOf(block) === null);
  const core = coreContainer(mass.prose, elements, CORE_SHARE);
  const inside = within(elements, core);
  const markup = blocks.map((block): Removal | null => {
    const removal = removalOf(block);
    if (removal !== null) return removal;
    if (block.kind === 'separator') return { class: 'separator', rule: 'html-separator', confidence: 1 };
    return inside[block.element] === 1 ? null : outside(block);
  });
  return {
    document,
    blocks,
    elements,
    titles: pageTitles(document.head),
    prose: blocks.map(isProse),
    markup,
    mass,
    core,
    inside,
  };
}

function outside(block: Block): Removal {
  const linked = block.linkDensity > 0.5;
  return { class: linked ? 'navigation' : 'other', rule: 'html-outside-core', confidence: linked ? 0.9 : 0.7 };
}

/** By element: the removal that it or the nearest marked element above it calls for. */
function markElements(elements: ElementTable, all: PageMass): readonly (Removal | null)[] {
  const removals: (Removal | null)[] = [];
  const total = Math.max(all.prose[0] ?? 0, 1);
  elements.tag.forEach((tag, at) => {
    const above = removals[elements.parent[at] ?? -1] ?? null;
    if (above !== null) {
      removals.push(above);
      return;
    }
    const share = (all.prose[at] ?? 0) / total;
    const attributes = elements.attributes[at] ?? null;
    if (tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article') removals.push(null);
    else if (attributes !== null && share < MAX_SIDE_SHARE && isHidden(attributes)) {
      removals.push({ class: 'other', rule: 'html-hidden', confidence: 0.8 });
    } else {
      const row = markupRow(tag, attributes);
      const limit = row?.class === 'comments' ? MAX_COMMENT_SHARE : MAX_SIDE_SHARE;
      removals.push(
        row === null || share >= limit ? null : { class: row.class, rule: row.rule, confidence: row.confidence },
      );
    }
  });
  return removals;
}
