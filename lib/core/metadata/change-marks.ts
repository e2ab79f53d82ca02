import { isModified } from './date-line.ts';
import { type Page, someAncestor } from './page.ts';

/** Classes of elements that hold the day of a change; `updated` alone is that of publication in the hAtom of older themes. */
const CHANGE_CLASS = /(?:^|[\s_-])(?:date-?)?(?:modified|lastmod|last-?(?:updated|modified))(?:$|[\s_-])/i;
/** Levels from the element that holds a day up to the one that is named so. */
const MAX_LEVELS = 3;
/** Words of a line that is a label. */
const MAX_LABEL_WORDS = 3;

/** Whether the day in a block is one of a change by its markup or by a label of its own before it: `Last updated:`. */
export function isMarkedChange(page: Page, index: number): boolean {
  const entry = page.blocks[index];
  if (!entry) return false;
  const label = page.blocks[index - 1]?.block;
  if (label && label.words > 0 && label.words <= MAX_LABEL_WORDS && isModified(label.text) && !/\d/.test(label.text))
    return true;
  return someAncestor(page, entry.block.element, MAX_LEVELS, (attributes) => {
    const name = attributes?.class?.slice(0, 300) ?? '';
    return CHANGE_CLASS.test(name) && !/publish/i.test(name);
  });
}
