import type { Block, Removal } from '../../lib/core/document.ts';
import { type ArticleExplainer, createExplainer } from '../../lib/core/explain.ts';
import { explainText } from '../../lib/core/label/explain/explain-text.ts';
import type { BlockExplanation } from '../../lib/core/label/explain/explanation.ts';
import { tellValue } from '../../lib/core/label/explain/reasons.ts';
import { structuralDecisions } from '../../lib/core/label/explain/structural-decisions.ts';
import { labelBlocks } from '../../lib/core/label/label.ts';
import { FEATURE_WORDS } from '../../lib/core/label/model/feature-words.ts';
import { FAMILIES, FEATURES } from '../../lib/core/label/model/features.ts';
import { sharedModel } from '../../lib/core/label/model/label-with-model.ts';
import type { ModelPage } from '../../lib/core/label/model/model-page.ts';
import { rationaleOf } from '../../lib/core/label/rules/rationale.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { sha256 } from '../../lib/io/sha256.ts';

const explain: ArticleExplainer = createExplainer(sha256);

const PROSE = [
  'The town council of Brackwater voted on Tuesday to keep the night ferry running through the winter, after a debate that lasted until midnight.',
  'Councillor Edda Marlow, who had proposed to end the service, said she would respect the vote. “People told us what they need,” she said.',
  'The ferry carried about nine thousand passengers last winter, half of them workers on their way to the fish market and back home.',
];
const PAGE = `<!doctype html><html lang="en"><head><title>Brackwater keeps its night ferry</title>
<meta property="og:type" content="article"></head><body><nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article class="post"><h1>Brackwater keeps its night ferry</h1><p class="byline">By Edda Marlow, 12 May 2026</p><img src="/a.jpg" alt="A ferry">
<div class="entry-content">${PROSE.map((text) => `<p>${text}</p>`).join('')}</div>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Harbour dredging ends early this year</a></li><li><a href="/2">Old pier to be sold at auction</a></li></ul></div></article></main></body></html>`;
const TEXT = `By Edda Marlow\n\n${PROSE.join('\n\n')}\n\nShare this article\n\n![](ferry.png)\n`;

const blocksOf = (body: string, mediaType: string): readonly BlockExplanation[] => explain(body, { mediaType }).blocks;

function find(blocks: readonly BlockExplanation[], start: string): BlockExplanation {
  const block = blocks.find(({ text }) => text.startsWith(start));
  if (block === undefined) throw new Error(`expected a block that begins with ${start}`);
  return block;
}

