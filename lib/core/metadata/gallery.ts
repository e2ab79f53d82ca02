import { countWords } from '../parse/words.ts';
import { isProse, type Page } from './page.ts';

/** Captioned pictures from which a page is a gallery, if its captions hold more words than its prose. */
const MIN_CAPTIONED = 5;

/** Words of prose from which the pictures belong to a story, whatever stands under them. */
const MAX_PROSE_WORDS = 200;

/** Whether the pictures and what is written under them are the story. */
export function isGallery(page: Page): boolean {
  let captioned = 0;
  let captionWords = 0;
  let prose = 0;
  for (const entry of page.blocks) {
    const { block, removal, type } = entry;
    if (isProse(entry, 5)) prose += block.words;
    if (removal !== null && removal.class !== 'image-placeholder' && removal.class !== 'caption') continue;
    const isCaption = block.kind === 'caption' || type === 'caption' || removal?.class === 'caption';
    const words = isCaption ? block.words : 0;
    if (words > 0) captioned++;
    captionWords += words;
  }
  // Captions that stand with their picture only, in its `figure`.
  const figures = page.blocks
    .filter(({ removal }) => removal === null || removal.class === 'image-placeholder')
    .map(({ block: { image } }) => image?.caption ?? null)
    .filter((caption) => caption !== null);
  if (figures.length > captioned) {
    captioned = figures.length;
    captionWords = figures.reduce((sum, caption) => sum + countWords(caption), 0);
  }
  return captioned >= MIN_CAPTIONED && prose < MAX_PROSE_WORDS && captionWords > prose;
}
