import { type ArticleRecord, cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY, OTHER_STORY } from './invented-stories.ts';

const LINKED_DATA = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Pilots end strike: “no” to 🚢 queue',
  datePublished: '2026-05-05T18:30:00+02:00',
  dateModified: '2026-05-06T07:00:00+02:00',
  articleSection: 'Harbour',
  keywords: ['Ormsund', 'no', '2026-05-05'],
  author: [
    {
      '@type': 'Person',
      name: 'Signe Aldvik',
      jobTitle: 'Harbour reporter',
      url: 'https://gazette.example/people/signe|aldvik',
    },
  ],
};

const PAGE = `<html lang="en-GB"><head><title>Pilots end strike: “no” to 🚢 queue | Ormsund Gazette</title>
<meta property="og:site_name" content="Ormsund Gazette"><link rel="canonical" href="https://gazette.example/strike">
<script type="application/ld+json">${JSON.stringify(LINKED_DATA)}</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav><article>
<h1>Pilots end strike: “no” to 🚢 queue</h1><p class="byline">By Signe Aldvik</p>
<figure><img src="/pic/quay[1].jpg?a={b}" alt="Ships"><figcaption>Ships off the quay. Photo: Tor Brede</figcaption></figure>
${AGENCY_COPY.map((text) => `<p>🚢 ${text}</p>`).join('\n')}
<p>Correction, 6 May: an earlier version of this story gave the number of ships as ninety, which was wrong.</p></article>
<div class="related"><h3>More from the harbour</h3><a href="/a">Agave in bloom for the first time</a></div>
<footer>© 2026 Ormsund Gazette. All rights reserved.</footer></body></html>`;

/** A page that has a value for nearly every field, with characters that formats trip over. */
export const fullRecord = (): ArticleRecord =>
  cleanArticle(PAGE, {
    mediaType: 'text/html',
    url: 'https://gazette.example/strike?utm_source=x',
    fetchedAt: '2026-05-07T00:00:00Z',
    recordId: 'r-1',
  });

/** A text of which nothing is known but its words. */
export const bareRecord = (): ArticleRecord =>
  cleanArticle(`${OTHER_STORY.join('\n\n')}\n\nShare this article\n`, { mediaType: 'text/plain' });

/** A page that is dated to the day. */
export const datedRecord = (): ArticleRecord =>
  cleanArticle(PAGE.replaceAll(/T[0-9:]{8}\+02:00/g, ''), { mediaType: 'text/html' });

/** Markdown with astral characters, carriage returns and removals before, between and after the article. */
export const markdownRecord = (): ArticleRecord =>
  cleanArticle(
    `# 🚢 Strike ends\r\n\r\n![]()\r\n\r\n**${AGENCY_COPY[0]}**\r\n\r\n![]()\r\n\r\n🚢🚢 ${AGENCY_COPY[1]}\r\n\r\n${AGENCY_COPY[2]}\r\n\r\nShare this article\r\n`,
    { mediaType: 'text/markdown' },
  );
