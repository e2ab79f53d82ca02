import { describe, expect, it } from '@jest/globals';
import { isUnnamed } from '../../lib/core/label/unnamed-page.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { cleanArticle } from '../../lib/index.ts';

const STORY = [
  'The old ferry across the Arn was taken out of service on Thursday after an inspector found cracks in its hull.',
  '“We have been asking for a new boat for eleven years,” said Marta Olin, who runs the bakery by the landing.',
  'The county says that a replacement will be leased from a yard in Sund, and that it holds eighteen cars.',
  'About nine hundred people cross the river on a working day, and the nearest bridge is forty kilometres away.',
];
const PROSE = STORY.map((text) => `<p>${text}</p>`).join('');

describe('a page without names', () => {
  it('has next to nothing in elements with a class or an id', () => {
    expect(isUnnamed(parseHtml(`<body class="x">${PROSE}</body>`))).toBe(true);
    expect(isUnnamed(parseHtml(`<div>${PROSE}</div><p id="end">The end.</p>`))).toBe(true);
    expect(isUnnamed(parseHtml(`<div class="story">${PROSE}</div>`))).toBe(false);
    expect(isUnnamed(parseHtml(`<div id="story"><section>${PROSE}</section></div>`))).toBe(false);
    expect(isUnnamed(parseHtml(''))).toBe(false);
  });

  it('is labelled as the text that it shows too', () => {
    const tail =
      '<p>Filed under: <a href="/r">River</a>, <a href="/n">News</a></p><p><a href="/a">« Older post</a> | <a href="/b">Newer post »</a></p><p>© 2024 Veldholm Post</p>';
    const { text, removed } = cleanArticle(`<h1>Ferry stopped</h1>${PROSE}${tail}`, 'text/html');
    expect(text.split('\n\n').slice(-STORY.length)).toEqual(STORY);
    expect(removed.map(({ text: gone }) => gone)).toEqual(
      expect.arrayContaining(['Filed under: River, News', '« Older post | Newer post »', '© 2024 Veldholm Post']),
    );
  });

  it('keeps its headings and what it says twice: its tags know better', () => {
    const twice = `<h1>Ferry stopped</h1>${PROSE}<h2>What they said in the spring</h2><blockquote>${PROSE}</blockquote>`;
    const { text } = cleanArticle(twice, 'text/html');
    expect(text).toContain('What they said in the spring');
    for (const sentence of STORY) expect(text.split(sentence)).toHaveLength(3);
  });
});
