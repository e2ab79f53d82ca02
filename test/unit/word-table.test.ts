import { describe, expect, it } from '@jest/globals';
import {
  hashPair,
  NO_WORDS,
  readWordTable,
  STEP,
  weighWords,
} from '../../lib/core/label/text/line-model/word-table.ts';
import { hashWords } from '../../lib/core/label/text/terms.ts';

/** A table in the form of a model file. */
function tableOf(scores: ReadonlyMap<number, number>): string {
  const bytes = [...scores].flatMap(([hash, score]) => [
    hash >>> 24,
    (hash >>> 16) & 255,
    (hash >>> 8) & 255,
    score & 255,
  ]);
  return Buffer.from(bytes).toString('base64');
}

const [HARBOUR = 0, LETTER = 0, SAID = 0] = hashWords('harbour letter said');
const TABLE = readWordTable(
  tableOf(
    new Map([
      [LETTER, 48],
      [hashPair(HARBOUR, LETTER), 72],
      [SAID, -36],
    ]),
  ),
);

describe('the table of words', () => {
  it('weighs words and pairs for and against the article', () => {
    expect(weighWords(TABLE, hashWords('Our harbour letter, he said'))).toEqual({
      mean: ((48 + 72 - 36) * STEP) / 5,
      highest: 72 * STEP,
      lowest: -36 * STEP,
      first: (72 + 48) * STEP,
      against: 2,
      inFavour: 1,
    });
  });

  it('knows a pair only in its order', () => {
    expect(weighWords(TABLE, hashWords('letter harbour')).highest).toBe(48 * STEP);
  });

  it.each([
    ['without words', TABLE, ''],
    ['of unknown words', TABLE, 'tide and wind'],
    ['with an empty table', NO_WORDS, 'harbour letter'],
  ])('says nothing of a line %s', (_, table, line) => {
    expect(Object.values(weighWords(table, hashWords(line))).map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
