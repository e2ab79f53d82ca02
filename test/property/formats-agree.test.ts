import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cleanArticle } from '../../lib/index.ts';
import { headline, paragraph } from '../support/arbitrary-articles.ts';

const CASES = join(import.meta.dirname, '../cases');
const NAV = '<nav><ul><li><a href="/city">City</a></li><li><a href="/region">Region</a></li></ul></nav>';
const FOOTER = '<footer><p>© 2026 Ellerport Herald Publishing. All rights reserved.</p></footer>';

/** A page that shows an article between a menu and a footer. */
function pageOf(title: string, article: string): string {
  const head = `<head><title>${title}</title><meta property="og:type" content="article"></head>`;
  return `<!doctype html><html lang="en">${head}<body>${NAV}<main><article><h1>${title}</h1>${article}</article></main>${FOOTER}</body></html>`;
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const ownTexts = readdirSync(CASES)
  .filter((name) => name.startsWith('text-') || name.startsWith('markdown-'))
  .map((name): readonly [string, string, string] => {
    const file = readdirSync(join(CASES, name)).find((entry) => entry.startsWith('input.')) ?? '';
    return [name, file, readFileSync(join(CASES, name, file), 'utf8')];
  });

describe('HTML, Markdown and text of one article', () => {
  it.each(ownTexts)('give the same body: %s', (_, file, input) => {
    const mediaType = file.endsWith('.md') ? 'text/markdown' : 'text/plain';
    const record = cleanArticle(input, { mediaType }, { html: true });
    const page = pageOf(escapeHtml(record.title ?? 'The harbour'), record.html ?? '');
    expect(cleanArticle(page, { mediaType: 'text/html' }).text).toBe(record.text);
  });

  it('give the same body for any prose', () => {
    // Shorter lines may be headlines and labels, which only markup tells from paragraphs.
    const long = paragraph.filter((text) => text.split(' ').length >= 20);
    const story = fc.tuple(headline, fc.uniqueArray(long, { minLength: 6, maxLength: 12 }));
    fc.assert(
      fc.property(story, ([title, paragraphs]) => {
        const html = pageOf(escapeHtml(title), paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join(''));
        const plain = paragraphs.join('\n\n');
        const fromHtml = cleanArticle(html, { mediaType: 'text/html' }).text;
        expect(cleanArticle(plain, { mediaType: 'text/plain' }).text).toBe(fromHtml);
        expect(cleanArticle(plain, { mediaType: 'text/markdown' }).text).toBe(fromHtml);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
