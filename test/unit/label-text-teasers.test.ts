import type { Block, Removal } from '../../lib/core/document.ts';
import { buildVocabulary, likeness } from '../../lib/core/label/text/cohesion.ts';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { lineOf } from '../../lib/core/label/text/lines.ts';
import { type CardLine, cardLines } from '../../lib/core/label/text/teaser-lines.ts';
import { readTeaserModel, TEASER_FEATURES } from '../../lib/core/label/text/teaser-model.ts';
import { TEASER_WEIGHTS } from '../../lib/core/label/text/teaser-weights.ts';
import { findWindows } from '../../lib/core/label/text/teaser-windows.ts';
import { parseSource } from '../../lib/core/parse/source.ts';
import { parseText } from '../../lib/core/parse/text.ts';

function removedRules(lines: readonly string[]): readonly string[] {
  return labelText(parseText(lines.join('\n'))).flatMap(({ removal }) => (removal ? [removal.rule] : []));
}

function shapes(lines: readonly string[]): string {
  const { blocks, source } = parseText(lines.join('\n'));
  return blocks.map((block, i) => lineOf(block, i, blocks[i - 1], source).shape).join('');
}

describe('the shape of a line', () => {
  test('tells pictures, headlines, prose and the rest apart', () => {
    const prose = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';
    expect(shapes(['![]()', 'Ferry to Holm runs again', prose, 'Yes.'])).toBe('IHXS');
  });

  test('takes a full stop behind a space for litter', () => {
    expect(shapes(['Why the Ferry to Holm Will Not Run Again Before the Autumn Comes .'])).toBe('H');
  });

  test('takes a question for a headline when it is one short sentence', () => {
    expect(shapes(['Who pays for the ferry?', 'It came. Who paid for it?'])).toBe('HS');
  });

  test('weighs Han characters less than words', () => {
    expect(
      shapes([
        '青石镇的老茶馆和河边的人们',
        '青石镇的河边有一家开了八十年的茶馆，每天清晨五点店主打开木门，等第一批渔民回来。',
      ]),
    ).toBe('HX');
  });
});

const PROSE = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';

function cardsOf(lines: readonly string[], removals: readonly (Removal | null)[] = []): readonly CardLine[] {
  const { blocks, source } = parseText(lines.join('\n'));
  return cardLines({
    blocks,
    lines: blocks.map((block, i) => lineOf(block, i, blocks[i - 1], source)),
    removals: blocks.map((_, i) => removals[i] ?? null),
  });
}

function windowsOf(lines: readonly string[]): readonly string[] {
  return findWindows(cardsOf(lines)).map(({ shape, start }) => `${shape}@${start}`);
}

describe('the links of a line', () => {
  const linkedOf = (text: string): number => {
    const { blocks, source } = parseSource(text, 'markdown');
    return lineOf(blocks[0] as Block, 0, undefined, source).linked;
  };

  test('are the share of it that links', () => {
    expect(linkedOf('[Ferry to Holm runs again](https://pier.example/a)')).toBe(1);
    expect(linkedOf(`${PROSE} [More](https://pier.example/a)`)).toBeGreaterThan(0);
    expect(linkedOf(PROSE)).toBe(0);
  });

  test('are all of a headline behind the number of its link, not of prose behind one', () => {
    expect(linkedOf('[12]Ferry to Holm runs again')).toBe(1);
    expect(linkedOf(`[12]${PROSE}`)).toBe(0);
  });
});

