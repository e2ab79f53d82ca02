import type { Block, Removal } from '../../document.ts';
import type { Draft, Proposal } from './draft.ts';

const CAPTION: Removal = { class: 'caption', rule: 'caption-with-credit', confidence: 0.9 };
/** Longer than this it is a paragraph that ends in a source. */
const MAX_WORDS = 60;
/** A photo credit at the end of a line, in the forms that picture desks use. */
const CREDIT =
  /(?:\b(?:photo(?:graph(?:y|er|ie)?)?s?|fotos?|fotografie|image|imagen|imagem|bild(?:er)?|picture|credits?|crédits?|créditos?|kuva|zdjęcie|foto|valokuva)|фото|写真|사진|图片?)(?:\s(?:by|von|de|di|av))?\s?(?:[:：]\s?[^.:：]{2,80}|\/\s?[^.:：/]{2,80})\.?$|©\s?[^.©]{2,80}$|\((?:photo|foto|image|bild|фото)[^()]{2,80}\)\.?$/iu;

/** Every form of a credit has one of these; few lines have. */
const CREDIT_MARK = /[:：/©(]/;

/** Whether a line ends in a photo credit. */
export function hasPhotoCredit(text: string): boolean {
  const end = text.slice(-160);
  return CREDIT_MARK.test(end) && CREDIT.test(end);
}

/** The line under a picture that ends in a photo credit. */
export function labelCaptions(draft: Draft): Proposal {
  return labelLinesLike(draft, ({ text }, i) => i > 0 && draft.blocks[i - 1]?.kind === 'image' && hasPhotoCredit(text));
}

/** Lines anywhere that end in a credit which no sentence has; a line that is nothing but a credit is known to the phrase rules. */
export function labelCreditedLines(draft: Draft): Proposal {
  return labelLinesLike(draft, (_, i) => draft.facts[i]?.endsInCredit === true);
}

function labelLinesLike(draft: Draft, isLike: (block: Block, at: number) => boolean): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    if (draft.removals[i] !== null || block.words > MAX_WORDS) return;
    if ((block.kind === 'paragraph' || block.kind === 'heading') && isLike(block, i)) found.set(i, CAPTION);
  });
  return found;
}
