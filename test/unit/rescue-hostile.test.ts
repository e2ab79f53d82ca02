import { describe, expect, it } from '@jest/globals';
import { CleaningError, cleanArticle } from '../../lib/index.ts';
import { jsonScript, OTHER_PARAGRAPHS, PARAGRAPHS, shellPage, TITLE, URL } from '../support/script-pages.ts';

const DEPTH = 100_000;
const LONG = OTHER_PARAGRAPHS.join(' ');
const raw = (json: string) => `<script type="application/json">${json}</script>`;
const code = (text: string) => `<script>${text}</script>`;
const deep = (open: string, inner: string, close: string) => open.repeat(DEPTH) + inner + close.repeat(DEPTH);
const flat = (tail: readonly unknown[]) =>
  jsonScript([{ a: 1, all: 2 }, { a: 0, body: 3 }, Array.from(tail, (_, at) => at + 3), ...tail]);

const HOSTILE: Readonly<Record<string, string>> = {
  'arrays nested without end': raw(deep('[', '"x"', ']')),
  'objects nested without end': raw(deep('{"body":', '"x"', '}')),
  'rich text nested without end': raw(deep('{"type":"paragraph","content":[', `"${LONG}"`, ']}')),
  'state of which every bracket opens another': code('x={"a":'.repeat(DEPTH)),
  'strings that are never closed': code('x="\\"'.repeat(DEPTH)),
  'a long line of quotes': code(`x={"${'"'.repeat(DEPTH * 5)}`),
  'white space in place of a value': code(`x=${' '.repeat(DEPTH * 5)}{`),
  'undefined many times over': code(`x={"a":[${'undefined,'.repeat(DEPTH)}1]}`),
  'a flat list that holds itself': flat([LONG]),
  'a flat list of indexes out of range': flat([{ a: -1, b: 1e9 }]),
  'one long text in a list ten thousand times': flat([
    LONG.repeat(2000),
    ...Array(20_000).fill([3, 3, 3, 3, 3, 3, 3, 3]),
  ]),
  'a stream with false lengths': code(`f.push([1,"1:Tffffffff,${LONG}"])`),
  'references in a circle': jsonScript({
    'A:1': { __ref: 'A:2' },
    'A:2': { __ref: 'A:1' },
    body: [{ __ref: 'A:1' }],
    LONG,
  }),
  'JSON in JSON in JSON': jsonScript(
    Array.from({ length: 12 }).reduce((inner) => JSON.stringify({ body: inner }), LONG),
  ),
  'names of prototypes': raw(`{"__proto__":{"body":"${LONG}"},"constructor":{"title":1},"toString":[]}`),
  'values of every kind for names': raw('{"title":[],"url":{},"type":null,"body":[null,1,true,{"text":[]}]}'),
};

describe('hostile scripts of a page without text', () => {
  it.each(Object.keys(HOSTILE))('are refused as no article: %s', (name) => {
    const html = shellPage(HOSTILE[name] ?? '');
    expect(() => cleanArticle(html, { mediaType: 'text/html', url: URL })).toThrow(CleaningError);
  });

  it.each(Object.keys(HOSTILE))('do not hide the story in another: %s', (name) => {
    const html = shellPage((HOSTILE[name] ?? '') + jsonScript({ title: TITLE, paragraphs: PARAGRAPHS }));
    expect(cleanArticle(html, { mediaType: 'text/html', url: URL }).text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('finds the story among thousands of others', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ title: `Item ${at}`, note: { body: LONG } }));
    const html = shellPage(jsonScript({ story: { title: TITLE, paragraphs: PARAGRAPHS }, many }));
    expect(cleanArticle(html, { mediaType: 'text/html', url: URL }).text).toBe(PARAGRAPHS.join('\n\n'));
  });
});
