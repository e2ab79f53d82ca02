import type { ModelPage } from './model-page.ts';

/** Kept words between the headline and the next story from which the page has told its own. */
const MIN_OWN_WORDS = 150;
/** How much of a heading of the first rank the page's titles hold, below which it is the headline of another story. */
const MAX_TITLE_SIMILARITY = 0.5;

/**
 * Marks the rows of whole other stories that a page shows under its own, as endless scrolling does: an `article` element that
 * shares a class with that around the page's own headline, with a headline of its own, after the page's own story.
 *
 * @returns 1 for rows of other stories; all 0 where the page is not sure to have told its own.
 */
export function findOtherStories(page: ModelPage, kept: Uint8Array): Uint8Array {
  const other = new Uint8Array(page.blocks.length);
  const { title } = page.landmarks;
  if (title < 0) return other;
  const outermost = outermostArticles(page);
  const articleOf = (row: number): number => outermost[page.blocks[row]?.element ?? 0] ?? -1;
  const classesOf = (article: number): readonly string[] => classNames(page.elements.table.attributes[article]?.class);
  const home = articleOf(title);
  if (home < 0) return other;
  const homeClasses = new Set(classesOf(home));
  let own = 0;
  let begun = -1;
  for (let row = title + 1; row < page.blocks.length; row++) {
    const block = page.blocks[row];
    if (block === undefined) continue;
    const article = articleOf(row);
    const isHeadline = block.kind === 'heading' && block.level === 1 && (page.title[row] ?? 0) < MAX_TITLE_SIMILARITY;
    const isElsewhere = article >= 0 && article !== home;
    if (isHeadline && isElsewhere && own >= MIN_OWN_WORDS && shares(homeClasses, classesOf(article))) begun = article;
    if (begun >= 0 && article === begun) other[row] = 1;
    else if (kept[row] === 1) own += block.words;
  }
  return other;
}

/** By element: the outermost `article` around it; -1 outside. */
function outermostArticles({ elements: { table, parent, size } }: ModelPage): Int32Array {
  const outermost = new Int32Array(size).fill(-1);
  for (let at = 1; at < size; at++) {
    const above = outermost[parent[at] ?? 0] ?? -1;
    outermost[at] = above >= 0 ? above : table.tag[at] === 'article' ? at : -1;
  }
  return outermost;
}

/** An element without a class counts as one of the class ``. */
function classNames(value: string | undefined): readonly string[] {
  return (value ?? '').trim().split(/\s+/);
}

function shares(home: ReadonlySet<string>, classes: readonly string[]): boolean {
  return classes.some((name) => home.has(name));
}
