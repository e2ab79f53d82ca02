import fc from 'fast-check';
import { labelBlocks } from '../../lib/core/label/label.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import { cleanString } from '../../lib/core/metadata/values.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';

const document = parseHtml('<h1>Ferry late again</h1><p>The ferry was late again on most days of the week.</p>');

function withLinkedData(jsonLd: readonly unknown[]) {
  return extractMetadata(labelBlocks({ ...document, head: { ...document.head, jsonLd } }), {
    url: 'https://a.example/x',
  });
}

test('takes objects, numbers and lists where text is expected', () => {
  const odd = {
    '@type': ['NewsArticle', 7, null],
    headline: { a: 1 },
    author: { name: [{}, 5, null] },
    datePublished: [[]],
    keywords: { b: 2 },
    articleSection: 9,
    publisher: 'x',
    inLanguage: {},
  };
  expect(withLinkedData([odd, [odd], null, 3, 'x']).title).toBe('Ferry late again');
});

test('bounds a megabyte of text', () => {
  const long = 'Ana '.repeat(300_000);
  const started = cpuMilliseconds();
  const found = withLinkedData([
    { '@type': 'NewsArticle', headline: long, author: long, datePublished: long, keywords: long },
  ]);
  expect(cpuMilliseconds() - started).toBeLessThan(1000);
  for (const value of [found.title ?? '', ...(found.tags ?? []), ...(found.authors ?? []).map(({ name }) => name)])
    expect(value.length).toBeLessThanOrEqual(500);
});

test('reads no property of a prototype', () => {
  const hostile: unknown = JSON.parse(
    '{"@type":"NewsArticle","__proto__":{"headline":"Polluted"},"author":{"__proto__":{"name":"Eve Black"}}}',
  );
  const found = withLinkedData([hostile]);
  expect(found.title).toBe('Ferry late again');
  expect(found.authors).toBeUndefined();
});

test('survives nesting that no page needs', () => {
  let deep: unknown = { '@type': 'NewsArticle', headline: 'Deep' };
  for (let level = 0; level < 5000; level++) deep = { '@graph': [deep] };
  expect(withLinkedData([deep]).title).toBe('Ferry late again');
});

test('makes a line of any text, without markup or control characters', () => {
  expect(cleanString('<b>Ferry</b>\u0000 late\n&amp; <script>alert(1)</script>again\u200b', 500)).toBe(
    'Ferry late & again',
  );
  expect(cleanString('a\ud800b', 500)).toBe('ab');
  expect(cleanString('Ferry &amp;amp; boat', 500)).toBe('Ferry & boat');
  expect(cleanString('ferry 5 < 6', 500)).toBe('ferry 5 < 6');
  for (const value of [null, undefined, 3, {}, [], '', ' \n']) expect(cleanString(value, 500)).toBeNull();
});

test('never throws, and writes no empty value, for any linked data', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ depthSize: 'medium' }), { maxLength: 4 }), fc.object(), (values, object) => {
      const found = withLinkedData([...values, { '@type': 'NewsArticle', ...object }, { '@graph': values }]);
      expect(JSON.stringify(found)).not.toMatch(/:(?:""|null|\[\]|\{\})/);
    }),
    { numRuns: 200 },
  );
});

test('answers a page of one endless line in linear time', () => {
  const endless = `<h1>Ferry late again</h1><p class="byline">${'-'.repeat(1_000_000)}</p><p>${'<time datetime="x">a</time>'.repeat(20_000)}</p>`;
  const parsed = parseHtml(endless);
  const labelled = { document: parsed, blocks: parsed.blocks.map((block) => ({ block, removal: null, type: null })) };
  const started = cpuMilliseconds();
  extractMetadata(labelled, {});
  expect(cpuMilliseconds() - started).toBeLessThan(2000);
});
