import type { ArticleDocument, ElementAttributes, LabelledBlock, Removal } from '../../document.ts';

/** Inline styles under which nobody sees a text: not shown, clear, of no size, or far outside the page. */
const UNSEEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4,6}(?:px|em|pt))/i;

/**
 * Share of the kept words up to which hidden text is no part of the story. Tabs and steps of services and documentation are
 * hidden until a reader opens them: at 0.5 their recall fell by .002, on 117 pages of seven types.
 */
const MAX_HIDDEN_SHARE = 0.1;

/** Pieces of a line that scripts show in turn: prices by the month and by the year. */
const WITHIN_LINE = new Set(['span', 'b', 'i', 'em', 'strong', 'a', 'small']);

/** Its text is not shown among what was removed either: it was no part of the page that anybody saw. */
export const HIDDEN_TEXT_RULE = 'html-hidden-text';
const HIDDEN: Removal = { class: 'other', rule: HIDDEN_TEXT_RULE, confidence: 0.95 };

/** Leaves out text that an attribute or an inline style hides from readers for good, where most of the story is shown. */
export function labelHiddenText(
  { elements }: ArticleDocument,
  blocks: readonly LabelledBlock[],
): readonly LabelledBlock[] {
  if (elements === null) return blocks;
  const hides = elements.attributes.map(
    (attributes, at) => attributes !== null && !WITHIN_LINE.has(elements.tag[at] ?? '') && isUnseen(attributes),
  );
  if (!hides.includes(true)) return blocks;
  // Parents stand before their children.
  for (let at = 1; at < hides.length; at++) hides[at] ||= hides[elements.parent[at] ?? 0] ?? false;
  let hidden = 0;
  let kept = 0;
  for (const { block, removal } of blocks) {
    if (removal !== null) continue;
    kept += block.words;
    if (hides[block.element]) hidden += block.words;
  }
  if (hidden > kept * MAX_HIDDEN_SHARE) return blocks;
  return blocks.map((labelled) => {
    const isNamed = labelled.removal !== null && labelled.removal.class !== 'other';
    return hides[labelled.block.element] && !isNamed ? { ...labelled, removal: HIDDEN } : labelled;
  });
}

/** An element with a name may be a panel or a tab that a script opens; one without a name nothing can find to show it. */
function isUnseen(attributes: ElementAttributes): boolean {
  const { hidden, style } = attributes;
  if (hidden !== true && style === undefined) return false;
  if (attributes.class !== undefined || attributes.id !== undefined || attributes.role !== undefined) return false;
  if (attributes.data !== undefined || attributes.ariaLabel !== undefined) return false;
  return hidden === true || (style !== undefined && UNSEEN_STYLE.test(style.slice(0, 1000)));
}
