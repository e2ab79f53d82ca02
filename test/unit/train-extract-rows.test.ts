import { describe, expect, it } from '@jest/globals';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { type ExtractorHabits, extractPage } from '../../scripts/train/extract-page.ts';

const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said after a meeting.',
  'The crews had stopped the ferry for eleven days because the office wanted to cut the night watch on the older boats.',
  'Both sides agreed that the night watch stays until the new boats arrive, which the office expects in the autumn.',
];
const MORE =
  '<ul><li><a href="/a">Harbour wall of Norport stays for now</a></li><li><a href="/b">Six walks</a></li></ul>';
const PAGE = parseHtml(
  `<body><nav><a href="/">Home</a></nav><div class="page"><article><p>By Lena Marsh</p>
   ${STORY.map((text) => `<p>${text}</p>`).join('')}<p>Sign up for our letter</p>
   <div class="related-box"><h3>More from the coast</h3>${MORE}</div></article>
   <div class="sidebar"><p>Tide tables for the week, and where to buy them in the town of Holm before noon.</p></div></div>
   <footer><p>Harbour Courier</p></footer></body>`,
  null,
);
const HABITS: ExtractorHabits = { leastProse: 0.6, readsNames: true, mostLinked: 0.5 };

function taken(habits: Partial<ExtractorHabits> = {}): readonly string[] {
  const is = extractPage(PAGE, { ...HABITS, ...habits });
  return PAGE.blocks.flatMap(({ text }, at) => (is[at] === true ? [text] : []));
}

describe('a page as an extractor takes it', () => {
  it('is the element of the story with what stands in it, read without knowing the article', () => {
    expect(taken()).toEqual(['By Lena Marsh', ...STORY, 'Sign up for our letter']);
  });

  it('holds a box of other stories where names are not read and links are borne', () => {
    const box = ['More from the coast', 'Harbour wall of Norport stays for now', 'Six walks'];
    expect(taken({ readsNames: false, mostLinked: 1 })).toEqual(expect.arrayContaining(box));
    expect(taken({ readsNames: false })).not.toContain('Six walks');
  });

  it('is wider where more of the prose is asked for', () => {
    expect(taken({ readsNames: false, leastProse: 0.95 }).join(' ')).toContain('Tide tables');
  });

  it('is nothing of a page without prose', () => {
    const menu = parseHtml('<body><p>Home</p><p>Sport</p></body>', null);
    expect(extractPage(menu, HABITS)).toEqual([false, false]);
  });
});
