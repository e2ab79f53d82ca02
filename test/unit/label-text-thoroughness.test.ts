import { startDraft } from '../../lib/core/label/text/draft.ts';
import { readTeaserForests } from '../../lib/core/label/text/teaser-model.ts';
import { labelTeasers } from '../../lib/core/label/text/teasers.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { THOROUGHNESS } from '../../lib/core/source.ts';

/** Forests without a tree: every window has the probability whose log odds are the base. */
function sureOf(probability: number) {
  const base = Math.log(probability / (1 - probability));
  const forest = { base, sizes: '', columns: '', values: '', rights: '' };
  return readTeaserForests({ first: forest, second: forest, headline: forest, text: forest });
}

const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said in a letter.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the watch at night.',
  'Both sides will meet again in the spring, when the new boats are due and the old watch has to be paid once more.',
];
const CARD = [
  'Geese win the cup',
  'The geese of Brackwater won the cup of the northern ponds on Sunday after a night of rain.',
  '![]()',
];

/** Rules by which lines fall at each level. */
function rulesAt(probability: number): readonly string[] {
  const document = parseText([STORY[0], ...CARD, ...STORY.slice(1)].join('\n\n'));
  return THOROUGHNESS.map((level) => {
    const draft = startDraft(document, document.blocks, new Map());
    const found = [...labelTeasers(draft, sureOf(probability), level).values()].map(({ rule }) => rule);
    return [...new Set(found)].join(' ');
  });
}

describe('thoroughness', () => {
  test('decides how sure the model of teasers must be: a card of .72 is left by the careful level only', () => {
    expect(rulesAt(0.72)).toEqual(['', 'teaser-hxi', 'teaser-hxi']);
  });

  test('has the thorough level take a card that the normal one leaves', () => {
    expect(rulesAt(0.65)).toEqual(['', '', 'teaser-hxi']);
  });

  test('leaves what is less likely at every level', () => {
    expect(rulesAt(0.5)).toEqual(['', '', '']);
  });
});
