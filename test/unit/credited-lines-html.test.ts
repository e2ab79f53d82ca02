import { describe, expect, it } from '@jest/globals';
import { createExplainer } from '../../lib/core/explain.ts';
import { judgeDocument, sharedModel } from '../../lib/core/label/model/label-with-model.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { cleanArticle } from '../../lib/index.ts';
import { sha256 } from '../../lib/io/sha256.ts';

const paragraph = (i: number): string =>
  `<p>On day ${i} of the strike the boats of Norport stayed in the harbour, and the board met the crews for an hour without any result.</p>`;
const CAPTION =
  'Ferries wait at the old pier, in fog that has not lifted for a week, as the crews meet in Norport. © Anna Lindt';
const page = (line: string): string =>
  `<html><head><title>Boats stay in Norport</title></head><body><article><h1>Boats stay in Norport</h1>${[1, 2, 3].map(paragraph).join('')}${line}${[4, 5, 6].map(paragraph).join('')}</article></body></html>`;

describe('a line of a page that ends in the credit of a picture', () => {
  it('falls with the rule that says so and as sure as a rule is', () => {
    const { text, removed } = cleanArticle(page(`<p>${CAPTION}</p>`), { mediaType: 'text/html' });
    expect(text).not.toContain('Anna Lindt');
    const [found] = removed.filter((one) => one.text === CAPTION);
    expect(found).toMatchObject({ class: 'caption', rule: 'caption-with-credit' });
    expect(found?.confidence).toBeGreaterThanOrEqual(0.95);
  });

  it('falls where the model alone would keep it', () => {
    const { model } = judgeDocument(sharedModel(), parseHtml(page(`<p>${CAPTION}</p>`)));
    const row = model?.judged.page.blocks.findIndex(({ text }) => text === CAPTION) ?? -1;
    expect(model?.decision.probability[row]).toBeGreaterThan(model?.decision.threshold ?? 1);
    expect(model?.decision.kept[row]).toBe(0);
  });

  it('is explained by the rules, not as a heading', () => {
    const { blocks } = createExplainer(sha256)(page(`<p>${CAPTION}</p>`), { mediaType: 'text/html' });
    const found = blocks.find(({ text }) => text === CAPTION);
    expect(found?.label).toBe('removed');
    expect(found?.decisions).toEqual([expect.stringContaining('removed by the rules')]);
  });

  it('stays without the credit, and as the end of a long paragraph', () => {
    const plain = CAPTION.replace(' © Anna Lindt', '');
    expect(cleanArticle(page(`<p>${plain}</p>`), { mediaType: 'text/html' }).text).toContain(plain);
    const long = `${'The harbour board of Norport will vote on the pier again in June. '.repeat(7)}© Anna Lindt`;
    expect(cleanArticle(page(`<p>${long}</p>`), { mediaType: 'text/html' }).text).toContain('Anna Lindt');
  });
});
