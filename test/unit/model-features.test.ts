import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { FAMILIES, FEATURES, measureFeatures } from '../../lib/core/label/model/features.ts';
import { MAIN_TEXT } from '../../lib/core/label/model/main-text-model.ts';
import { readModel } from '../../lib/core/label/model/model.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { PRIOR_RATE, TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const SENTENCE = 'The harbour master of Lower Quay opened the new lock on Monday after nine years of work. ';
const PAGE = `<html><head><title>Lock opened at Lower Quay - The Tidings</title></head><body class="single sharing-on">
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="story sharing-body"><h1>Lock opened at Lower Quay</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(2)}</p>
<div class="sharing"><p>Tell friends about it</p></div><p>${SENTENCE.repeat(4)}</p></div>
<footer>© The Tidings</footer></body></html>`;

function measured(html: string, rates: Readonly<Record<string, number>> = {}) {
  const document = parseHtml(html);
  if (document.elements === null) throw new Error('expected elements');
  return measurePage(document, document.elements, new TokenRates((token) => rates[token]), labelHtml(document));
}

function featureOf(matrix: Float32Array, row: number, name: string): number {
  const column = FEATURES.indexOf(name);
  if (column < 0) throw new Error(`no feature ${name}`);
  return matrix[row * FEATURES.length + column] ?? -99;
}

describe('features of the model', () => {
  it('are those that the committed model was trained on', () => {
    expect(MAIN_TEXT.features.split(' ')).toEqual(FEATURES);
  });

  it('refuses a model that was trained on others', () => {
    expect(() => readModel({ ...MAIN_TEXT, features: `${MAIN_TEXT.features} text:smell` })).toThrow(/train it again/);
  });

  it('have a name of their own each', () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
    // One byte names the column in the model file, and 255 means a leaf.
    expect(FEATURES.length).toBeLessThan(255);
  });

  it.each(FAMILIES.map((family) => [family.family, family] as const))('gives one number a name: %s', (_, family) => {
    const page = measured(PAGE);
    for (let row = 0; row < page.blocks.length; row++) {
      const values = new Float32Array(family.names.length + 2).fill(Number.NaN);
      family.measure(page, row, values, 1);
      expect([...values].map(Number.isFinite)).toEqual([false, ...family.names.map(() => true), false]);
    }
  });

  it('count a bad name below the core and not on the core or above it', () => {
    const page = measured(PAGE, { 'w:sharing': 0.02 });
    const matrix = measureFeatures(page);
    const rowOf = (start: string): number => page.blocks.findIndex((block) => block.text.startsWith(start));
    expect(featureOf(matrix, rowOf('Tell friends'), 'tokens:below80-worst')).toBeCloseTo(0.02);
    expect(featureOf(matrix, rowOf('The harbour'), 'tokens:below80-worst')).toBeCloseTo(PRIOR_RATE);
    expect(featureOf(matrix, rowOf('The harbour'), 'tokens:path-worst')).toBeCloseTo(0.02);
  });

  it('tell a headline from other lines', () => {
    const page = measured(PAGE);
    const matrix = measureFeatures(page);
    const headline = page.blocks.findIndex((block) => block.kind === 'heading');
    expect(featureOf(matrix, headline, 'titles:title')).toBe(1);
    expect(featureOf(matrix, headline + 1, 'titles:title')).toBeLessThan(0.8);
  });

  it('stay numbers on pages with nothing but a word, and without any', () => {
    expect(measureFeatures(measured('hello')).every(Number.isFinite)).toBe(true);
    expect(measureFeatures(measured(''))).toHaveLength(0);
  });
});
