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
const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said on Friday.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on board.',
  '“Nobody wanted to sail through the skerries without a second pair of eyes,” said Marit Voss, who has steered the ferry for nine years.',
  'Under the new rota, two of the four boats keep a watch of three, and the harbour office pays for the training of six hands.',
  'Shops on Holm had begun to ration flour and lamp oil last week, when the last supply boat turned back in the fog.',
  'The first ferry leaves Aldersund at six in the morning; tickets from before the strike remain valid until the end of the month.',
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
const PAGE = [...MENU, 'Ferry to Holm runs again', ...STORY, ...MORE, ...MENU].join('\n');

function removedOf(source: string, options = {}): readonly string[] {
  return judgeText(parseText(source), options).blocks.flatMap(({ block, removal }) => (removal ? [block.text] : []));
}

/** Trees that say one probability of everything. */
function stubborn(logOdds: number): LineModel {
  const trees = readTrees({ base: logOdds, sizes: '', columns: '', values: '', rights: '' });
  return { first: trees, second: trees, words: NO_WORDS };
}

/** Trees that take lines of at most five words for the article, and all others for none of it. */
function fondOfShortLines(): LineModel {
  const values = new DataView(new ArrayBuffer(12));
  [5, 18, 0].forEach((value, at) => {
    values.setFloat32(4 * at, value, true);
  });
  const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
  const trees = readTrees({
    base: -9,
    sizes: base64([3]),
    columns: base64([LINE_FEATURES.indexOf('text:size'), 255, 255]),
    values: base64([...new Uint8Array(values.buffer)]),
    rights: base64([2, 0, 0]),
  });
  return { first: trees, second: trees, words: NO_WORDS };
}

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
    expect(STORY.filter((line) => removed.includes(line))).toEqual([]);
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
    expect(removedOf(STORY.join('\n\n'))).toEqual([]);
  });
});

describe('the guards of the line model', () => {
  const long = [...STORY, ...STORY.map((line) => line.replace('the', 'that very'))];
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
    const mixed = labelByForm(parseText([...STORY, ...piers].join('\n')));
    expect(labelLines(mixed, fondOfShortLines(), 'thorough')).toEqual({ proposal: new Map(), isDoubtful: true });
  });

  it('never remove a long line without links on the word of the model', () => {
    const giant = Array.from({ length: 12 }, () => STORY[0]).join(' ');
    const source = [STORY[1], giant, STORY[2], ...Array.from({ length: 10 }, (_, i) => `Pier number ${i}`)].join('\n');
    const document = parseText(source);
    const { proposal } = labelLines(labelByForm(document), fondOfShortLines(), 'normal');
    const removed = [...proposal.keys()].map((at) => document.blocks[at]?.text);
    expect(removed).toContain(STORY[1]);
    expect(removed).not.toContain(giant);
  });

  it('leave a document alone that the model takes for the article', () => {
    expect(labelLines(draft, stubborn(9), 'thorough').proposal.size).toBe(0);
  });

  it('leave a document of a few lines alone', () => {
    const few = labelByForm(parseText(STORY.slice(0, 5).join('\n')));
    expect(labelLines(few, stubborn(-9), 'thorough')).toEqual({ proposal: new Map(), isDoubtful: false });
  });

  it('hold for a document without text', () => {
    expect(labelLines(labelByForm(parseText('')), sharedLineModel(), 'normal').proposal.size).toBe(0);
  });
});
