import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { labelLines } from '../../lib/core/label/text/line-model/label-lines.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { cleanArticle } from '../../lib/index.ts';
import { FERRY_STORY } from '../support/invented-stories.ts';
import { shortLineModel } from '../support/short-line-model.ts';

const MENU =
  'Islands|Harbours|Boats|Tides|Fish prices|Weather|Letters|Ropes and sails|Winter|Lighthouses|Maps|Music|Chess'.split(
    '|',
  );
const HEADLINE = 'Crews end their strike';
const OTHER = 'Geese win the cup';

/** The lines that are named the headline, with a model that removes every line of up to five words, and no other. */
function headlinesOf(...head: readonly string[]): readonly string[] {
  const draft = labelByForm(parseText([...MENU, ...head, ...FERRY_STORY, 'Our offices', 'Partners'].join('\n\n')));
  const { proposal } = labelLines(draft, shortLineModel(-9, 9), 'normal');
  return [...proposal].flatMap(([at, removal]) => (removal.class === 'headline' ? [draft.blocks[at]?.text ?? ''] : []));
}

describe('the headline among the lines that the model removes', () => {
  test('is the one whose words the story says', () => {
    expect(headlinesOf(HEADLINE, OTHER)).toEqual([HEADLINE]);
    expect(headlinesOf(OTHER, HEADLINE)).toEqual([HEADLINE]);
  });

  test('is found above a byline, a day and a button', () => {
    expect(headlinesOf(HEADLINE, 'By Sunniva Brack', '4 March 2026', 'Listen to this', '3 min')).toEqual([HEADLINE]);
  });

  test('is of two that say as much the one with a byline below it', () => {
    const again = 'Boats of the crews';
    const apart = [OTHER, 'Read the paper', 'Listen to this', '3 min'];
    expect(headlinesOf(again, ...apart, HEADLINE, 'By Sunniva Brack')).toEqual([HEADLINE]);
    expect(headlinesOf(HEADLINE, 'By Sunniva Brack', ...apart, again)).toEqual([HEADLINE]);
  });

  test('is none where no line says what the story does', () => {
    expect(headlinesOf(OTHER)).toEqual([]);
  });

  test('is none far above the story', () => {
    const between = Array.from({ length: 60 }, (_, at) => `Entry ${at}`);
    expect(headlinesOf(HEADLINE, ...between)).toEqual([]);
  });
});

describe('the title of a text', () => {
  const titleOf = (...head: readonly string[]): string | undefined =>
    cleanArticle([...head, ...FERRY_STORY].join('\n\n'), 'text/plain').title;

  test('is the first of the lines that stay of which the story speaks, not the summary below it', () => {
    const headline = 'Night watch saved as ferry crews win';
    expect(titleOf(headline, 'Ferry to Holm runs again from Monday after eleven days')).toBe(headline);
  });

  test('is not a line that stays beside it and speaks of other things', () => {
    const other = 'Geese win the cup of the northern ponds';
    expect(titleOf(other, 'Crews of the Holm ferry end their strike')).toBe('Crews of the Holm ferry end their strike');
  });
});
