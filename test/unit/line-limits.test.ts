import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { labelLines } from '../../lib/core/label/text/line-model/label-lines.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import type { Thoroughness } from '../../lib/core/source.ts';
import { shortLineModel } from '../support/short-line-model.ts';

/** Log odds of .98. */
const SURE = 4;

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
  const { proposal } = labelLines(draft, shortLineModel(Math.log(probability / (1 - probability)), SURE), level);
  return [...proposal.keys()].map((at) => draft.blocks[at]?.text ?? '');
}

describe('lines in doubt', () => {
  const beside = (paragraphs: number): readonly string[] => [...FURNITURE, ...story(paragraphs), ...TIMETABLE];
  const long = ['Share', 'Advertisement', ...story(200), ...TIMETABLE];

  test('fall where there are many of them beside a short story', () => {
    expect(fallen(beside(3), 0.2)).toEqual(TIMETABLE);
    expect(fallen(beside(3), 0.26)).toEqual(TIMETABLE);
  });

  test('are no correction, though all around it falls', () => {
    const note = 'Correction: 42 boats';
    const among = [...FURNITURE, ...story(3), ...TIMETABLE.slice(0, 70), note, ...TIMETABLE.slice(70)];
    expect(fallen(among, 0.2)).toEqual(TIMETABLE);
  });

  test('stay in a long one, though the model is as sure of them', () => {
    expect(fallen(long, 0.2)).toEqual([]);
  });

  test('fall where there is some more of the story than of them, a little less easily', () => {
    expect(fallen(beside(20), 0.15)).toEqual(TIMETABLE);
    expect(fallen(beside(20), 0.17)).toEqual([]);
  });

  test('stay where they are more likely to be of the article than is worth the loss', () => {
    expect(fallen(beside(3), 0.33)).toEqual([]);
  });

  test('stay at the careful level, and fall earlier at the thorough one', () => {
    expect(fallen(beside(3), 0.2, 'careful')).toEqual([]);
    expect(fallen(long, 0.2, 'thorough')).toEqual([]);
    expect(fallen(long, 0.08)).toEqual([]);
    expect(fallen(long, 0.08, 'thorough')).toEqual(TIMETABLE);
  });

  test('fall sooner in the element of an article in which rules find many kinds of lines that are none of it', () => {
    const asides = Array.from({ length: 4 }, (_, at) => `Boats of the week ${at + 1}`);
    const few = ['Share', 'Share'];
    const many = ['Share', 'Subscribe to our newsletter', 'Advertisement', 'All rights reserved'];
    const among = (found: readonly string[]): readonly string[] => [...story(6), ...asides, ...story(5), ...found];
    expect(fallen(among(few), 0.1)).toEqual([]);
    expect(fallen(among(many), 0.1)).toEqual(asides);
    expect(fallen(among(many), 0.1, 'careful')).toEqual([]);
  });

  test('do not fall sooner and sooner: beyond some kinds more say nothing, and what is nearly even stays', () => {
    const asides = Array.from({ length: 4 }, (_, at) => `Boats of the week ${at + 1}`);
    const four = ['Share', 'Subscribe to our newsletter', 'Advertisement', 'All rights reserved'];
    const seven = [...four, 'Cookie settings', 'Leave a comment', 'Skip to main content'];
    const among = (found: readonly string[]): readonly string[] => [
      '![]()',
      ...story(9),
      ...asides,
      ...story(8),
      ...found,
    ];
    expect(fallen(among(four), 0.16)).toEqual(asides);
    expect(fallen(among(seven), 0.16)).toEqual(asides);
    expect(fallen(among(seven), 0.25)).toEqual([]);
    expect(fallen(among(seven), 0.35, 'thorough')).toEqual(asides);
    expect(fallen(among(seven), 0.48, 'thorough')).toEqual([]);
  });
});
