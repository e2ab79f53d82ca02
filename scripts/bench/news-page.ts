import { type Invention, inventFrom } from './invented-text.ts';

const SECTIONS = 'World Business Science Culture Sport Travel Weather Opinion Health Technology Local Education'.split(
  ' ',
);

/**
 * An invented news page as sites serve them: head with metas, linked data and scripts, menus, an article of some 700 words
 * with pictures, links and boxes between the paragraphs, cards of other stories, comments, footer; 60 to 150 kB.
 */
export function newsPage(seed: number): string {
  const { number, headline, name, token } = inventFrom(seed);
  const invention = { number, headline, name, token, paragraph: inventFrom(seed + 1000).paragraph };
  const title = headline(9);
  const author = name();
  return `<!DOCTYPE html>
<html lang="en" class="no-js">
${head(invention, title, author)}
<body class="page page--article template-${token(6)}" data-page-type="article">
<a class="skip-link" href="#main">Skip to content</a>
${header(invention)}
<div id="wrapper" class="layout layout--two-columns">
<main id="main" class="layout__main" role="main">
${article(invention, title, author)}
${comments(invention)}
</main>
<aside class="layout__side sidebar" aria-label="More stories">
<h2 class="sidebar__heading">Most read</h2>
${cards(invention, 14 + number(24))}
</aside>
</div>
${footer(invention)}
${script(invention, 8 + number(30))}
</body>
</html>
`;
}

function times(count: number, part: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join('\n');
}

function slug(text: string): string {
  return text.toLowerCase().replace(/ /g, '-');
}

