import type { Block } from '../../document.ts';
import { countWords } from '../../parse/words.ts';

/** Words of a label, and of the link behind it: shorter links are names in running text. */
const MAX_LABEL_WORDS = 8;
const MIN_LINK_WORDS = 4;

/** Times that a page puts the same label before a link, from which it is no part of a sentence. */
const MIN_TIMES = 2;

/** Places of the lines that are a label and one link, as `Read more: Harbour opens again`, where the page has more with that label. */
export function findLabelledLinks(blocks: readonly Block[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  blocks.forEach((block, at) => {
    const label = linkLabel(block);
    if (label === null) return;
    const known = places.get(label);
    if (known === undefined) places.set(label, [at]);
    else known.push(at);
  });
  return new Set([...places.values()].filter((known) => known.length >= MIN_TIMES).flat());
}

function linkLabel({ kind, text, links }: Block): string | null {
  const [link] = links;
  if (link === undefined || links.length > 1 || (kind !== 'paragraph' && kind !== 'heading')) return null;
  if (link.text === '' || !text.endsWith(link.text) || countWords(link.text) < MIN_LINK_WORDS) return null;
  const label = text
    .slice(0, text.length - link.text.length)
    .trim()
    .toLowerCase();
  return label === '' || countWords(label) > MAX_LABEL_WORDS ? null : label;
}
