import { readTrees } from '../../lib/core/label/model/trees.ts';
import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { LINE_FEATURES } from '../../lib/core/label/text/line-model/features.ts';
import { labelLines } from '../../lib/core/label/text/line-model/label-lines.ts';
import type { LineModel } from '../../lib/core/label/text/line-model/line-model.ts';
import { NO_WORDS } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';

/** Takes lines of up to five words for the article by .12, and all others by .98. */
function doubtfulOfShortLines(): LineModel {
  const values = new DataView(new ArrayBuffer(12));
  [5, -2, 4].forEach((value, at) => {
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

/** How many entries of the timetable fall. */
function fallen(lines: readonly string[]): number {
  const draft = labelByForm(parseText(lines.join('\n\n')));
  const { proposal } = labelLines(draft, doubtfulOfShortLines(), 'normal');
  return [...proposal.keys()].filter((at) => TIMETABLE.includes(draft.blocks[at]?.text ?? '')).length;
}

describe('a long list of doubtful lines on a page', () => {
  test('falls beside a whole story', () => {
    expect(fallen([...FURNITURE, ...story(16), ...TIMETABLE])).toBe(TIMETABLE.length);
  });

  test('stays where it may be all that the page has to say', () => {
    expect(fallen([...FURNITURE, ...story(4), ...TIMETABLE])).toBe(0);
  });

  test('stays where no rule finds the furniture of a page: it may be a table of the story', () => {
    expect(fallen([...story(16), ...TIMETABLE])).toBe(0);
  });
});
