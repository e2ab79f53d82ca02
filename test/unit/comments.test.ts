import { parseHtml } from '../../lib/core/parse/html.ts';
import { CommentUnits } from '../../lib/core/render/comment-units.ts';
import { type ArticleRecord, cleanArticle } from '../../lib/index.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, index) =>
    `<p>The harbour council met for the ${['first', 'second', 'third', 'fourth', 'fifth'][index]} time to talk about the new ferry, which has been late on most days since the spring, and agreed to ask the owner for an answer before the summer season begins.</p>`,
).join('');
const ARTICLE = '<meta property="og:type" content="article">';
const clean = (after: string, head = ''): ArticleRecord =>
  cleanArticle(
    `<html lang="en-GB"><head><title>Ferry late again</title>${ARTICLE}${head}</head><body><main><article><h1>Ferry late again</h1>${PROSE}</article>${after}</main></body></html>`,
    { mediaType: 'text/html', url: 'https://harbour-times.example/ferry' },
  );
const FIRST = 'I waited for two hours in the rain and nobody said a word.';
const REPLY = 'So did we, with three children and a dog.';
const LAST = 'The old ferry was never late, as far as I recall.';

/** The same three comments, the second a reply to the first, in the markup of several systems. */
const SYSTEMS: readonly (readonly [string, string])[] = [
  [
    'a list with nested lists',
    `<div id="comments" class="comments-area"><h2>3 thoughts on “Ferry late again”</h2><ol class="comment-list">
      <li id="comment-11" class="comment byuser comment-author-tove even depth-1"><article class="comment-body">
        <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Tove Lind</b> <span class="says">says:</span></div>
        <div class="comment-metadata"><a href="#comment-11"><time datetime="2026-05-05T20:10:00+02:00">5 May 2026 at 20:10</time></a></div></footer>
        <div class="comment-content"><p>${FIRST}</p></div><div class="reply"><a href="?replytocom=11#respond">Reply</a></div></article>
        <ol class="children"><li id="comment-12" class="comment odd depth-2"><article class="comment-body">
          <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Eskil</b> <span class="says">says:</span></div>
          <div class="comment-metadata"><a href="#comment-12"><time datetime="2026-05-05T21:00:00+02:00">5 May 2026 at 21:00</time></a></div></footer>
          <div class="comment-content"><p>${REPLY}</p></div></article></li></ol></li>
      <li id="comment-13" class="comment even depth-1"><article class="comment-body">
        <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Vera_77</b> <span class="says">says:</span></div>
        <div class="comment-metadata"><a href="#comment-13"><time datetime="2026-05-06">6 May 2026</time></a></div></footer>
        <div class="comment-content"><p>${LAST}</p></div></article></li></ol></div>`,
  ],
  [
    'microdata',
    `<section class="comments"><div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
      <p>By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Tove Lind</span></span></p>
      <time itemprop="dateCreated" datetime="2026-05-05T20:10:00+02:00">5 May</time><div itemprop="text"><p>${FIRST}</p></div>
      <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><p itemprop="author">Eskil</p>
      <time itemprop="dateCreated" datetime="2026-05-05T21:00:00+02:00">an hour later</time><p itemprop="text">${REPLY}</p></div></div>
      <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><p itemprop="author">Vera_77</p>
      <time itemprop="dateCreated" datetime="2026-05-06">6 May</time><p itemprop="text">${LAST}</p></div></section>`,
  ],
  [
    'blocks named by element and part',
    `<div class="comments"><div class="comments__list"><div class="comments__item"><div class="comments__head"><a class="comments__user-name" href="/u/1">Tove Lind</a>
      <time class="comments__time" datetime="2026-05-05T20:10:00+02:00">5 May 2026</time></div><div class="comments__text">${FIRST}</div>
      <div class="comments__replies"><div class="comments__item"><div class="comments__head"><a class="comments__user-name" href="/u/2">Eskil</a>
      <time class="comments__time" datetime="2026-05-05T21:00:00+02:00">5 May 2026</time></div><div class="comments__text">${REPLY}</div></div></div></div>
      <div class="comments__item"><div class="comments__head"><a class="comments__user-name" href="/u/3">Vera_77</a>
      <time class="comments__time" datetime="2026-05-06">6 May 2026</time></div><div class="comments__text">${LAST}</div></div></div></div>`,
  ],
  [
    'headings and words of another language',
    `<div id="kommentare" class="kommentare"><div class="kommentar" id="kommentar-1"><h4 class="kommentar-autor">Von Tove Lind</h4>
      <p class="kommentar-datum"><time datetime="2026-05-05T20:10:00+02:00">5. Mai 2026, 20:10</time></p><p>${FIRST}</p></div>
      <div class="kommentar" id="kommentar-2"><h4 class="kommentar-autor">Eskil schrieb:</h4>
      <p class="kommentar-datum"><time datetime="2026-05-05T21:00:00+02:00">5. Mai 2026, 21:00</time></p><p>${REPLY}</p></div>
      <div class="kommentar" id="kommentar-3"><h4 class="kommentar-autor">Vera_77</h4><p class="kommentar-datum">6. Mai 2026</p><p>${LAST}</p></div></div>`,
  ],
];