describe('explaining a page', () => {
  const blocks = blocksOf(PAGE, 'text/html');

  it('gives every block the label that cleaning gives it', () => {
    const labels = labelBlocks(parseHtml(PAGE)).blocks.map(({ removal }) => removal?.rule ?? null);
    expect(blocks.map(({ rule }) => rule ?? null)).toEqual(labels);
    expect(blocks.map(({ at }) => at)).toEqual(labels.map((_, at) => at));
  });

  it('says for and against with weights that add up to the probability', () => {
    const judged = blocks.filter(({ probability }) => probability !== undefined);
    expect(judged.length).toBeGreaterThan(6);
    for (const { baseline = 0, reasons, probability = 0, ownProbability = probability } of judged) {
      const score = reasons.reduce((sum, { weight }) => sum + weight, baseline);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(ownProbability, 2);
      expect(reasons).toHaveLength(FAMILIES.length);
    }
  });

  it('puts the weightiest reason first', () => {
    const weights = find(blocks, 'Old pier').reasons.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('holds most against what is removed and most for what is kept', () => {
    expect(find(blocks, 'Old pier')).toMatchObject({ label: 'removed', class: 'related', stage: 'model' });
    expect(find(blocks, 'Old pier').reasons[0]?.direction).toBe('against');
    expect(find(blocks, 'The ferry carried')).toMatchObject({ label: 'kept', stage: 'model', decisions: [] });
    expect(find(blocks, 'The ferry carried').reasons[0]?.direction).toBe('for');
  });

  it('names the class from which the model draws its conclusion', () => {
    const tokens = find(blocks, 'Old pier').reasons.find(({ feature }) => feature.endsWith('-worst'));
    expect(tokens?.text).toMatch(/^article text under .*, at worst: \d+ % \(name "related[a-z-]*"\)$/);
  });

  it('says that the rules settle a short head line with its date', () => {
    const byline = find(blocks, 'By Edda Marlow');
    expect(byline).toMatchObject({ class: 'byline', stage: 'rules' });
    expect(byline.decisions).toEqual([expect.stringContaining('settled by the rules')]);
    expect(byline.rationale).toBe(rationaleOf('html-byline'));
  });

  it('leaves what holds no text to the rules', () => {
    expect(blocks.find(({ kind }) => kind === 'image')).toMatchObject({ stage: 'rules', reasons: [] });
  });

  it('gives the same reasons twice', () => {
    expect(blocksOf(PAGE, 'text/html')).toEqual(blocks);
  });
});

describe('structural decisions', () => {
  const model = { ...sharedModel(), threshold: 0.5 };

  function decided(
    own: number,
    joined: number,
    threshold: number,
    kept: 0 | 1,
    ground: 'model' | 'caption' | 'pop-up' = 'model',
    post = -1,
    rule: Removal | null = null,
    kind: Block['kind'] = 'paragraph',
    above = 'Boats.',
  ) {
    const group = { first: 0, blocks: 4, words: 9, linked: 0 };
    const blocks = [{ kind: 'paragraph', text: above, words: 6 }, { kind }];
    const page = { blocks, groups: [group, group], rules: [null, rule] } as unknown as ModelPage;
    return structuralDecisions({
      model,
      judged: { page, probability: Float64Array.of(0, own) },
      decision: {
        probability: Float64Array.of(0, joined),
        kept: Uint8Array.of(1, kept),
        threshold,
        certain: new Uint8Array(2),
        otherStory: new Uint8Array(2),
        posts: Int32Array.of(-1, post),
      },
      row: 1,
      ground,
    });
  }

  it.each([
    ['nothing where the probability decides', decided(0.9, 0.9, 0.5, 1), []],
    ['a threshold of the page that keeps more', decided(0.3, 0.3, 0.2, 1), ['threshold 20 % instead of 50 %']],
    ['a list that lifts an item', decided(0.4, 0.6, 0.5, 1), ['judged with the 4 items']],
    ['a pop-up card', decided(0.9, 0.9, 0.5, 0, 'pop-up'), ['settled by the rules']],
    ['a post that lifts its signature', decided(0.4, 0.6, 0.5, 1, 'model', 7), ['judged with the rest of its post']],
    ['a crosshead', decided(0.4, 0.4, 0.5, 1, 'model', -1, null, 'heading'), ['kept as a crosshead']],
    ['a table between paragraphs', decided(0.4, 0.4, 0.5, 1, 'model', -1, null, 'table-row'), ['kept with the story']],
    ['an orphan heading', decided(0.6, 0.6, 0.5, 0), ['removed as an orphan heading']],
    [
      'a comment',
      decided(0.6, 0.6, 0.5, 0, 'model', -1, { class: 'comments', rule: 'html-comments', confidence: 0.9 }),
      ["removed as a reader's comment"],
    ],
    ['a caption of the story', decided(0.1, 0.1, 0.5, 0, 'caption'), ['kept as a caption']],
    [
      'an item of a list that the line above announces',
      decided(0.1, 0.1, 0.5, 1, 'model', -1, null, 'list-item', 'The board asked for three things:'),
      ['kept with its list'],
    ],
    [
      'an item of another list',
      decided(0.4, 0.4, 0.5, 1, 'model', -1, null, 'list-item', 'The board met.'),
      ['kept with the story'],
    ],
  ])('tell %s', (_, said, expected) => {
    expect(said).toEqual(expected.map((start) => expect.stringContaining(start)));
  });
});

describe('explaining text', () => {
  const blocks = blocksOf(TEXT, 'text/plain');

  it('names the stage, the rule and its reason', () => {
    expect(find(blocks, 'Share this')).toMatchObject({
      label: 'removed',
      class: 'share',
      stage: 'phrases',
      rationale: expect.stringMatching(/\.$/),
    });
    expect(blocks.at(-1)).toMatchObject({ rule: 'image-placeholder', stage: 'certain-forms' });
  });

  it('says where each block stands in the source', () => {
    for (const { text, start, end } of blocks.filter(({ kind }) => kind === 'paragraph')) {
      expect(TEXT.slice(start, end).trim()).toBe(text);
    }
  });

  it('says what fell only when the clean text was read again, with the reason of its rule', () => {
    const labelled = labelBlocks(parseText(TEXT));
    const removal = { class: 'teaser', rule: 'teaser-hx', confidence: 0.8 } as const;
    const settled = labelled.blocks.map((one) => (one.block.text.startsWith('Councillor') ? { ...one, removal } : one));
    expect(find(explainText({ ...labelled, blocks: settled }), 'Councillor')).toMatchObject({
      label: 'removed',
      stage: 'read-again',
      rationale: rationaleOf('teaser-hx'),
    });
    expect(find(explainText(labelled), 'Councillor')).toMatchObject({ label: 'kept', stage: 'none' });
  });

  it('says that no stage had anything against what is kept', () => {
    expect(find(blocks, 'Councillor')).toMatchObject({ label: 'kept', stage: 'none', reasons: [], decisions: [] });
  });

  it('says that a document keeps what the rules would have left nothing of', () => {
    const [only] = blocksOf('Share this article', 'text/plain');
    expect(only).toMatchObject({ label: 'kept' });
    expect(only?.decisions).toEqual([expect.stringContaining('left nothing')]);
  });

  it('explains Markdown alike', () => {
    const markdown = blocksOf(`# Night ferry stays\n\n${TEXT}`, 'text/markdown');
    expect(find(markdown, 'Night ferry')).toMatchObject({ kind: 'heading', rule: 'headline' });
  });
});

describe('the words for features', () => {
  it('tell every feature and no other', () => {
    expect([...FEATURE_WORDS.keys()].sort()).toEqual([...FEATURES].sort());
  });

  it('tell no two features alike', () => {
    const words = [...FEATURE_WORDS.values()].map((feature) => feature.words);
    expect(words.filter((text, at) => text === '' || text.includes('*') || words.indexOf(text) !== at)).toEqual([]);
  });

  it.each([
    [0.034, 'share', '3 %'],
    [-1, 'share', 'none'],
    [Math.log1p(12), 'log', '12'],
    [2.44, 'count', '2.4'],
    [1, 'yes', 'yes'],
    [500, 'distance', 'none'],
    [-3, 'distance', '3 before it'],
    [-1, 'class', 'keep'],
    [6, 'class', 'related'],
    [1, 'kind', 'paragraph'],
  ] as const)('read the value %d as a %s: %s', (value, unit, text) => {
    expect(tellValue(value, unit)).toBe(text);
  });
});
