import { cleanArticle } from '../../lib/index.ts';

const MENU =
  'Islands|Harbours|Boats|Tides|Fish prices|Weather|Letters|Crews|Ropes and sails|Winter|Lighthouses|Maps|Music|Chess'.split(
    '|',
  );
const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said on Friday.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on board.',
  '“Nobody wanted to sail through the skerries without a second pair of eyes,” said Marit Voss, who has steered the ferry for nine years.',
  'Under the new rota, two of the four boats keep a watch of three, and the harbour office pays for the training of six hands.',
  'Shops on Holm had begun to ration flour and lamp oil last week, when the last supply boat turned back in the fog.',
  'The first ferry leaves Aldersund at six in the morning; tickets from before the strike remain valid until the end of the month.',
];
const FOOTER = ['Our offices', 'Press room', 'Partners', 'Privacy policy', 'Terms of use'];

/** The title of the text of a page whose head is given. */
function titleOf(...head: readonly string[]): unknown {
  const text = [...MENU, ...head, ...STORY, ...FOOTER].join('\n\n');
  return cleanArticle(text, 'text/plain').title;
}

describe('the headline of the text of a page', () => {
  test('is found above a byline, a day and a button', () => {
    const head = [
      'Crews of the Holm ferry end their strike',
      'Sunniva Brack',
      '4 March 2026',
      'Listen to this',
      '3 min',
    ];
    expect(titleOf(...head)).toBe('Crews of the Holm ferry end their strike');
  });

  test('is not what stands beside it and speaks of other things', () => {
    const head = [
      'Geese win the cup of the northern ponds',
      'Crews of the Holm ferry end their strike',
      'Sunniva Brack',
    ];
    expect(titleOf(...head)).toBe('Crews of the Holm ferry end their strike');
  });

  test('is not the last entry of the menu', () => {
    expect(titleOf('Ferry strike over: boats to Holm sail on Monday', 'Sign in', 'Read the paper')).toBe(
      'Ferry strike over: boats to Holm sail on Monday',
    );
  });
});