const EXPECTED = [
  { text: FIRST, author: 'Tove Lind', published: '2026-05-05T20:10:00+02:00' },
  { text: REPLY, author: 'Eskil', published: '2026-05-05T21:00:00+02:00' },
  { text: LAST, author: 'Vera_77', published: '2026-05-06' },
];

describe('comments of readers', () => {
  test.each(SYSTEMS)('stand apart, replies too, in %s', (_, html) => {
    const record = clean(html);
    expect(record.comments).toEqual(EXPECTED);
    expect(record.removed.filter((block) => block.class === 'comments').length).toBeGreaterThan(0);
  });

  test.each(SYSTEMS)('never are part of the text, in %s', (_, html) => {
    const record = clean(html);
    expect(record.text).toBe(clean('').text);
    for (const { text } of EXPECTED) expect(record.text).not.toContain(text);
  });

  test('have no author and time where the markup names none', () => {
    const html = `<div class="comments"><div class="comment"><p>Tove Lind, 5 May 2026</p><p>${FIRST}</p></div></div>`;
    expect(clean(html).comments).toEqual([{ text: `Tove Lind, 5 May 2026\n\n${FIRST}` }]);
  });

  test('have no day that can be read in two ways, and no name that cannot be parted from another thing', () => {
    const html = `<div class="comments"><div class="comment"><p><b class="author">Tove</b> <span class="date">5 hours ago</span></p><p>${FIRST}</p></div>
      <div class="comment"><p class="author">Eskil</p><p class="date">05/06/2026</p><p>${LAST}</p></div></div>`;
    expect(clean(html).comments).toEqual([{ text: FIRST }, { text: LAST, author: 'Eskil' }]);
  });

  test.each([
    'Tove schrieb am 5. Mai 2026:',
    'Tove said, on 5 May 2026',
    'Tove le 5 mai 2026',
    '5 May 2026 Tove',
    'Von Tove',
    'Tove',
  ])('are signed with the name alone in “%s”', (line) => {
    const html = `<div class="comments"><div class="comment"><p class="comment-author">${line}</p><p>${FIRST}</p></div></div>`;
    expect(clean(html).comments).toEqual([{ text: FIRST, author: 'Tove' }]);
  });

  test('keep their paragraphs, and lose the controls beside them', () => {
    const html = `<div class="comments"><div class="comment"><p class="author">Eskil</p><p>${FIRST}</p><p>${LAST}</p><p><a href="/r">Reply</a></p><p><a href="/x">Report this comment</a></p></div></div>`;
    expect(clean(html).comments).toEqual([{ text: `${FIRST}\n\n${LAST}`, author: 'Eskil' }]);
  });

  test('lose short lines that most of them have, and counts', () => {
    const one = (text: string, likes: number) =>
      `<div class="comment"><p class="author">Tove</p><p>${text}</p><p>Svar</p><p>${likes} Likes</p><div class="actions"><span>Del</span></div></div>`;
    const html = [one(FIRST, 3), one(REPLY, 22), one(LAST, 0)].join('');
    expect(clean(`<div class="comments">${html}</div>`).comments).toEqual(
      [FIRST, REPLY, LAST].map((text) => ({ text, author: 'Tove' })),
    );
  });

  test('are none where another site links here, or where all comments stand in one element', () => {
    const html = `<div class="comment-wrapper"><p>Two readers have something to say about it</p><ul><li class="pingback" id="comment-4"><p>Pingback: The ferry is late, writes the gazette</p></li></ul>
      <div class="comment"><p class="author">Eskil</p><p>${REPLY}</p></div></div>`;
    expect(clean(`<div class="comments">${html}</div>`).comments).toEqual([{ text: REPLY, author: 'Eskil' }]);
  });

  test('hold no form, label or number of comments', () => {
    const html =
      '<div class="comments" id="comments"><h3>2 comments</h3><div class="comment"><p>No comments yet</p></div><form class="comment-form"><p>Write a comment and be kind to the others</p></form></div>';
    expect(clean(html)).not.toHaveProperty('comments');
  });

  test('are a hundred at most', () => {
    const html = Array.from(
      { length: 104 },
      (_, n) =>
        `<div class="comment"><p class="author">R${n}</p><p>${String.fromCodePoint(97 + (n % 26)).repeat(5)}</p></div>`,
    );
    expect(clean(`<div class="comments">${html.join('')}</div>`).comments).toHaveLength(100);
  });

  test('are no key of a page without any', () => {
    expect(clean('')).not.toHaveProperty('comments');
  });
});