describe('windows', () => {
  test('cover every place where a shape fits', () => {
    expect(windowsOf(['Ferry to Holm runs again', PROSE, '![]()'])).toEqual(['HXI@0', 'HX@0', 'H@0', 'X@1']);
  });

  test('take a short sentence and a long line without a stop for text under a headline, not alone', () => {
    expect(windowsOf(['Ferry to Holm runs again', 'It sails on Monday at six.', PROSE])).toEqual([
      'HX@0',
      'H@0',
      'X@2',
    ]);
    const summary = 'The harbour office of Aldersund hopes for a calm spring and more guests';
    expect(windowsOf(['Ferry to Holm runs again', summary, '![]()'])).toContain('HXI@0');
  });

  test('see through a kicker and a date', () => {
    const lines = ['World', 'Ferry to Holm runs again', 'March 12, 2024', PROSE, '![]()'];
    expect(windowsOf(lines)).toContain('HXI@0');
    expect(cardsOf(lines).map(({ notes }) => notes)).toEqual([[0], [2], []]);
  });

  test('take the word that a scrape leaves of a picture for one, and nothing else that is removed', () => {
    const removal = (rule: string): Removal => ({ class: 'image-placeholder', rule, confidence: 1 });
    const lines = ['Ferry to Holm runs again', PROSE, 'Image'];
    expect(
      cardsOf(lines, [null, null, removal('image-placeholder-word')])
        .map(({ shape }) => shape)
        .join(''),
    ).toBe('HXI');
    expect(
      cardsOf(lines, [null, null, { ...removal('x'), class: 'ad' }])
        .map(({ shape }) => shape)
        .join(''),
    ).toBe('HX');
  });

  test('take three short lines in a row for a list', () => {
    expect(cardsOf(['Salt', 'Flour', 'Butter', PROSE]).map(({ shape }) => shape)).toEqual(['S', 'S', 'S', 'X']);
  });
});

describe('likeness', () => {
  const vocabulary = buildVocabulary([
    'the ferry stops',
    'the ferries stopped',
    'a goose on the wall',
    '渔民回来了',
    '等渔民回来',
  ]);

  test('sees inflected forms and characters without spaces', () => {
    expect(likeness(vocabulary, 0, 1)).toBeGreaterThan(likeness(vocabulary, 0, 2));
    expect(likeness(vocabulary, 3, 4)).toBeGreaterThan(0.3);
  });

  test('is the same both ways and one with itself', () => {
    expect(likeness(vocabulary, 0, 1)).toBeCloseTo(likeness(vocabulary, 1, 0), 12);
    expect(likeness(vocabulary, 2, 2)).toBeCloseTo(1, 12);
  });
});

describe('the teaser model', () => {
  test('was trained on the features that the code measures', () => {
    expect(TEASER_WEIGHTS.features).toBe(TEASER_FEATURES.join(' '));
  });

  test('is refused when it was trained on others', () => {
    expect(() => readTeaserModel({ ...TEASER_WEIGHTS, features: 'headlineSize' })).toThrow('train them again');
  });

  test('says what it was trained on', () => {
    expect(TEASER_WEIGHTS.training.sets.map(({ name }) => name)).toEqual([
      'inserts',
      'fundus',
      'wcxb',
      'bbc',
      'pages',
      'invented',
    ]);
    expect(TEASER_WEIGHTS.training.sets.every(({ gold }) => /^[0-9a-f]{64}$/.test(gold))).toBe(true);
  });
});

