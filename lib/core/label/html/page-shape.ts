import type { ArticleDocument, Block, ElementTable, Removal } from '../../document.ts';
import { findPictured } from './caption.ts';
import { isDiscussion, markElements, namesOfElements } from './element-verdicts.ts';
import type { MarkupNames } from './markup-verdict.ts';
import { coreContainer, holdBlocks, massOf, type PageMass, within } from './page-mass.ts';
import { isProse } from './prose.ts';
import { findHeadline, storyTitles, type Title } from './title-match.ts';

/** What all rules ask of a page, measured once. */
export interface Page {
  readonly document: ArticleDocument;
  readonly blocks: readonly Block[];
  readonly elements: ElementTable;
  readonly names: readonly MarkupNames[];
  readonly titles: readonly Title[];
  /** By block: reads as running text. */
  readonly prose: readonly boolean[];
  /** By block: the removal that markup alone calls for. */
  readonly markup: readonly (Removal | null)[];
  /** Words of everything that markup leaves in. */
  readonly mass: PageMass;
  /** Element index of the core container. */
  readonly core: number;
  /** By element: 1 inside the core. */
  readonly inside: Uint8Array;
  /** By element: 1 inside the outer core, which holds nearly all clean prose. */
  readonly around: Uint8Array;
  /** By element: 1 when a picture lies in it. */
  readonly pictured: Uint8Array;
  /** Index of the block that is the headline; -1 when none is found. */
  readonly headline: number;
}

/** Share of the clean prose that each step towards the core must hold. */
const CORE_SHARE = 0.7;
/** The same for the outer core, in which prose beside the core still belongs to the story: introductions, second columns. */
const OUTER_CORE_SHARE = 0.9;

const POP_UP: Removal = { class: 'other', rule: 'html-pop-up', confidence: 0.9 };

export function readPageShape(document: ArticleDocument, elements: ElementTable): Page {
  const { blocks } = document;
  const holds = holdBlocks(blocks, elements);
  const names = namesOfElements(elements, holds);
  const prose = blocks.map(isProse);
  const all = massOf(blocks, elements, prose, () => true);
  const strict = markElements(elements, names, holds, all, { certainOnly: true, discussion: false });
  const discussion = isDiscussion(
    names,
    all,
    massOf(blocks, elements, prose, (block) => strict[block.element] == null),
  );
  const certain = discussion ? markElements(elements, names, holds, all, { certainOnly: true, discussion }) : strict;
  const cleaner = massOf(blocks, elements, prose, (block) => certain[block.element] == null);
  const byElement = markElements(elements, names, holds, cleaner, { certainOnly: false, discussion });
  const removalOf = (block: Block): Removal | null =>
    block.popUp === true ? POP_UP : (certain[block.element] ?? byElement[block.element] ?? null);
  const mass = massOf(blocks, elements, prose, (block) => removalOf(block) === null);
  const core = coreContainer(mass, elements, CORE_SHARE);
  const titles = storyTitles(document);
  return {
    document,
    blocks,
    elements,
    names,
    titles,
    pictured: findPictured(blocks, elements),
    headline: findHeadline(blocks, titles),
    prose,
    markup: blocks.map(removalOf),
    mass,
    core,
    inside: within(elements, core),
    around: within(elements, coreContainer(mass, elements, OUTER_CORE_SHARE)),
  };
}
