import type { Block, Removal } from '../../document.ts';
import { type Draft, NOTHING, type Proposal } from './draft.ts';

const REFERENCES: Removal = { class: 'navigation', rule: 'link-references', confidence: 1 };

/** An address, as text browsers print the target of a link. */
const ADDRESS = /^(?:(?:https?|ftp|file|mailto|tel|javascript):\S*|\/\S*|#\S*)$/i;
/** The number of a link before its words. */
const MARK = /\[\d{1,4}\](?=[\p{L}\p{N}("“„«'‘])/u;
/** Fewest addresses, and fewest lines with numbers of links above them. */
const MIN_ADDRESSES = 3;
const MIN_MARKED = 2;
/** Most words of a label above a list of addresses, and most of them one above the other: `References`, `Visible links`. */
const MAX_LABEL_WORDS = 4;
const MAX_LABELS = 2;

/**
 * Labels the numbered list of the targets of all links that text browsers print below a page (`lynx -dump`), with the
 * labels above its parts. In the text above stand the numbers of the links.
 */
export function labelLinkReferences(draft: Draft): Proposal {
  const { blocks } = draft;
  let start = blocks.length;
  let addresses = 0;
  let labels = 0;
  for (let at = blocks.length - 1; at >= 0 && labels <= MAX_LABELS; at--) {
    const block = blocks[at] as Block;
    const isOne = isAddress(block);
    if (!isOne && block.kind !== 'separator' && !(addresses > 0 && isLabel(block))) break;
    labels = isOne ? 0 : labels + 1;
    addresses += isOne ? 1 : 0;
    if (labels <= MAX_LABELS) start = at;
  }
  if (addresses < MIN_ADDRESSES) return NOTHING;
  const marked = blocks.slice(0, start).filter(({ text }) => MARK.test(text));
  if (marked.length < MIN_MARKED) return NOTHING;
  return new Map(blocks.slice(start).map((_, at) => [start + at, REFERENCES]));
}

function isAddress({ kind, ordered, text }: Block): boolean {
  return kind === 'list-item' && ordered === true && ADDRESS.test(text);
}

function isLabel({ kind, words }: Block): boolean {
  return kind !== 'list-item' && words > 0 && words <= MAX_LABEL_WORDS;
}
