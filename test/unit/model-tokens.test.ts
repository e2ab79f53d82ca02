import { tokensOf } from '../../lib/core/label/model/markup-tokens.ts';
import { PRIOR_RATE, TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { readTokenTable, writeTokenTable } from '../../lib/core/label/model/token-table.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { foldOf } from '../../scripts/train/sites.ts';
import { TokenCounts } from '../../scripts/train/token-counts.ts';

describe('tokens of the markup', () => {
  it('are the words of a name, alone and in pairs, and the name itself', () => {
    expect(tokensOf('class', 'articleBody__text-2')).toEqual([
      'w:article',
      'w:body',
      'w:text',
      'w:article-body',
      'w:body-text',
      'n:articlebody__text-0',
    ]);
  });

  it('are none of names that tools shorten to two letters', () => {
    expect(tokensOf('class', 'bf b dv tail')).toEqual(['w:tail']);
    expect(tokensOf('id', 'ad')).toEqual(['w:ad']);
  });

  it('keep roles and item properties apart from names', () => {
    expect(tokensOf('role', 'navigation')).toEqual(['r:navigation']);
    expect(tokensOf('itemprop', 'articleBody')).toEqual(['p:articlebody']);
    expect(tokensOf('itemtype', 'https://schema.org/Comment')).toEqual(['y:comment']);
  });

  it('rate an element by its worst, best and mean token', () => {
    const known: Readonly<Record<string, number>> = { 't:div': 0.5, 'w:tail': 0.1 };
    const rates = new TokenRates((token) => known[token]);
    const { worst, best, mean } = rates.ofElement('div', { class: 'tail', id: 'unheard-of' });
    expect([worst, best, mean]).toEqual([0.1, 0.5, 0.3]);
    expect(rates.ofElement('x-thing', null)).toEqual({ worst: PRIOR_RATE, best: PRIOR_RATE, mean: PRIOR_RATE });
  });
});

describe('token table', () => {
  it('gives back what was written, tokens with a common start included', () => {
    const table = [
      { token: 'n:tail-0', rate: 0.04 },
      { token: 'w:tail', rate: 0.1 },
      { token: 'w:tail-end', rate: 0.07 },
      { token: 'w:tale', rate: 1 },
    ];
    const rateOf = readTokenTable(writeTokenTable(table));
    expect(table.map(({ token }) => rateOf(token))).toEqual([0.04, 0.1, 0.07, 1]);
    expect(rateOf('w:tai')).toBeUndefined();
  });
});

describe('token rates', () => {
  const html = '<div class="tale"><p>One two three four.</p></div><div class="tail"><p>Five six seven eight.</p></div>';

  function counted(sites: readonly string[]): TokenCounts {
    const { blocks, elements } = parseHtml(html);
    const counts = new TokenCounts(sites);
    if (elements === null) throw new Error('expected elements');
    const labels = { kept: Uint8Array.of(1, 0), weight: Float32Array.of(1, 1) };
    for (const site of sites) counts.add(site, blocks, elements, labels);
    return counts;
  }

  const SITES = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'];

  it('are shares of kept words, mixed with two sites of which nothing is known', () => {
    const rates = new Map(
      counted(SITES)
        .table()
        .map(({ token, rate }) => [token, rate]),
    );
    expect(rates.get('w:tale')).toBeCloseTo((5 + 2 * PRIOR_RATE) / 7);
    expect(rates.get('w:tail')).toBeCloseTo((2 * PRIOR_RATE) / 7);
  });

  it('leave out all sites of a fold, and do not tell what one of them had', () => {
    const many = Array.from({ length: 60 }, (_, number) => `site-${number}.example`);
    const fold = foldOf('site-0.example');
    const rateOf = (counts: TokenCounts) => counts.without(fold).find(({ token }) => token === 'w:tale')?.rate;
    const asked = rateOf(counted(many));
    const { blocks, elements } = parseHtml(html);
    const other = counted(many.slice(1));
    if (elements === null) throw new Error('expected elements');
    other.add('site-0.example', blocks, elements, { kept: Uint8Array.of(0, 1), weight: Float32Array.of(1, 1) });
    expect(rateOf(other)).toBe(asked);
    expect(asked).toBeGreaterThan(0.9);
  });

  it('say nothing of names that few sites have', () => {
    expect(counted(SITES.slice(1)).table()).toEqual([]);
  });

  it('never hold the name of a site', () => {
    const table = counted(['tale.example', ...SITES.slice(1)]).table();
    expect(table.map(({ token }) => token)).not.toContain('w:tale');
    expect(table.map(({ token }) => token)).toContain('w:tail');
  });
});