describe('comments of linked data', () => {
  const comment = (text: string, name: string, dateCreated: string, replies: readonly unknown[] = []) => ({
    '@type': 'Comment',
    text,
    author: { '@type': 'Person', name },
    dateCreated,
    comment: replies,
  });
  const headOf = (comments: unknown) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry late again', comment: comments }).replaceAll('<', '\\u003c')}</script>`;

  test('are those of a page that shows none', () => {
    const head = headOf([
      comment(`<p>${FIRST}</p>`, 'Tove Lind', '2026-05-05T20:10:00+02:00', [
        comment(REPLY, 'Eskil', '2026-05-05T21:00:00+02:00'),
      ]),
      comment(LAST, 'Vera_77', '2026-05-06'),
    ]);
    const { comments } = clean('', head);
    expect(comments?.toSorted((a, b) => (a.published ?? '').localeCompare(b.published ?? ''))).toEqual(EXPECTED);
  });

  test('yield to those that the page shows', () => {
    const html = `<div class="comments"><div class="comment"><p class="author">Eskil</p><p>${REPLY}</p></div></div>`;
    expect(clean(html, headOf([comment(LAST, 'Vera', '2026-05-06')])).comments).toEqual([
      { text: REPLY, author: 'Eskil' },
    ]);
  });

  test.each([
    ['a string', 'nice'],
    ['a number', 7],
    ['something without text', [{ '@type': 'Comment' }, null, [], { '@type': 'Answer', text: 'x' }]],
  ])('are passed over where they are %s', (_, comments) => {
    expect(clean('', headOf(comments))).not.toHaveProperty('comments');
  });

  test('hold no markup and nothing that runs', () => {
    const [first] =
      clean('', headOf([comment('<b>Hm</b><script>alert(1)</script>\u202e', 'A<i>n</i>a', 'soon')])).comments ?? [];
    expect(first).toEqual({ text: 'Hm', author: 'Ana' });
  });
});

test('of one element no more than forty marks are read, so that the cost is that of its lines', () => {
  const { elements } = parseHtml(`<div class="comment">${'<p class="author">Tove</p>'.repeat(100)}</div>`, null);
  const unit = elements?.attributes.findIndex((attributes) => attributes?.class === 'comment') ?? -1;
  expect(elements && new CommentUnits(elements).marksOf(unit)).toHaveLength(40);
});
