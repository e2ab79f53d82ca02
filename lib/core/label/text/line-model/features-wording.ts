import { log, share } from '../../model/feature.ts';
import { commonWords, sharedWith } from '../cohesion.ts';
import type { LineFamily } from './feature.ts';
import type { Sums } from './sums.ts';
import { NO_EVIDENCE } from './word-table.ts';

/** What its words say by what they are in other documents, and how common they are in this one. */
export const WORDS: LineFamily = {
  family: 'words',
  names: ['mean', 'highest', 'lowest', 'first', 'against', 'in-favour', 'common', 'in-first', 'in-second'],
  measure: ({ facts, words, vocabulary, rows }, row, into, place) => {
    let next = place;
    const evidence = facts[row]?.evidence(words) ?? NO_EVIDENCE;
    into[next++] = evidence.mean;
    into[next++] = evidence.highest;
    into[next++] = evidence.lowest;
    into[next++] = evidence.first;
    into[next++] = evidence.against;
    into[next++] = evidence.inFavour;
    // Words of a quarter of the lines are those without a meaning of their own: prose has many, labels and credits few.
    into[next++] = commonWords(vocabulary, row, Math.max(2, Math.ceil(rows.length / 4)));
    into[next++] = row === 0 ? -1 : sharedWith(vocabulary, row, 0);
    into[next++] = row === 1 || rows.length < 2 ? -1 : sharedWith(vocabulary, row, 1);
  },
};

/** Names of people in the line and beside it. */
export const NAMES: LineFamily = {
  family: 'names',
  names: ['own', 'occupation', 'before', 'after', 'occupation-before'],
  measure: ({ facts }, row, into, place) => {
    let next = place;
    into[next++] = facts[row]?.isName === true ? 1 : 0;
    into[next++] = facts[row]?.tellsOccupation === true ? 1 : 0;
    const before = row > 0 ? facts[row - 1] : undefined;
    into[next++] = before?.isName === true ? 1 : 0;
    into[next++] = facts[row + 1]?.isName === true ? 1 : 0;
    into[next++] = before?.tellsOccupation === true ? 1 : 0;
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
  measure: ({ sums, rows, facts }, row, into, place) => {
    let next = place;
    const count = rows.length;
    const after = Math.max(1, count - row - 1);
    const size = restOf(sums.size, row);
    into[next++] = log(sums.size[row] ?? 0);
    into[next++] = log(size);
    into[next++] = share(restOf(sums.proseSize, row), size);
    into[next++] = restOf(sums.ended, row) / after;
    into[next++] = restOf(sums.short, row) / after;
    into[next++] = log(sums.removed[row] ?? 0);
    into[next++] = log(restOf(sums.removed, row));
    const end = facts[row]?.end;
    into[next++] = end?.units ?? -1;
    into[next++] = end?.capitals ?? 0;
    into[next++] = end?.isBracket === true ? 1 : 0;
    into[next++] = end?.isAsking === true ? 1 : 0;
  },
};

/** Sum over the rows behind a row. */
function restOf(sums: Sums, row: number): number {
  return (sums[sums.length - 1] as number) - (sums[row + 1] as number);
}
