import { matchCompoundLine } from '../../lib/core/label/rules/compound-line.ts';
import { countWords } from '../../lib/core/parse/words.ts';
import { cleanArticle } from '../../lib/index.ts';

const match = (text: string) => matchCompoundLine(text, countWords(text))?.class ?? null;

test.each([
  ['By Leonie Achterberg · 11 April 2026 · 6 min read', 'byline'],
  ['Share on Facebook • Tweet', 'share'],
  ['12.03.2026 | Von Ilse Tarnow', 'byline'],
])('takes %s', (line, removal) => {
  expect(match(line)).toBe(removal);
});

test.each([
  '3 May 2021 · 10:15',
  'Tweet · The council of Marlow Quay has a new member',
  'Monday | Soup of leeks and potatoes',
  'By Leonie Achterberg, who sold the boat on 3 May 2021',
])('spares %s', (line) => {
  expect(match(line)).toBeNull();
});

test('a caption falls with its credit and stays without one', () => {
  const prose =
    'The harbour council voted on Tuesday to repair the two oldest bridges before the winter storms begin, members said.';
  const line = 'The north bridge in the fog.';
  const caption = `${line} Photograph: Jonas Ferreira`;
  const under = cleanArticle(`${prose}\n\n![](a.jpg)\n\n${caption}\n\n${prose} So it was.`, 'text/markdown');
  expect(under.removed.map(({ rule }) => rule)).toEqual(['image-placeholder', 'caption-with-credit']);
  const alone = cleanArticle(`${prose}\n\n${caption}\n\n${prose} So it was.`, 'text/markdown');
  expect(alone.removed.map(({ rule }) => rule)).toEqual(['caption-with-credit']);
  const bare = cleanArticle(`${prose}\n\n![](a.jpg)\n\n${line}\n\n${prose} So it was.`, 'text/markdown');
  expect(bare.text).toContain(line);
});

test.each([
  ['[17]Read more: The ferry returns to the east quay', 'related'],
  ['[4]Share on Facebook', 'share'],
])('takes the link %s of a text browser for what its words say', (line, removal) => {
  const lines = ['The council met on Monday in the hall by the quay.', line, 'It meets again in June, the clerk said.'];
  const { removed } = cleanArticle(lines.join('\n\n'), 'text/plain');
  expect(removed.find(({ text }) => text === line)?.class).toBe(removal);
});
