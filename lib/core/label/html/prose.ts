import type { Block } from '../../document.ts';

/** Words from which a block can be a paragraph when it also ends like a sentence. */
const SENTENCE_WORDS = 10;
/** Words from which a block is prose however it ends. */
const LONG_WORDS = 25;
/** Share of linked characters from which text is a list of links. */
const MAX_PROSE_LINK_DENSITY = 0.35;

const END_MARK = /[.!?…։؟۔।。！？:;;]["'”’»›)\]」』]*\s*$/;

/** Whether a text ends as a sentence does: a closing mark, quotes or brackets behind it allowed. */
export function endsLikeSentence(text: string): boolean {
  return END_MARK.test(text.length > 20 ? text.slice(-20) : text);
}

/** Whether a block reads as running text rather than as a label, a link or an item of a menu. */
export function isProse(block: Block): boolean {
  if (block.kind === 'heading' || block.kind === 'image' || block.kind === 'separator' || block.kind === 'caption')
    return false;
  if (block.words < SENTENCE_WORDS || block.linkDensity >= MAX_PROSE_LINK_DENSITY) return false;
  return block.words >= LONG_WORDS || endsLikeSentence(block.text);
}
