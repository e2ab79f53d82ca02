import type { LabelledBlock, LabelledDocument } from '../document.ts';
import type { ArticleImage } from '../record.ts';
import { partCredit } from './image-credit.ts';
import { isSafeUrl } from './safe-url.ts';

/** Words of a line behind a picture that names who made it. */
const MAX_CREDIT_WORDS = 15;

/** Pictures of the article, each with the caption and the credit of its figure or of the lines that stand under it. */
export function collectImages({ blocks }: LabelledDocument): readonly ArticleImage[] {
  return blocks.flatMap(({ block, removal }, index) => {
    if (block.image === null || (removal !== null && removal.class !== 'image-placeholder')) return [];
    const { url, alt } = block.image;
    const beneath = linesUnder(blocks, index);
    const caption = block.image.caption ?? beneath.caption;
    const credit = block.image.credit ?? beneath.credit;
    const image = partCredit({
      ...(url !== null && url !== '' && isSafeUrl(url) && { url }),
      ...(alt !== null && alt !== '' && { alt }),
      ...(caption !== null && caption !== '' && { caption }),
      ...(credit !== null && credit !== '' && { credit }),
    });
    return Object.keys(image).length > 0 ? [image] : [];
  });
}

/** Caption and credit among the two blocks behind a picture, kept or left out; `null` where labelling saw none. */
function linesUnder(
  blocks: readonly LabelledBlock[],
  index: number,
): { readonly caption: string | null; readonly credit: string | null } {
  let caption: string | null = null;
  let credit: string | null = null;
  for (const entry of blocks.slice(index + 1, index + 3)) {
    if (isCaption(entry) && caption === null) caption = entry.block.text;
    else if (entry.removal?.class === 'credit' && entry.block.words <= MAX_CREDIT_WORDS) credit ??= entry.block.text;
    else break;
  }
  return { caption, credit };
}

function isCaption({ block, removal, type }: LabelledBlock): boolean {
  return removal?.class === 'caption' || (removal === null && (block.kind === 'caption' || type === 'caption'));
}
