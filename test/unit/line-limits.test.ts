import { readTrees } from '../../lib/core/label/model/trees.ts';
import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { LINE_FEATURES } from '../../lib/core/label/text/line-model/features.ts';
import { labelLines } from '../../lib/core/label/text/line-model/label-lines.ts';
import type { LineModel } from '../../lib/core/label/text/line-model/line-model.ts';
import { NO_WORDS } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import type { Thoroughness } from '../../lib/core/source.ts';

/** Takes lines of up to five words for the article by the given log odds, and all others by .98. */
function doubtfulOfShortLines(logOdds: number): LineModel {
  const values = new DataView(new ArrayBuffer(12));
  [5, logOdds, 4].forEach((value, at) => {
    values.setFloat32(4 * at, value, true);
  });
  const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
  const trees = readTrees({
    base: 0,
    sizes: base64([3]),
    columns: base64([LINE_FEATURES.indexOf('text:size'), 255, 255]),
    values: base64([...new Uint8Array(values.buffer)]),
    rights: base64([2, 0, 0]),
  });
  return { first: trees, second: trees, words: NO_WORDS };
}

/** What rules know for the furniture of a page. */
const FURNITURE = [
  'Skip to main content',
  'Sign in',
  'Share',
  'Follow us',
  'Privacy policy',
  'Terms of use',
  'Cookie policy',
  'Advertisement',
  'Contact us',
  'All rights reserved',
];
const TIMETABLE = Array.from({ length: 70 }, (_, day) => [`Boat ${day + 1}`, `${6 + (day % 12)}:15`]).flat();

function story(paragraphs: number): readonly string[] {
  return Array.from(
    { length: paragraphs },
    (_, at) =>
      `The harbour office of Aldersund wants to cut watch number ${at} on board of the ferry, and the crews of its boats have not agreed to it so far.`,
  );
}

/** Lines that fall and that no rule has removed. */
function fallen(lines: readonly string[], probability: number, level: Thoroughness = 'normal'): readonly string[] {
  const draft = labelByForm(parseText(lines.join('\n\n')));
  const { proposal } = labelLines(draft, doubtfulOfShortLines(Math.log(probability / (1 - probability))), level);
  return [...proposal.keys()].map((at) => draft.blocks[at]?.text ?? '');
}

describe('lines in doubt', () => {
  const beside = (paragraphs: number): readonly string[] => [...FURNITURE, ...story(paragraphs), ...TIMETABLE];

  test('fall where there are many of them beside a short story', () => {
    expect(fallen(beside(3), 0.2)).toEqual(TIMETABLE);
  });

  test('stay in a long one, though the model is as sure of them', () => {
    expect(fallen(beside(40), 0.2)).toEqual([]);
  });

  test('stay where they are more likely to be of the article than is worth the loss', () => {
    expect(fallen(beside(3), 0.5)).toEqual([]);
  });

  test('stay at the careful level, and fall earlier at the thorough one', () => {
    expect(fallen(beside(3), 0.2, 'careful')).toEqual([]);
    expect(fallen(beside(40), 0.2, 'thorough')).toEqual([]);
    expect(fallen(beside(40), 0.1)).toEqual([]);
    expect(fallen(beside(40), 0.1, 'thorough')).toEqual(TIMETABLE);
  });
});
