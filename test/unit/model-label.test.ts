import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { labelWithModel } from '../../lib/core/label/model/label-with-model.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const LEDE =
  'The town council of Brackwater voted on Tuesday to keep the night ferry running through the winter, after a debate that lasted until midnight.';
const BODY =
  'Councillor Edda Marlow, who had proposed to end the service, said she would respect the vote. “People told us what they need,” she said.';
const MORE =
  'The ferry carried about nine thousand passengers last winter, half of them workers on their way to the fish market and back home.';

const STORY = `<!doctype html><html lang="en"><head><title>Brackwater keeps its night ferry | The Brackwater Tidings</title>
<meta property="og:type" content="article"><meta property="og:title" content="Brackwater keeps its night ferry"></head><body>
<header class="site-header"><nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article class="post"><h1 class="entry-title">Brackwater keeps its night ferry</h1>
<div class="entry-content"><p>${LEDE}</p><p>${BODY}</p><h2>Half are workers</h2><p>${MORE}</p>
<ul><li>Sailings at ten, midnight and two in the morning</li><li>A single ticket costs four crowns, children travel free</li></ul>
<p>${BODY.replace('vote', 'result')}</p>
<table><tr><th>Winter</th><th>Passengers</th></tr><tr><td>First</td><td>7,400</td></tr><tr><td>Second</td><td>9,000</td></tr></table>
<p>${MORE.replace('ferry', 'boat')}</p></div>
<div class="sharedaddy share-buttons"><p>Share this:</p><ul><li><a href="/f">Facebook</a></li><li><a href="/t">Twitter</a></li></ul></div>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Harbour dredging ends early this year</a></li><li><a href="/2">Old pier to be sold at auction</a></li><li><a href="/3">Storm closes coast road for days</a></li></ul></div>
<div id="comments" class="comments-area"><h3>2 comments</h3><ol class="comment-list"><li class="comment"><p>I take this ferry each night and I am glad that they kept it, thank you all.</p></li><li class="comment"><p>Four crowns is far too much for such a short ride, if you ask me about it.</p></li></ol></div>
</article></main><aside class="sidebar widget-area"><div class="newsletter-signup"><h4>Newsletter</h4><p>Sign up and get the best of our stories in your inbox every morning.</p></div></aside>
<footer class="site-footer"><p>© The Brackwater Tidings. All rights reserved.</p></footer></body></html>`;

function kept(html: string): readonly string[] {
  return labelWithModel(parseHtml(html))
    .filter(({ removal, block }) => removal === null && block.text !== '')
    .map(({ block }) => block.text);
}

function removalOf(html: string, start: string) {
  return labelWithModel(parseHtml(html)).find(({ block }) => block.text.startsWith(start))?.removal ?? null;
}

describe('labelling with the model', () => {
  it('gives back every block in order', () => {
    const document = parseHtml(STORY);
    expect(labelWithModel(document).map(({ block }) => block)).toEqual(document.blocks);
  });

  it('keeps the paragraphs, the crosshead, the list and the table of a story', () => {
    const texts = kept(STORY);
    expect(texts).toEqual(expect.arrayContaining([LEDE, BODY, MORE, 'Half are workers']));
    expect(texts).toEqual(
      expect.arrayContaining(['Sailings at ten, midnight and two in the morning', 'Second | 9,000']),
    );
  });

  it.each([
    ['menu', 'Sport'],
    ['share bar', 'Facebook'],
    ['related stories', 'Old pier to be sold'],
    ['comments', 'Four crowns is far'],
    ['newsletter', 'Sign up and get'],
    ['footer', '© The Brackwater'],
  ])('removes the %s', (_, start) => {
    expect(removalOf(STORY, start)).not.toBeNull();
  });

  it('says of each removal what it is and how sure the model is', () => {
    const removal = removalOf(STORY, 'Old pier to be sold');
    expect(removal).toMatchObject({ class: 'related', rule: 'html-related' });
    expect(removal?.confidence).toBeGreaterThan(0.5);
    expect(removal?.confidence).toBeLessThanOrEqual(1);
    expect(removalOf(STORY, 'Four crowns is far')?.class).toBe('comments');
  });

  it('labels the same page the same way twice', () => {
    expect(labelWithModel(parseHtml(STORY))).toEqual(labelWithModel(parseHtml(STORY)));
  });

  it('keeps the text of a bare page without any markup of note', () => {
    const texts = kept(`<p>${LEDE}</p><p>${BODY}</p><p>${MORE}</p>`);
    expect(texts).toEqual([LEDE, BODY, MORE]);
  });

  it('leaves pages without text to the rules', () => {
    for (const html of ['', '<img src="/a.jpg" alt="A boat"><hr>']) {
      const document = parseHtml(html);
      expect(labelWithModel(document)).toEqual(labelHtml(document));
    }
  });
});
