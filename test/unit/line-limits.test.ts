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

/** Log odds of .12 and .35. */
const [UNLIKELY, OPEN] = [-2, -0.62];

/** The lines that fall and that no rule has removed. */
function fallen(lines: readonly string[], logOdds = UNLIKELY, level: Thoroughness = 'normal'): readonly string[] {
  const draft = labelByForm(parseText(lines.join('\n\n')));
  const { proposal } = labelLines(draft, doubtfulOfShortLines(logOdds), level);
  return [...proposal.keys()].map((at) => draft.blocks[at]?.text ?? '');
}

describe('a long list of doubtful lines on a page', () => {
  test('falls beside a whole story', () => {
    expect(fallen([...FURNITURE, ...story(16), ...TIMETABLE])).toEqual(TIMETABLE);
  });

  test('stays where it may be all that the page has to say', () => {
    expect(fallen([...FURNITURE, ...story(4), ...TIMETABLE])).toEqual([]);
  });

  test('stays where no rule finds the furniture of a page: it may be a table of the story', () => {
    expect(fallen([...story(16), ...TIMETABLE])).toEqual([]);
  });
});

describe('lines in doubt above the story of a page', () => {
  const [before, behind] = [TIMETABLE.slice(0, 70), TIMETABLE.slice(70)];
  const page = [...FURNITURE, ...before, ...story(8), ...behind];

  test('fall before those behind it do', () => {
    expect(fallen(page, OPEN)).toEqual(before);
  });

  test('stay where too little is told to be the story of the page', () => {
    expect(fallen([...FURNITURE, ...before, ...story(3), ...behind], OPEN)).toEqual([]);
  });

  test('stay at the careful level', () => {
    expect(fallen(page, OPEN, 'careful')).toEqual([]);
  });
});
