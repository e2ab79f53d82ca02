import { buildVocabulary, likeness } from '../../lib/core/label/text/cohesion.ts';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { lineOf } from '../../lib/core/label/text/lines.ts';
import { findWindows } from '../../lib/core/label/text/teaser-windows.ts';
import { probability, readTrees, writeTrees } from '../../lib/core/label/text/tree-model.ts';
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

test('windows cover every place where a shape fits', () => {
  const prose = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';
  const { blocks, source } = parseText(['Ferry to Holm runs again', prose, '![]()'].join('\n'));
  const lines = blocks.map((block, i) => lineOf(block, i, blocks[i - 1], source));
  expect(findWindows(lines).map(({ shape, start }) => `${shape}@${start}`)).toEqual(['HXI@0', 'HX@0', 'H@0', 'X@1']);
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

describe('trees', () => {
  const written = ['3<0.5 =0.25 1<2 =-1 =1', '=0.5'];

  test('are read as they were written', () => {
    expect(writeTrees(readTrees(0, written))).toEqual(written);
  });

  test('add up the leaves that a row falls into', () => {
    const model = readTrees(0, written);
    expect(probability(model, [0, 0, 0, 0])).toBeCloseTo(1 / (1 + Math.exp(-0.75)), 12);
    expect(probability(model, [0, 3, 0, 1])).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 12);
  });
});

describe('the teaser stage', () => {
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
  const menu = ['Skip to content', 'Sign in', ...Array.from({ length: 30 }, (_, i) => `Menu entry ${i}`)];
  const prose = Array.from(
    { length: 14 },
    (_, i) =>
      `In chapter ${i} of the harbour story the crew of boat ${i} waits for the tide and talks about the night watch.`,
  );
  const footer = [...Array.from({ length: 10 }, (_, i) => `Office ${i}`), 'Privacy policy', 'Terms of use'];
  const labelled = labelText(parseText([...menu, 'How the crews spent the winter', ...prose, ...footer].join('\n')));
  expect(new Set(labelled.flatMap(({ removal }) => (removal ? [removal.rule] : [])))).toEqual(
    new Set([
      'navigation-skip-link',
      'navigation-label',
      'page-navigation',
      'headline',
      'page-footer',
      'footer-legal-page',
    ]),
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
