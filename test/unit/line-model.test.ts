import { readTrees } from '../../lib/core/label/model/trees.ts';
import { judgeText, labelByForm } from '../../lib/core/label/text/label-text.ts';
import { LINE_FEATURES, measureLines } from '../../lib/core/label/text/line-model/features.ts';
import { CONTEXT_FEATURES } from '../../lib/core/label/text/line-model/features-context.ts';
import { labelLines, sharedLineModel } from '../../lib/core/label/text/line-model/label-lines.ts';
import {
  ALL_LINE_FEATURES,
  type LineModel,
  readLineModel,
  widen,
} from '../../lib/core/label/text/line-model/line-model.ts';
import { readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import { LINE_TREES } from '../../lib/core/label/text/line-model/line-trees-model.ts';
import { NO_WORDS } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { FERRY_STORY, OTHER_STORY } from '../support/invented-stories.ts';
import { shortLineModel } from '../support/short-line-model.ts';

const MENU = [
  'Home',
  'Islands',
  'Harbours',
  'Weather',
  'Fish prices',
  'Letters',
  'Our boats',
  'Sign in',
  'Search the site',
];
const MORE = [
  'More from the islands',
  'Geese win the cup of the northern ponds',
  'Lighthouse of Brackwater to be painted red',
  'Why the herring came late this year',
  'Six walks along the old sea wall',
  'About us',
  'Advertise',
  'Work with us',
  'Terms and conditions',
  'Privacy',
];
const PAGE = [...MENU, 'Ferry to Holm runs again', ...FERRY_STORY, ...MORE, ...MENU].join('\n');

function removedOf(source: string, options = {}): readonly string[] {
  return judgeText(parseText(source), options).blocks.flatMap(({ block, removal }) => (removal ? [block.text] : []));
}

/** Trees that say one probability of everything. */
function stubborn(logOdds: number): LineModel {
  const trees = readTrees({ base: logOdds, sizes: '', columns: '', values: '', rights: '' });
  return { first: trees, second: trees, words: NO_WORDS };
}

/** Takes lines of at most five words for the article, and all others for none of it. */
const FOND_OF_SHORT_LINES = shortLineModel(9, -9);

describe('the line model', () => {
  it('was trained on the features that this code measures', () => {
    expect(LINE_TREES.features.split(' ')).toEqual(ALL_LINE_FEATURES);
  });

  it('refuses a model that was trained on other features', () => {
    expect(() => readLineModel({ ...LINE_TREES, features: 'text:size' })).toThrow('train it again');
  });

  it('gives every feature of every row a number', () => {
    const page = readLinePage(labelByForm(parseText(PAGE)));
    const rows = Int32Array.from(page.rows.keys());
    const matrix = measureLines(page, rows);
    expect(matrix).toHaveLength(rows.length * LINE_FEATURES.length);
    expect(matrix.every(Number.isFinite)).toBe(true);
    const wide = widen(page, new Float64Array(rows.length).fill(0.5), rows);
    expect(wide).toHaveLength(rows.length * (LINE_FEATURES.length + CONTEXT_FEATURES.length));
    expect(wide.every(Number.isFinite)).toBe(true);
  });

  it('says where it comes from', () => {
    const { sets, split } = LINE_TREES.training;
    expect(sets.map(({ sha256 }) => sha256)).toEqual(sets.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
    expect(sets.map(({ name }) => name)).toEqual(['fundus', 'wcxb', 'bbc', 'inserts', 'pages']);
    expect(split).toBe('all sites');
  });
});

describe('the text of a whole page', () => {
  it('loses menu and footer, and keeps the story', () => {
    const removed = removedOf(PAGE);
    // Other headlines may stay: beside a story as short as this one a few lines in doubt cost little, and may be its own.
    expect(removed).toEqual(expect.arrayContaining([...MENU, ...MORE.slice(5)]));
    expect(FERRY_STORY.filter((line) => removed.includes(line))).toEqual([]);
  });

  it('names what the model removes and how sure it is', () => {
    const byModel = judgeText(parseText(PAGE)).blocks.flatMap(({ removal }) =>
      removal?.rule === 'line-model' ? [removal] : [],
    );
    expect(byModel.length).toBeGreaterThan(0);
    expect(byModel.every(({ confidence }) => confidence > 0.7 && confidence <= 1)).toBe(true);
  });

  it('loses no less the more thorough it is cleaned', () => {
    const counts = (['careful', 'normal', 'thorough'] as const).map(
      (thoroughness) => removedOf(PAGE, { thoroughness }).length,
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});

describe('a story by itself', () => {
  it('keeps every line', () => {
    expect(removedOf(FERRY_STORY.join('\n\n'))).toEqual([]);
  });
});

describe('the guards of the line model', () => {
  const long = [...FERRY_STORY, ...FERRY_STORY.map((line) => line.replace('the', 'that very'))];
  const draft = labelByForm(parseText(long.join('\n')));

  it('remove nothing when nothing would be left, and say so', () => {
    const { proposal, isDoubtful } = labelLines(draft, stubborn(-9), 'normal');
    expect(proposal.size).toBe(0);
    expect(isDoubtful).toBe(true);
    const scraped = ['Share this article', ...long].join('\n');
    expect(judgeText(parseText(scraped), { lineModel: stubborn(-9) }).notes).toEqual(['lines-doubtful']);
  });

  it('remove nothing when no prose would be left, and say so', () => {
    const piers = Array.from({ length: 10 }, (_, i) => `Pier number ${i}`);
    const mixed = labelByForm(parseText([...FERRY_STORY, ...piers].join('\n')));
    expect(labelLines(mixed, FOND_OF_SHORT_LINES, 'thorough')).toEqual({ proposal: new Map(), isDoubtful: true });
  });

  it('never remove a long line without links on the word of the model', () => {
    const giant = Array.from({ length: 12 }, () => FERRY_STORY[0]).join(' ');
    const source = [
      FERRY_STORY[1],
      giant,
      FERRY_STORY[2],
      ...Array.from({ length: 10 }, (_, i) => `Pier number ${i}`),
    ].join('\n');
    const document = parseText(source);
    const { proposal } = labelLines(labelByForm(document), FOND_OF_SHORT_LINES, 'normal');
    const removed = [...proposal.keys()].map((at) => document.blocks[at]?.text);
    expect(removed).toContain(FERRY_STORY[1]);
    expect(removed).not.toContain(giant);
  });

  it('never remove a correction on the word of the model', () => {
    const notes = ['Correction: two boats, not six.', 'Six boats, and not two'];
    const document = parseText([...long, ...notes].join('\n'));
    const { proposal } = labelLines(labelByForm(document), shortLineModel(-9, 9), 'normal');
    expect([...proposal.keys()].map((at) => document.blocks[at]?.text)).toEqual(notes.slice(1));
  });

  it('never remove the name of a part of the article above a line that stays', () => {
    const [first = '', ...rest] = long;
    const removedOf = (lines: readonly string[]) => {
      const document = parseText(lines.join('\n'));
      const { proposal } = labelLines(labelByForm(document), shortLineModel(-9, 9), 'normal');
      return [...proposal.keys()].map((at) => document.blocks[at]?.text);
    };
    expect(removedOf([first, 'Background', ...rest, 'Six of the hands', 'Conclusion'])).toEqual([
      'Six of the hands',
      'Conclusion',
    ]);
    expect(removedOf([first, 'Overview', 'Background', ...rest])).toEqual([]);
    expect(removedOf([first, 'Boat prices', ...rest])).toEqual(['Boat prices']);
  });

  it('let the items of a list stay or go together', () => {
    const removedWith = (list: readonly string[]) => {
      const document = parseText([...long, 'Two more boats', '', ...list.map((item) => `- ${item}`)].join('\n'));
      const { proposal } = labelLines(labelByForm(document), shortLineModel(-5, 9), 'normal');
      return [...proposal.keys()].map((at) => document.blocks[at]?.text);
    };
    expect(removedWith([...OTHER_STORY.slice(0, 3), 'Six of the hands'])).toEqual(['Two more boats']);
    expect(removedWith(['Six of the hands'])).toEqual(['Two more boats', 'Six of the hands']);
  });

  it('leave a document alone that the model takes for the article', () => {
    expect(labelLines(draft, stubborn(9), 'thorough').proposal.size).toBe(0);
  });

  it('leave a document of a few lines alone', () => {
    const few = labelByForm(parseText(FERRY_STORY.slice(0, 5).join('\n')));
    expect(labelLines(few, stubborn(-9), 'thorough')).toEqual({ proposal: new Map(), isDoubtful: false });
  });

  it('hold for a document without text', () => {
    expect(labelLines(labelByForm(parseText('')), sharedLineModel(), 'normal').proposal.size).toBe(0);
  });
});
