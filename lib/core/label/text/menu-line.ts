import type { Removal } from '../../document.ts';
import type { Draft, Proposal } from './draft.ts';
import { CHARACTER_COUNTS } from './line-model/character-facts.ts';
import type { TextFacts } from './text-facts.ts';

const MENU: Removal = { class: 'navigation', rule: 'navigation-line', confidence: 0.95 };
/** Words from which labels side by side are no heading and no title of a table. */
const LEAST_WORDS = 40;
/** Share of the words (0..1) at its beginning that are written with a capital: German prose has .4, squads of a team have .7 and commas. */
const CAPITALISED = 0.7;
const MOST_COMMAS = 0.15;
/** UTF-16 units that the counts are of. */
const COUNTED_UNITS = 400;

const CAPITALISED_AT = CHARACTER_COUNTS.indexOf('capitalised');
const COMMAS_AT = CHARACTER_COUNTS.indexOf('commas');
const STOPS_AT = CHARACTER_COUNTS.indexOf('stops');

/**
 * Menus that a scrape left in one line, label behind label: no sentence ends in them, and nearly every word has a capital. Of 120
 * lines of 40 words without the end of a sentence 12 on seven sites are like this, and none of them is of an article.
 */
export function labelMenuLines(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    const facts = draft.facts[i];
    if (facts === undefined || draft.removals[i] !== null || block.words < LEAST_WORDS || block.kind === 'code') return;
    if (block.kind !== 'table-row' && isMenu(facts)) found.set(i, MENU);
  });
  return found;
}

function isMenu({ text, characters }: TextFacts): boolean {
  if (characters[STOPS_AT] !== 0) return false;
  const words = text.slice(0, COUNTED_UNITS).split(/\s+/).length;
  return (
    (characters[CAPITALISED_AT] ?? 0) >= words * CAPITALISED && (characters[COMMAS_AT] ?? 0) <= words * MOST_COMMAS
  );
}
