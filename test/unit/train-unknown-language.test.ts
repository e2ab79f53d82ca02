import { describe, expect, it } from '@jest/globals';
import type { TextRow } from '../../scripts/train/text-rows.ts';
import { inUnknownLanguage, unknownLanguageRows, type Writing } from '../../scripts/train/unknown-language.ts';

const TEXTS = [
  'Share on Facebook',
  'The ferry between Aldersund and Holm will run again from 12 May, the “harbour office” said.',
  '- [Six walks around Norport](https://courier.example/walks "Walks") and more: see www.courier.example!',
  '![](https://courier.example/ferry.jpg)',
  'Die Fähre fährt wieder – für 3,50 Euro?',
  '',
];

function row(id: string, texts: readonly string[] = TEXTS, style = 'md'): TextRow {
  const lines = texts.map((t, at) => ({ t, keep: t === '' ? null : at % 2 === 1 }));
  return { set: 'fundus', id, style, site: 'courier.example', lines };
}

const write = (text: string, writing: Writing): string =>
  inUnknownLanguage(row('a', [text]), writing).lines[0]?.t ?? '';

describe('a document in an unknown language', () => {
  it.each(['letters', 'signs'] as const)('in %s has the same lines, numbers, pictures and addresses', (writing) => {
    const own = row('a');
    const other = inUnknownLanguage(own, writing);
    expect(other.lines.map(({ keep }) => keep)).toEqual(own.lines.map(({ keep }) => keep));
    expect(other.lines[3]).toEqual(own.lines[3]);
    expect(other.lines[1]?.t).toContain('12');
    expect(other.lines[2]?.t).toContain('](https://courier.example/walks "Walks")');
    expect(other.lines[2]?.t).toContain('www.courier.example');
    expect(other.lines[0]?.t).toMatch(/Facebook$/);
    for (const word of ['Share', 'ferry between', 'walks around', 'Fähre'])
      expect(JSON.stringify(other.lines)).not.toContain(word);
  });

  it('in letters has words as long, with their capitals and marks', () => {
    const text = write(TEXTS[1] ?? '', 'letters');
    const shape = (line: string): string => line.replace(/\p{Lu}/gu, 'X').replace(/\p{Ll}/gu, 'x');
    expect(shape(text)).toBe(shape(TEXTS[1] ?? ''));
  });

  it('in signs has no spaces between words, and the marks of such writing', () => {
    const text = write(TEXTS[1] ?? '', 'signs');
    expect(text).toMatch(/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d、「」]+。$/u);
    expect(write('One, two. Is it three?', 'signs')).toMatch(/^[^、]+、[^。]+。[^？]+？$/);
  });

  it('says the same word alike in all that is made of one page, and otherwise in another', () => {
    const of = (id: string, style: string): string =>
      inUnknownLanguage(row(id, ['ferry between islands'], style), 'letters').lines[0]?.t ?? '';
    expect(of('a', 'md')).toBe(of('a', 'text'));
    expect(of('b', 'md')).not.toBe(of('a', 'md'));
    expect(write('ferry ferry', 'letters')).toMatch(/^(\p{L}+) \1$/u);
  });
});

describe('documents in unknown languages to learn from', () => {
  const rows = Array.from({ length: 120 }, (_, at) => row(`page-${at}`));

  it('are some of the given ones, and count less', () => {
    const made = unknownLanguageRows(rows);
    expect(made.length).toBeGreaterThan(rows.length / 4);
    expect(made.length).toBeLessThan(rows.length);
    expect(new Set(made.map(({ share = 1 }) => share < 1))).toEqual(new Set([true]));
    expect(unknownLanguageRows(rows)).toEqual(made);
  });

  it('are none with stories put into them', () => {
    const inserted = rows.map((own) => ({ ...own, set: 'inserts' as const, style: 'insert-HX' }));
    expect(unknownLanguageRows(inserted)).toEqual([]);
    expect(unknownLanguageRows(inserted.map((own) => ({ ...own, style: 'insert-none' })))).not.toEqual([]);
  });
});
