import { describe, expect, it } from '@jest/globals';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';

const COUNT = 40_000;
/** A page of the same length in plain paragraphs takes far less; quadratic work takes minutes. */
const MAX_MILLISECONDS = 3_000;

const PAGES: Readonly<Record<string, string>> = {
  'elements nested without end': '<div>'.repeat(COUNT),
  'inline elements nested without end': '<b>x'.repeat(COUNT),
  'deep nesting that is closed again': `${'<div>'.repeat(COUNT)}text${'</div>'.repeat(COUNT)}`,
  'end tags that open nothing': `<p>${'</b></section>'.repeat(COUNT)}`,
  'inline elements closed across blocks': `${'<b>'.repeat(300)}${'<div>'.repeat(200)}${'</b><b>'.repeat(COUNT)}`,
  'items left open': '<ul><li>x'.repeat(COUNT),
  'tables in tables': '<table><tr><td>x'.repeat(COUNT),
  'an element with very many attributes': `<p ${Array.from({ length: COUNT }, (_, at) => `a${at}="${at}" class=c${at}`).join(' ')}>text</p>`,
  'one attribute of megabytes': `<p class="${'a b-c '.repeat(COUNT * 10)}">text</p>`,
  'links left open': '<a href="https://harbour.example/x">x'.repeat(COUNT),
  'line breaks': '<br>'.repeat(COUNT * 2),
  ampersands: '&'.repeat(COUNT * 5),
  'spaces in code': `<pre>${' '.repeat(COUNT * 5)}</pre>x`,
  'end tags of a script that are none': `<script>${'</scriptx'.repeat(COUNT * 5)}`,
  'scripts in comments of scripts': '<script><!--<script>'.repeat(COUNT),
  'short scripts and no comment': '<script>x</script>'.repeat(COUNT),
  'values whose quote never comes': `<p class='${'<p class="x"'.repeat(COUNT)}`,
  'dashes in a comment': `<!--${'-'.repeat(COUNT * 5)}`,
  'comments that never end': '<!--'.repeat(COUNT),
  'pop-up cards nested without end': '<span class="tooltip">x'.repeat(COUNT),
  'pop-up cards with blocks nested without end': '<span role="tooltip"><div>x</div>'.repeat(COUNT),
  'blocks and pictures in many pop-up cards': `${'<span role="tooltip">'.repeat(500)}${'<div>x<img src="https://x.example/y.png"></div>'.repeat(COUNT / 4)}`,
  'pop-up cards in one line': `<p>${'word <span role="tooltip">text</span>'.repeat(COUNT)}</p>`,
  'openers in one line': `<p>${'<span class="tooltip">word</span> '.repeat(COUNT)}</p>`,
  'pop-up cards closed across blocks': `${'<b role="tooltip">'.repeat(300)}${'<div>'.repeat(200)}${'</b><b role="tooltip">'.repeat(COUNT)}`,
  'a row of very many cells': `<table><tr>${'<td>x'.repeat(COUNT)}<tr><td>y</table>`,
};

describe('hostile pages', () => {
  it.each(Object.keys(PAGES))('reads %s in time that grows with its length', (name) => {
    const started = cpuMilliseconds();
    parseHtml(PAGES[name] ?? '');
    expect(cpuMilliseconds() - started).toBeLessThan(MAX_MILLISECONDS);
  });

  it('keeps the text of cards in cards beyond those that are told apart', () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at}`);
    const { blocks } = parseHtml(`<p>The mole ${words.map((word) => `<span role="tooltip">${word} `).join('')}`);
    expect(
      blocks
        .map(({ text }) => text)
        .join(' ')
        .split(' ')
        .filter((word) => word.startsWith('word'))
        .sort(),
    ).toEqual(words.sort());
    expect(blocks.filter(({ popUp }) => popUp === true)).toHaveLength(16);
  });

  it('keeps the text below the depth cap and notes the cap', () => {
    const document = parseHtml(
      `${'<div>'.repeat(5000)}deep <b>text</b><script>var hidden</script>${'</div>'.repeat(5000)}<p>after`,
    );
    expect(document.blocks.map(({ text }) => text)).toEqual(['deep text', 'after']);
    expect(document.notes).toEqual(['depth-capped']);
    expect(Math.max(...(document.elements?.depth ?? []))).toBeLessThanOrEqual(512);
  });

  it('notes nothing about a page of usual depth', () => {
    expect(parseHtml(`${'<div>'.repeat(60)}text`).notes).toEqual([]);
  });

  it('gives well-formed text for lone surrogates', () => {
    expect(parseHtml('<p>a\ud800b</p>').blocks[0]?.text.isWellFormed()).toBe(true);
  });

  it('gives an empty document for an empty page', () => {
    expect(parseHtml('')).toMatchObject({ blocks: [], notes: [], head: { title: null, metas: [] } });
  });
});
