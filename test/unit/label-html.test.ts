import { describe, expect, it } from '@jest/globals';
import type { LabelledBlock } from '../../lib/core/document.ts';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const PROSE = [
  'The harbour of Lindum stayed shut on Tuesday after the second storm of the week tore three cranes from their rails.',
  'Pilots had warned the port office for months that the old rails would not hold in a gale from the north.',
  'Nobody was hurt, but forty ships now wait outside the mole, and the fruit in two of them will not keep until Friday.',
  'The port office said that it would ask the town for money to mend the rails before the autumn gales begin.',
].map((text) => `<p>${text}</p>`);
const STORY = PROSE.join('');

const label = (
  body: string,
  head = '<title>Cranes fall in storm | The Lindum Post</title>',
): readonly LabelledBlock[] => labelHtml(parseHtml(`<html><head>${head}</head><body>${body}</body></html>`));
const classesOf = (labelled: readonly LabelledBlock[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(labelled.map(({ block, removal }) => [block.text, removal?.class ?? null]));
const keptOf = (labelled: readonly LabelledBlock[]): readonly string[] =>
  labelled.filter(({ removal }) => removal === null).map(({ block }) => block.text);

describe('what is not the article', () => {
  it('labels navigation, footer, share bar and cookie notice by their markup', () => {
    const classes = classesOf(
      label(
        `<nav><a href="/a">Ports</a></nav><main><article>${STORY}<div class="share-buttons"><a href="/f">Send</a></div></article></main>` +
          '<footer><p>The Lindum Post is printed in Lindum.</p></footer><div id="cookieBanner">We use biscuits of all kinds.</div>',
      ),
    );
    expect(classes).toMatchObject({
      Ports: 'navigation',
      Send: 'share',
      'The Lindum Post is printed in Lindum.': 'footer',
      'We use biscuits of all kinds.': 'cookie',
    });
  });

  it('keeps every paragraph of the story', () => {
    expect(keptOf(label(`<header>Post</header><main><article>${STORY}</article></main>`))).toHaveLength(PROSE.length);
  });

  it('labels lines that are a label and a link, where the page has more with that label', () => {
    const more = (title: string): string =>
      `<p><b>From the pier |</b> <a href="https://lindum.example/${title.length}">${title}</a></p>`;
    const [first, second] = [more('Gulls take the fish of forty boats'), more('Mayor sells the last tug in town')];
    const classes = classesOf(
      label(`<article>${PROSE[0]}${first}${PROSE[1]}${PROSE[2]}${second}${PROSE[3]}</article>`),
    );
    expect(classes['From the pier | Gulls take the fish of forty boats']).toBe('related');
    expect(classes['From the pier | Mayor sells the last tug in town']).toBe('related');
    expect(keptOf(label(`<article>${STORY}${first}${PROSE[0]}</article>`)).join(' ')).toContain('Gulls take the fish');
  });

  it('labels a sign-up box between two paragraphs, with its heading', () => {
    const box =
      '<div class="newsletter-box"><h3>Mornings by the sea</h3><p>Our letter reaches you before the tide does, every day at six.</p></div>';
    const classes = classesOf(label(`<article>${PROSE[0]}${PROSE[1]}${box}${PROSE[2]}${PROSE[3]}</article>`));
    expect(classes['Mornings by the sea']).toBe('newsletter');
    expect(Object.values(classes).filter((value) => value === null)).toHaveLength(PROSE.length);
  });

  it('labels related stories together with the heading above them', () => {
    const list =
      '<h2>More from the coast</h2><ul class="related-posts"><li><a href="/x">Ferry runs again</a><li><a href="/y">New mole opens</a></ul>';
    const classes = classesOf(label(`<article>${STORY}${list}</article>`));
    expect(classes).toMatchObject({
      'More from the coast': 'related',
      'Ferry runs again': 'related',
      'New mole opens': 'related',
    });
  });

  it('labels a line that is nothing but a link between two paragraphs', () => {
    const classes = classesOf(
      label(
        `<article>${PROSE[0]}${PROSE[1]}<p><a href="/x">Ferry runs again after repairs</a></p>${PROSE[2]}${PROSE[3]}</article>`,
      ),
    );
    expect(classes['Ferry runs again after repairs']).toBe('related');
  });

  it('labels three cards of one shape inside the story as a feed', () => {
    const cards = ['Ferry', 'Mole', 'Pilot'].map(
      (name) => `<div class="c1"><a href="/${name}">${name} back in service</a><p>Short news of the day.</p></div>`,
    );
    const labelled = label(`<div id="x">${STORY}<div>${cards.join('')}</div></div>`);
    expect(labelled.filter(({ removal }) => removal?.class === 'teaser')).toHaveLength(6);
  });

  it('labels the headline as such and not a crosshead', () => {
    const classes = classesOf(
      label(
        `<article><h1>Cranes fall in storm</h1>${PROSE[0]}${PROSE[1]}<h2>Old rails</h2>${PROSE[2]}${PROSE[3]}</article>`,
      ),
    );
    expect(classes).toMatchObject({ 'Cranes fall in storm': 'headline', 'Old rails': null });
  });

  it('labels reader comments, even when they outweigh the story', () => {
    const comments = `<section id="comments">${`<p class="c">I was there and I can tell you that the cranes were rusty all the way through, believe me.</p>`.repeat(12)}</section>`;
    const labelled = label(`<article>${STORY}</article>${comments}`);
    expect(labelled.filter(({ removal }) => removal?.class === 'comments')).toHaveLength(12);
    expect(keptOf(labelled)).toHaveLength(PROSE.length);
  });

  it('labels text that readers cannot see', () => {
    const classes = classesOf(
      label(
        `<article>${STORY}<div style="display: none"><p>A copy of something that nobody should read here at all.</p></div></article>`,
      ),
    );
    expect(classes['A copy of something that nobody should read here at all.']).toBe('other');
  });

  it('gives every removal a public rule and a confidence', () => {
    for (const { removal } of label(`<nav><a href="/">Home</a></nav><article>${STORY}<hr></article><p>Elsewhere</p>`)) {
      if (removal === null) continue;
      expect(removal.rule).toMatch(/^html-[a-z]+(?:-[a-z]+)*$/);
      expect(removal.confidence).toBeGreaterThan(0);
      expect(removal.confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('what is the article', () => {
  it('stays when theme classes on the containers name other roles', () => {
    const page = `<body class="has-sidebar newsletter-open"><div class="post-1 post type-post tag-ads category-related hentry"><div class="teaser-content premium paywall">${STORY}</div></div>`;
    expect(keptOf(label(page))).toHaveLength(PROSE.length);
  });

  it('stays when a tool marks in it what it finds', () => {
    const story = STORY.replaceAll('<p>', '<p class="highLightSearchTarget">');
    expect(keptOf(label(`<main><article>${story}</article></main>`))).toHaveLength(PROSE.length);
  });

  it('stays when every paragraph carries the name of a paywall', () => {
    expect(keptOf(label(`<article>${STORY.replaceAll('<p>', '<p class="paywall">')}</article>`))).toHaveLength(
      PROSE.length,
    );
  });

  it('stays when the names of its paragraphs say who may read them', () => {
    const [first = '', ...others] = PROSE;
    const wrap = (name: string, paragraph: string): string => `<div class="subscriber-${name}">${paragraph}</div>`;
    const page = `<article>${wrap('preview', first)}${others.map((one) => wrap('only', one)).join('')}</article>`;
    expect(keptOf(label(page))).toHaveLength(PROSE.length);
  });

  it('keeps the summary between the headline and the body, outside the core container', () => {
    const dek = 'Forty ships wait outside the mole while the town counts the damage.';
    const page = `<main><header><h1>Cranes fall in storm</h1><p class="article-teaser">${dek}</p></header><div class="body">${STORY}</div></main>`;
    expect(keptOf(label(page))).toContain(dek);
  });

  it('keeps lists, tables, quotes, code and crossheads of the body', () => {
    const parts =
      '<h2>The fleet</h2><ul><li>Nine tugs</li><li>Two ferries</li></ul><table><tr><th>Port<th>Ships<tr><td>Lindum<td>40</table><blockquote>We saw it coming.</blockquote><pre>wind = 11</pre>';
    const kept = keptOf(label(`<article>${PROSE[0]}${PROSE[1]}${parts}${PROSE[2]}${PROSE[3]}</article>`));
    expect(kept).toEqual(
      expect.arrayContaining([
        'The fleet',
        'Nine tugs',
        'Two ferries',
        'Lindum | 40',
        'We saw it coming.',
        'wind = 11',
      ]),
    );
  });

  it('keeps an introduction that stands beside the container of the rest', () => {
    const intro =
      'For a hundred years the cranes of Lindum have been the first thing that sailors see when they come home.';
    const kept = keptOf(
      label(`<main><div class="intro-text"><p>${intro}</p></div><div class="rest">${STORY}${STORY}</div></main>`),
    );
    expect(kept).toContain(intro);
  });

  it('keeps closed panels of questions and answers', () => {
    const answer = 'The port opens again when the last crane stands on its rails and the pilots agree.';
    const kept = keptOf(
      label(
        `<main>${STORY}<div class="accordion-item"><h3>When?</h3><div class="accordion-panel" hidden><p>${answer}</p></div></div></main>`,
      ),
    );
    expect(kept).toContain(answer);
  });

  it('keeps what an accordion drops down, and no other window that drops down', () => {
    const answer = 'The port opens again when the last crane stands on its rails and the pilots agree.';
    const panel = (name: string): string => `<main>${STORY}<div class="${name}"><p>${answer}</p></div></main>`;
    expect(keptOf(label(panel('accordion-item__dropdown')))).toContain(answer);
    expect(keptOf(label(panel('menu-item__dropdown')))).not.toContain(answer);
  });

  it('keeps the posts of a forum', () => {
    const posts = PROSE.map((text, at) => `<div class="comment" id="comment-${at}">${text}</div>`).join('');
    expect(keptOf(label(`<div class="forum-thread"><h1>Rails</h1>${posts}</div>`))).toEqual(
      expect.arrayContaining(PROSE.map((text) => text.slice(3, -4))),
    );
  });

  it('keeps the links of a page that is a list of links', () => {
    const items = ['Ferry', 'Mole', 'Pilot', 'Crane']
      .map((name) => `<li><a href="/${name}">${name} timetable and prices</a></li>`)
      .join('');
    expect(
      keptOf(
        label(`<main><p>All timetables of the port of Lindum at a glance, new every week.</p><ul>${items}</ul></main>`),
      ),
    ).toHaveLength(5);
  });

  it('keeps captions and marks them', () => {
    const figure =
      '<figure><img src="https://lindum.example/c.jpg"><figcaption>A crane lies in the basin.</figcaption></figure>';
    const caption = label(`<article>${PROSE[0]}${figure}${PROSE[1]}${PROSE[2]}</article>`).find(
      ({ block }) => block.kind === 'caption',
    );
    expect(caption).toMatchObject({ removal: null, type: 'caption' });
  });

  it('marks the line below a picture that its class calls a caption', () => {
    const type = (around: string): unknown =>
      label(`<article>${PROSE[0]}${around}${PROSE[1]}${PROSE[2]}</article>`).find(({ block }) =>
        block.text.startsWith('A crane'),
      )?.type;
    const line = '<p class="wp-caption-text">A crane lies in the basin.</p>';
    expect(type(`<div class="wp-caption"><img src="https://lindum.example/c.jpg">${line}</div>`)).toBe('caption');
    expect(type(`<div><p>${line}</p></div>`)).toBeNull();
  });

  it('leaves pictures for the renderer', () => {
    const image = label(`<article>${STORY}<img src="https://lindum.example/c.jpg"></article>`).find(
      ({ block }) => block.kind === 'image',
    );
    expect(image).toMatchObject({ removal: null });
  });
});

describe('pages without an article', () => {
  it.each([
    '',
    '<nav><a href="/">Home</a></nav>',
    '<ul><li><a href="/a">One</a></ul>',
    '<p>Gone</p>',
    '<table><tr><td></table>',
  ])('gives back every block of %p', (body) => {
    expect(label(body).map(({ block }) => block)).toEqual(
      parseHtml(`<html><head></head><body>${body}</body></html>`).blocks,
    );
  });
});
