import type { Block, LabelledBlock } from '../../lib/core/document.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import type { RelatedStory } from '../../lib/core/record.ts';
import { cutIntoPieces } from '../../lib/core/render/pieces.ts';
import { collectRelated } from '../../lib/core/render/related.ts';

const TITLE = 'Geese of Brackwater win the cup';
const SUMMARY = 'The geese of Brackwater won the cup of the northern ponds on Sunday after a night of rain and wind.';
const KEPT = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';

/** Stories of a document in which each line has a rule, or null where it is kept. */
function related(lines: readonly (readonly [string, string | null])[]): readonly RelatedStory[] {
  const document = parseText(lines.map(([text]) => text).join('\n'));
  const blocks = document.blocks.map((block: Block, i): LabelledBlock => {
    const rule = lines[i]?.[1] ?? null;
    const type = rule === 'image-placeholder' ? 'image-placeholder' : 'teaser';
    return { block, removal: rule === null ? null : { class: type, rule, confidence: 0.9 }, type: null };
  });
  return collectRelated(cutIntoPieces({ document, blocks }));
}

const PICTURE = ['![]()', 'image-placeholder'] as const;

describe('removed teasers', () => {
  it.each([
    ['hxi', [[TITLE, 'teaser-hxi'], [SUMMARY, 'teaser-hxi'], PICTURE], { title: TITLE, summary: SUMMARY }],
    ['ihx', [PICTURE, [TITLE, 'teaser-ihx'], [SUMMARY, 'teaser-ihx']], { title: TITLE, summary: SUMMARY }],
    ['hix', [[TITLE, 'teaser-hix'], PICTURE, [SUMMARY, 'teaser-hix']], { title: TITLE, summary: SUMMARY }],
    [
      'hx',
      [
        [TITLE, 'teaser-hx'],
        [SUMMARY, 'teaser-hx'],
      ],
      { title: TITLE, summary: SUMMARY },
    ],
    ['hi', [[TITLE, 'teaser-hi'], PICTURE], { title: TITLE }],
    ['ih', [PICTURE, [TITLE, 'teaser-ih']], { title: TITLE }],
    ['h', [[TITLE, 'teaser-h']], { title: TITLE }],
    ['x', [[`${SUMMARY} It rained.`, 'teaser-x']], { title: SUMMARY, summary: 'It rained.' }],
  ] as const)('of the shape %s become a related story', (_, lines, story) => {
    expect(related([[KEPT, null], ...lines, [KEPT, null]])).toEqual([story]);
  });

  it('leave out their kickers and dates', () => {
    const lines = [
      ['Sport', 'teaser-note'],
      [TITLE, 'teaser-hx'],
      ['March 12, 2024', 'teaser-note'],
      [SUMMARY, 'teaser-hx'],
    ] as const;
    expect(related(lines)).toEqual([{ title: TITLE, summary: SUMMARY }]);
  });

  it('stay apart when one follows the other', () => {
    const other = 'The otters of Holm have asked the town for a quieter harbour in the winter.';
    expect(
      related([
        [SUMMARY, 'teaser-x'],
        [other, 'teaser-x'],
      ]),
    ).toEqual([{ title: SUMMARY }, { title: other }]);
  });
});
