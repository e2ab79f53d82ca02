import type { Removal, RemovalClass } from '../../document.ts';
import { isTime } from './head-lines.ts';
import type { ModelPage } from './model-page.ts';
import { cardNamer } from './name-by-cards.ts';
import { nameByMarkup } from './name-by-markup.ts';
import { MODEL_RULE, mayBeDateline, nameByKind, nameByPlace } from './name-by-place.ts';
import { nameByWords } from './name-by-words.ts';
import { type KeptSpan, type RemovalName, SECTION_CLASSES } from './removal-name.ts';

/** Rule ids of what the heading above it, or the rows around it, name. */
export const SECTION_RULE = 'model-section';
export const NEIGHBOURS_RULE = 'model-neighbours';

/** Rules that say why a block goes and not what it is, or that know it by one link alone. */
const VAGUE_RULES = new Set(['html-outside-core', 'html-link-line', 'html-sidebar', 'html-aside']);
const BESIDE_RULES = new Set(['html-sidebar', 'html-aside']);
const STORY_CLASSES: ReadonlySet<RemovalClass> = new Set(['byline', 'dateline', 'credit', 'caption']);
/** Rows under a heading that it names, at most. */
const MAX_SECTION_ROWS = 40;
/** Rows on either side that are asked, and the longest line that follows them, words. */
const NEIGHBOUR_ROWS = 4;
const MAX_FOLLOWER_WORDS = 8;
const FOLLOWED: ReadonlySet<RemovalClass> = new Set([
  'related',
  'teaser',
  'newsletter',
  'comments',
  'cookie',
  'navigation',
  'footer',
  'share',
]);

/**
 * Names what is removed, by row; `null` where a row is kept. Rules of markup and shape that know what a block is name it;
 * for the others its words, the names of the elements around it, the heading above it, cards beside it, its place and at
 * last its neighbours are asked, in this order.
 *
 * @param kept 1 for rows that stay.
 */
export function nameRemovals(page: ModelPage, kept: Uint8Array): readonly (RemovalName | null)[] {
  const span: KeptSpan = { first: kept.indexOf(1), last: kept.lastIndexOf(1) };
  const byCards = cardNamer(page);
  const names: (RemovalName | null)[] = [];
  for (let row = 0; row < kept.length; row++) {
    const found = kept[row] === 1 ? null : (nameAlone(page, row, span) ?? inContext(row));
    const rule = page.rules[row] ?? null;
    // Of two reasons for one class the rule's is the one that removes without the model too.
    names.push(found !== null && rule !== null && rule.class === found.class ? named(rule) : found);
  }
  return names.map((name, row) =>
    name?.class === 'other' && !mayBeDateline(page, row, span) ? (nameByNeighbours(page, names, row) ?? name) : name,
  );

  function inContext(row: number): RemovalName {
    const rule = page.rules[row] ?? null;
    const place = nameByPlace(page, row, span);
    const isOwnDate = mayBeDateline(page, row, span);
    const found = isOwnDate ? place : (nameBySection(page, names, row) ?? byCards(row) ?? place);
    // The vague rules know more than the place alone.
    if (rule !== null && found.rule === MODEL_RULE && isVaguer(found.class, rule.class)) return named(rule);
    return found;
  }
}

/** Whether the place knows less than a vague rule does. */
function isVaguer(place: RemovalClass, rule: RemovalClass): boolean {
  return place === 'other' || (rule !== 'other' && place !== 'duplicate');
}

function named({ class: name, rule }: Removal): RemovalName {
  return { class: name, rule };
}

/** What names a row whatever stands around it. */
function nameAlone(page: ModelPage, row: number, span: KeptSpan): RemovalName | null {
  const block = page.blocks[row];
  if (block === undefined) return null;
  const rule = page.rules[row] ?? null;
  if (rule !== null && rule.class !== 'other' && !VAGUE_RULES.has(rule.rule))
    return rule.class === 'byline' && isTime(page, block) ? { class: 'dateline', rule: rule.rule } : named(rule);
  const found =
    nameByKind(page, row, span) ?? nameByWords(block, row > span.last, rule === null) ?? nameByMarkup(page, row, span);
  // The names and dates in a column beside the story are those of other stories.
  const isBeside = rule !== null && BESIDE_RULES.has(rule.rule);
  return found !== null && isBeside && STORY_CLASSES.has(found.class) ? null : found;
}

/** The class of the removed heading above, in the same branch of the page. */
function nameBySection(page: ModelPage, names: readonly (RemovalName | null)[], row: number): RemovalName | null {
  const above = page.headingAbove[row] ?? -1;
  const heading = above < 0 ? null : names[above];
  if (heading == null || page.blocks[row]?.kind === 'heading' || row - above > MAX_SECTION_ROWS) return null;
  if (!SECTION_CLASSES.has(heading.class) || heading.rule === MODEL_RULE) return null;
  const { branch } = page.elements.core80;
  const own = branch[page.blocks[row]?.element ?? 0] ?? -1;
  const its = branch[page.blocks[above]?.element ?? 0] ?? -1;
  return own === its ? { class: heading.class, rule: SECTION_RULE } : null;
}

/** The class that the nearest removed rows on either side agree on, for a short line between them. */
function nameByNeighbours(page: ModelPage, names: readonly (RemovalName | null)[], row: number): RemovalName | null {
  if ((page.blocks[row]?.words ?? 0) > MAX_FOLLOWER_WORDS) return null;
  const before = nearestClass(names, row, -1);
  const after = nearestClass(names, row, 1);
  const agreed = before === 'end' ? after : after === 'end' || after === before ? before : null;
  return agreed !== null && agreed !== 'end' && FOLLOWED.has(agreed) ? { class: agreed, rule: NEIGHBOURS_RULE } : null;
}

/** Of the nearest removed row that is named; `null` where the article comes first, `end` at the end of the page. */
function nearestClass(names: readonly (RemovalName | null)[], row: number, step: 1 | -1): RemovalClass | 'end' | null {
  for (let away = 1; away <= NEIGHBOUR_ROWS; away++) {
    const at = row + step * away;
    const name = at < 0 || at >= names.length ? undefined : names[at];
    if (name === undefined) return 'end';
    if (name === null) return null;
    if (name.class !== 'other') return name.class;
  }
  return null;
}
