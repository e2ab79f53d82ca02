import { labelBlocks } from '../../lib/core/label/label.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import type { ArticleMetadata } from '../../lib/core/metadata/metadata.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const URL = 'https://www.harbour-times.example/ferry';
const PROSE = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>The harbour council met for the ${['first', 'second', 'third', 'fourth'][index]} time to talk about the new ferry, which has been late on most days since the spring, and agreed to ask the owner for an answer before the summer season begins.</p>`,
).join('');

/** Parts of a news page on a ferry that is late: its head, and what stands before, above and behind its prose. */
export interface PageParts {
  readonly head?: string;
  readonly before?: string;
  readonly top?: string;
  readonly end?: string;
  readonly lang?: string;
  readonly url?: string;
}

/** What is found out about the page. */
export function metadataOf({
  head = '',
  before = '',
  top = '',
  end = '',
  lang = 'en-GB',
  url = URL,
}: PageParts): ArticleMetadata {
  const html = `<html lang="${lang}"><head>${head}</head><body>${before}<main><article><h1>Ferry late again</h1>${top}${PROSE}${end}</article></main></body></html>`;
  return extractMetadata(labelBlocks(parseHtml(html, url)), { url });
}

export const linkedData = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