describe('the teaser stage', () => {
  const linkedCards = [
    [
      '### [Geese win the cup of the north after a night of rain](https://pier.example/sport/geese)',
      'Keepers from eleven farms watched as the flock of Marta Lindqvist outran the swans of the upper town.',
    ],
    [
      '### [Bakers of Holm strike over flour from abroad](https://pier.example/economy/flour)',
      'Millers in four towns want local rye ground first, and a ship with wheat lies unloaded off the eastern mole.',
    ],
  ];
  const told = [
    'The harbour office counted forty boats on Tuesday, and the ferry was the last of them to leave the quay.',
    'Its captain, Ragna Dahl, said that the ferry had waited for the boats since the harbour office asked her to.',
    'On Wednesday the office will count the boats again, and Dahl hopes that the quay is free for the ferry by then.',
    'Forty boats are ten more than the harbour of Aldersund has room for, the office said before the ferry left.',
  ];

  test('takes headlines that link elsewhere for those of other stories, and no line of its own', () => {
    const [one = '', two = '', ...rest] = told;
    const [geese = [], bakers = []] = linkedCards;
    const source = ['# Ferry leaves last', PROSE, one, ...geese, two, ...bakers, ...rest].join('\n\n');
    const removed = labelText(parseSource(source, 'markdown')).filter(({ removal }) => removal !== null);
    const texts = removed.map(({ block }) => block.text);
    expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^Geese/), expect.stringMatching(/^Bakers/)]));
    expect(texts.filter((text) => told.includes(text))).toEqual([]);
    const unlinked = source.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
    const stays = labelText(parseSource(unlinked, 'markdown')).filter(({ removal }) => removal === null);
    expect(stays.map(({ block }) => block.text)).toEqual(expect.arrayContaining([expect.stringMatching(/^Geese/)]));
  });

  test('spares heads that are numbered or tell the time', () => {
    const other = (i: number): readonly string[] => [
      `${10 + i}.30 Uhr: Geese of pond ${i} win the cup`,
      `The geese of pond ${i} won the cup of the north after a night of rain that ${i} keepers will not forget.`,
      '![]()',
    ];
    const rules = removedRules([PROSE, ...other(1), `So ${PROSE}`, ...other(2), `And ${PROSE}`]);
    expect(rules.filter((rule) => rule.startsWith('teaser-h'))).toEqual([]);
  });

  test('keeps a document that is one line of prose', () => {
    expect(
      removedRules(['The ferry between Aldersund and Holm will run again from Monday, the harbour office said.']),
    ).toEqual([]);
  });

  test('never removes a line of 150 words', () => {
    const long = Array.from({ length: 160 }, (_, i) => `word${i}`).join(' ');
    const story = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';
    const lines = [story, `So ${story}`, 'Geese Win the Cup in Brackwater', `${long}.`, '![]()', `And ${story}`];
    const kept = labelText(parseText(lines.join('\n'))).filter(({ removal }) => removal === null);
    expect(kept.map(({ block }) => block.text)).toContain(`${long}.`);
  });

  test('takes time in proportion to the length', () => {
    const story = Array.from(
      { length: 40 },
      (_, i) =>
        `Line ${i} of the story about harbour ${i % 7} goes on for a dozen words and more.\nHead number ${i} here\n![]()`,
    );
    const time = (copies: number): number => {
      const document = parseText(
        Array.from({ length: copies }, () => story.join('\n'))
          .join('\n')
          .replace(/harbour/g, () => 'harbour'),
      );
      const start = process.cpuUsage();
      labelText(document);
      const used = process.cpuUsage(start);
      return used.user + used.system;
    };
    time(4);
    expect(time(64)).toBeLessThan(Math.max(1_000_000, 16 * 6 * time(4)));
  });
});

test('a page dump loses its menus and keeps its prose', () => {
  const menu = (
    'Skip to content|Sign in|Islands|Harbours|Boats|Tides|Fish prices|Weather|Letters|Crews|Ropes and sails|Winter|' +
    'Lighthouses|Maps|Markets|Schools|Music|Chess|Recipes|Gardens|Houses|Jobs on board|Opinion|Our boats|Archive of tides'
  ).split('|');
  const prose = Array.from(
    { length: 14 },
    (_, i) =>
      `In chapter ${i} of the harbour story the crew of boat ${i} waits for the tide and talks about the night watch.`,
  );
  const footer = [
    'Our offices',
    'Press room',
    'Sitemap',
    'Help',
    'Partners',
    'Tickets',
    'Privacy policy',
    'Terms of use',
  ];
  const labelled = labelText(parseText([...menu, 'How the crews spent the winter', ...prose, ...footer].join('\n')));
  expect(new Set(labelled.flatMap(({ removal }) => (removal ? [removal.rule] : [])))).toEqual(
    new Set([
      'navigation-skip-link',
      'navigation-label',
      'headline',
      'line-model',
      'footer-legal-page',
      'after-footer',
    ]),
  );
  expect(labelled.find(({ removal }) => removal?.class === 'headline')?.block.text).toBe(
    'How the crews spent the winter',
  );
  expect(labelled.filter(({ removal }) => removal === null).map(({ block }) => block.text)).toEqual(prose);
});

test('a list of fixtures behind the prose is no footer', () => {
  const prose = Array.from(
    { length: 14 },
    (_, i) => `In round ${i} of the harbour cup the crew of boat ${i} rowed against the tide and lost by a length.`,
  );
  const fixtures = Array.from({ length: 20 }, (_, i) => `Holm ${i} v Aldersund`);
  expect(removedRules([...prose, ...fixtures])).toEqual([]);
});
