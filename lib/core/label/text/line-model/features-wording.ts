import { log, share } from '../../model/feature.ts';
import { commonWords, sharedWith } from '../cohesion.ts';
import type { LineFamily } from './feature.ts';
import { sumOver } from './sums.ts';
import { weighWords } from './word-table.ts';

/** What its words say by what they are in other documents, and how common they are in this one. */
export const WORDS: LineFamily = {
  family: 'words',
  names: ['mean', 'highest', 'lowest', 'first', 'against', 'in-favour', 'common', 'in-first', 'in-second'],
  measure: ({ facts, words, vocabulary, rows }, row, put) => {
    const evidence = weighWords(words, facts[row]?.words ?? []);
    put(evidence.mean);
    put(evidence.highest);
    put(evidence.lowest);
    put(evidence.first);
    put(evidence.against);
    put(evidence.inFavour);
    // Words of a quarter of the lines are those without a meaning of their own: prose has many, labels and credits few.
    put(commonWords(vocabulary, row, Math.max(2, Math.ceil(rows.length / 4))));
    put(row === 0 ? -1 : sharedWith(vocabulary, row, 0));
    put(row === 1 || rows.length < 2 ? -1 : sharedWith(vocabulary, row, 1));
  },
};

/** Names of people in the line and beside it. */
export const NAMES: LineFamily = {
  family: 'names',
  names: ['own', 'occupation', 'before', 'after', 'occupation-before'],
  measure: ({ facts }, row, put) => {
    put(facts[row]?.isName === true ? 1 : 0);
    put(facts[row]?.tellsOccupation === true ? 1 : 0);
    put(facts[row - 1]?.isName === true ? 1 : 0);
    put(facts[row + 1]?.isName === true ? 1 : 0);
    put(facts[row - 1]?.tellsOccupation === true ? 1 : 0);
  },
};

/** Words and lines from here to either end of the document, and how the line itself ends. */
export const ENDS: LineFamily = {
  family: 'ends',
  names: [
    'words-before',
    'words-after',
    'prose-after',
    'ended-after',
    'short-after',
    'removed-before',
    'removed-after',
    'tail-units',
    'tail-capitals',
    'bracket',
    'asks',
  ],
  measure: ({ sums, rows, lines, blocks }, row, put) => {
    const count = rows.length;
    const after = Math.max(1, count - row - 1);
    put(log(sums.size[row] ?? 0));
    put(log(sumOver(sums.size, row + 1, count)));
    put(share(sumOver(sums.proseSize, row + 1, count), sumOver(sums.size, row + 1, count)));
    put(sumOver(sums.ended, row + 1, count) / after);
    put(sumOver(sums.short, row + 1, count) / after);
    put(log(sums.removed[row] ?? 0));
    put(log(sumOver(sums.removed, row + 1, count)));
    const tail = tailOf(blocks[row]?.text ?? '');
    put(tail.units);
    put(tail.capitals);
    put(/[)\]）】]\.?$/.test(lines[row]?.text.slice(-2) ?? '') ? 1 : 0);
    put(/[?!？！]$/.test(lines[row]?.text.slice(-1) ?? '') ? 1 : 0);
  },
};

/** Longest end of a line that is looked at; UTF-16 units. */
const TAIL_UNITS = 80;

/** What stands behind the last sentence of a line that does not end like one, as a credit behind a caption does. */
function tailOf(text: string): { readonly units: number; readonly capitals: number } {
  const end = text.slice(-TAIL_UNITS);
  let at = end.length - 1;
  while (at >= 0 && !'.!?。|/'.includes(end[at] ?? '')) at--;
  if (at < 0) return { units: -1, capitals: 0 };
  const tail = end.slice(at + 1).trim();
  let capitals = 0;
  for (const letter of tail) if (letter !== letter.toLowerCase()) capitals++;
  return { units: tail.length, capitals: tail.length === 0 ? 0 : capitals / tail.length };
}