function head({ token, paragraph, number }: Invention, title: string, author: string): string {
  const url = `https://news.example.org/world/${slug(title)}`;
  const published = `2024-0${1 + number(9)}-1${number(10)}T0${number(10)}:15:00Z`;
  const description = paragraph(24);
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: title,
        datePublished: published,
        author: { '@type': 'Person', name: author },
        image: [`https://img.example.org/${token(12)}.jpg`],
        publisher: { '@type': 'Organization', name: 'The Example Courier' },
      },
      { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1, name: 'World' }] },
    ],
  };
  return `<head>
<meta charset="utf-8">
<title>${title} | The Example Courier</title>
<link rel="canonical" href="${url}">
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="The Example Courier">
<meta property="article:published_time" content="${published}">
<meta name="author" content="${author}">
${times(12, () => `<link rel="preload" as="script" href="https://static.example.org/${token(24)}.js" crossorigin>`)}
<script type="application/ld+json">${JSON.stringify(data)}</script>
<style>${times(60, () => `.${token(6)}{margin:0 0 ${number(30)}px;color:#${token(6)};display:flex}`)}</style>
</head>`;
}

function header({ headline, token }: Invention): string {
  const item = (section: string) => `<li class="nav__item nav__item--${slug(section)}" role="none">
<a class="nav__link" href="/${slug(section)}" role="menuitem" data-track="nav-${token(8)}"><span class="nav__text">${section}</span></a>
<ul class="nav__sub" hidden>${times(5, () => `<li><a href="/${slug(section)}/${token(8)}">${headline(2)}</a></li>`)}</ul></li>`;
  return `<header class="site-header" role="banner"><div class="site-header__inner">
<a class="site-logo" href="/"><svg viewBox="0 0 120 24" aria-hidden="true"><path d="M12 2L2 7v10l10 5 10-5V7z"/><path d="M4 4h16"/></svg>The Example Courier</a>
<nav class="nav" aria-label="Main"><ul class="nav__list">${SECTIONS.map(item).join('\n')}</ul></nav>
<form class="search" action="/search"><label for="q">Search</label><input id="q" name="q"><button type="submit">Go</button></form>
</div></header>`;
}

function article(invention: Invention, title: string, author: string): string {
  const { token, headline, paragraph, number } = invention;
  const share = 'Facebook Mastodon Email WhatsApp'.split(' ');
  const between = [
    '',
    `<div class="ad ad--inline" id="ad-${token(6)}" data-slot="${token(10)}"><span class="ad__label">Advertisement</span></div>`,
    `<h2 class="article__crosshead">${headline(5)}</h2>`,
    `<figure class="article__figure"><img src="https://img.example.org/${token(16)}.jpg" srcset="https://img.example.org/${token(16)}.jpg 2x" alt="${headline(6)}" loading="lazy"><figcaption class="caption">${headline(10)}. <span class="credit">${invention.name()}</span></figcaption></figure>`,
    `<aside class="related-box"><h3>Read more</h3><ul>${times(3, () => `<li><a href="/world/${token(14)}">${headline(8)}</a></li>`)}</ul></aside>`,
    `<blockquote class="quote"><p>${paragraph(20)}</p></blockquote>`,
  ];
  const body = times(
    15,
    (
      at,
    ) => `<p class="article__text">${paragraph(24)} <a href="https://www.example.com/${token(10)}">${headline(3)}</a> ${paragraph(18)}</p>
${between[at % 2 === 1 ? number(between.length) : 0]}`,
  );
  return `<article class="article" itemscope itemtype="https://schema.org/NewsArticle">
<header class="article__header"><p class="kicker"><a href="/world">World</a></p><h1 class="article__title">${title}</h1>
<p class="article__dek">${paragraph(22)}</p>
<div class="byline">By <a rel="author" href="/people/${token(8)}">${author}</a> <time datetime="2024-05-14T08:15:00Z">14 May 2024, 08:15</time></div>
<ul class="share" aria-label="Share">${share.map((name) => `<li><button class="share__button" data-share="${name}"><svg width="16" height="16"><path d="M2 2h12v12H2z"/></svg><span>${name}</span></button></li>`).join('')}</ul></header>
<div class="article__body" itemprop="articleBody">
${body}
</div>
<div class="newsletter"><h3>Get the morning letter</h3><p>Sign up for our newsletter.</p><form><input type="email" placeholder="Your email"><button>Sign up</button></form></div>
<ul class="tags">${times(6, () => `<li><a rel="tag" href="/tag/${token(6)}">${headline(1)}</a></li>`)}</ul>
</article>
<section class="more"><h2>More from World</h2>
${cards(invention, 12 + number(12))}
</section>`;
}

function cards({ token, headline, paragraph, number }: Invention, count: number): string {
  const card = () => `<div class="card card--${token(4)}" data-component="teaser" data-id="${token(12)}">
<a class="card__link" href="/story/${token(24)}" data-track="card"><picture class="card__picture">
<source media="(min-width: 900px)" srcset="https://img.example.org/w_600/${token(20)}.webp 1x, https://img.example.org/w_1200/${token(20)}.webp 2x">
<img class="card__image" src="https://img.example.org/w_300/${token(20)}.jpg" alt="${headline(5)}" width="300" height="200" loading="lazy"></picture>
<div class="card__body"><span class="card__label">${SECTIONS[number(SECTIONS.length)]}</span><h3 class="card__title">${headline(9)}</h3>
<p class="card__text">${paragraph(16)}</p></div></a>
<footer class="card__footer"><time class="card__time" datetime="2024-05-1${number(10)}">${1 + number(28)} May 2024</time><span class="card__read">${2 + number(9)} min read</span></footer>
</div>`;
  return `<div class="cards">${times(count, card)}</div>`;
}

function comments({ name, paragraph, token, number }: Invention): string {
  const comment =
    () => `<li class="comment" id="comment-${token(8)}"><div class="comment__head"><span class="comment__author">${name()}</span>
<time>${1 + number(23)} hours ago</time></div><div class="comment__body"><p>${paragraph(20)}</p></div><a class="comment__reply" href="#reply">Reply</a></li>`;
  return `<section class="comments" id="comments"><h2>Comments</h2><ol class="comments__list">${times(number(16), comment)}</ol></section>`;
}

function footer({ headline, token }: Invention): string {
  const column = () => `<div class="footer__column"><h4>${headline(1)}</h4><ul>
${times(9, () => `<li class="footer__item"><a class="footer__link" href="/${token(12)}">${headline(2)}</a></li>`)}</ul></div>`;
  return `<footer class="site-footer" role="contentinfo"><div class="footer__columns">${times(6, column)}</div>
<p class="footer__legal">© 2024 The Example Courier. All rights reserved. <a href="/privacy">Privacy</a> <a href="/terms">Terms</a></p></footer>`;
}

/** What bundlers leave behind: a state object and code, `size` times 500 characters. */
function script({ token, number }: Invention, size: number): string {
  const state = times(
    size,
    () => `{"id":"${token(16)}","n":${number(9999)},"path":"/${token(30)}","html":"\\u003cp>${token(200)}"},`,
  );
  return `<script>window.__STATE__=[${state}{}];(function(a,b){for(var i=0;i<a.length&&b>i;i++){a[i]=a[i]||b}})([],1);</script>
${times(6, () => `<script async src="https://static.example.org/${token(20)}.js"></script>`)}`;
}
