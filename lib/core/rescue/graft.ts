import type { ArticleDocument, Block, ElementTable, LabelledBlock, LabelledDocument, Removal } from '../document.ts';
import type { PageScript } from '../parse/page-scripts.ts';

/** What a page shows in place of its story. */
const SHELL: Removal = { class: 'other', rule: 'rescue-page-shell', confidence: 0.6 };

/**
 * Puts the labelled blocks of a text that a script holds in the place of that script; what the page itself shows is left out.
 * The paths of the text begin with that of the script.
 */
export function graft(page: LabelledDocument, text: LabelledDocument, script: PageScript): LabelledDocument {
  const { elements } = page.document;
  if (elements === null || text.document.elements === null) return page;
  const groups = page.document.blocks.reduce((most, { group }) => Math.max(most, group), -1) + 1;
  const first = elements.tag.length - 1;
  const placed = text.blocks.map(
    (entry): LabelledBlock => ({ ...entry, block: place(entry.block, first, groups, script.element) }),
  );
  const shell = page.blocks.map((entry): LabelledBlock => (entry.removal === null ? leaveOut(entry) : entry));
  const blocks = [...shell.slice(0, script.blocksBefore), ...placed, ...shell.slice(script.blocksBefore)];
  const document: ArticleDocument = {
    ...page.document,
    blocks: blocks.map(({ block }) => block),
    elements: joinElements(elements, text.document.elements, script.element),
    notes: [...new Set([...page.document.notes, ...text.document.notes])],
  };
  return { document, blocks };
}

function place(block: Block, first: number, groups: number, script: number): Block {
  const element = block.element > 0 ? block.element + first : script;
  return { ...block, element, group: block.group < 0 ? -1 : block.group + groups };
}

function leaveOut({ block }: LabelledBlock): LabelledBlock {
  const textless = block.kind === 'image' || block.kind === 'separator';
  return { block, removal: textless ? null : SHELL, type: null };
}

/** The elements of the text behind those of the page, its root being the script. */
function joinElements(page: ElementTable, text: ElementTable, script: number): ElementTable {
  const first = page.tag.length - 1;
  const depth = (page.depth[script] ?? 0) + 1;
  const own = text.parent.slice(1).map((parent) => (parent > 0 ? parent + first : script));
  return {
    tag: [...page.tag, ...text.tag.slice(1)],
    parent: [...page.parent, ...own],
    position: [...page.position, ...text.position.slice(1)],
    depth: [...page.depth, ...text.depth.slice(1).map((level) => level - 1 + depth)],
    attributes: [...page.attributes, ...text.attributes.slice(1)],
  };
}
