import { startDraft } from '../../lib/core/label/text/draft.ts';
import { readTeaserForests } from '../../lib/core/label/text/teaser-model.ts';
import { labelTeasers } from '../../lib/core/label/text/teasers.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { THOROUGHNESS } from '../../lib/core/source.ts';

/** Forests without a tree: every window has the probability whose log odds are the base. */
function sureOf(probability: number, again = probability) {
  const forest = (sure: number) => ({
    base: Math.log(sure / (1 - sure)),
    sizes: '',
    columns: '',
    values: '',
    rights: '',
  });
  const one = forest(probability);
  return readTeaserForests({ first: one, second: one, headline: one, text: one, textAgain: forest(again) });
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

/** A paragraph that is too long to fall. */
const LONG = `${Array.from({ length: 160 }, (_, i) => `word${i}`).join(' ')}.`;

/** The rule by which the headline of the card falls at each level. */
function rulesAt(probability: number): readonly string[] {
  const document = parseText([STORY[0], ...CARD, ...STORY.slice(1), LONG].join('\n\n'));
  const headline = document.blocks.findIndex(({ text }) => text === CARD[0]);
  return THOROUGHNESS.map((level) => {
    const draft = startDraft(document, document.blocks, new Map());
    return labelTeasers(draft, sureOf(probability), level).get(headline)?.rule ?? '';
  });
}

describe('thoroughness', () => {
  test('decides how sure the model of teasers must be: a card of .82 is left by the careful level only', () => {
    expect(rulesAt(0.82)).toEqual(['', 'teaser-hxi', 'teaser-hxi']);
  });

  test('has the thorough level take a card that the normal one leaves', () => {
    expect(rulesAt(0.72)).toEqual(['', '', 'teaser-hxi']);
  });

  test('falls back to the careful level where too little would be left', () => {
    const document = parseText([STORY[0], ...CARD, ...STORY.slice(1)].join('\n\n'));
    const draft = startDraft(document, document.blocks, new Map());
    // At .92 every text alone would fall at the normal level, and cards alone at the careful one.
    const fallen = [...labelTeasers(draft, sureOf(0.92)).entries()].map(([at, { rule }]) => [
      document.blocks[at]?.text,
      rule,
    ]);
    expect(fallen).toEqual([
      [CARD[0], 'teaser-hxi'],
      [CARD[1], 'teaser-hxi'],
    ]);
    expect(labelTeasers(draft, sureOf(0.99)).size).toBe(0);
  });

  test('leaves what is less likely at every level', () => {
    expect(rulesAt(0.5)).toEqual(['', '', '']);
  });
});

describe('a text alone', () => {
  /** Rules by which the last of three texts falls; the one before it is too long to fall. */
  function rulesOf(model: ReturnType<typeof sureOf>): readonly string[] {
    const document = parseText([STORY[0], LONG, STORY[1]].join('\n\n'));
    const draft = startDraft(document, document.blocks, new Map());
    return [...labelTeasers(draft, model).values()].map(({ rule }) => rule);
  }

  test('falls when the mean of the log odds of both its forests is sure', () => {
    expect(rulesOf(sureOf(0.99, 0.3))).toEqual(['teaser-x']);
    expect(rulesOf(sureOf(0.3, 0.99))).toEqual(['teaser-x']);
  });

  test('stays when one of them is as sure of the contrary', () => {
    expect(rulesOf(sureOf(0.99, 0.01))).toEqual([]);
    expect(rulesOf(sureOf(0.04, 0.96))).toEqual([]);
  });
});

describe('the text of a whole page', () => {
  /** Texts that fall, of which each window is as likely. */
  function fallen(lines: readonly string[]): readonly string[] {
    const long = `${Array.from({ length: 160 }, (_, i) => `word${i}`).join(' ')}.`;
    const labels = Array.from({ length: 40 }, (_, i) => `label ${i}`);
    const document = parseText([...lines, long, STORY[2] ?? '', ...labels].join('\n\n'));
    const draft = startDraft(document, document.blocks, new Map());
    return [...labelTeasers(draft, sureOf(0.96)).keys()].map((at) => draft.blocks[at]?.text ?? '');
  }

  test('keeps its first paragraph where no headline stands before it, and no other text', () => {
    const found = fallen([STORY[0] ?? '']);
    expect(found).toContain(STORY[2]);
    expect(found).not.toContain(STORY[0]);
  });

  test('keeps headline and first paragraph behind the lines of its menu', () => {
    const found = fallen([
      'Home',
      'News',
      'Six walks along the wall',
      'Ferry to Holm runs again',
      '![]()',
      STORY[0] ?? '',
    ]);
    expect(found).toContain('Six walks along the wall');
    expect(found).not.toContain('Ferry to Holm runs again');
    expect(found).not.toContain(STORY[0]);
  });
});
