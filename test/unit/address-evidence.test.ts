import { cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY } from '../support/invented-stories.ts';

const evidenceOf = (head: string, url?: string) =>
  cleanArticle(
    `<html><head>${head}</head><body><h1>Strike ends</h1>${AGENCY_COPY.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
    { mediaType: 'text/html', ...(url !== undefined && { url }) },
  ).evidence;

const FETCHED = 'https://gazette.example/strike?utm_source=x';

describe('evidence for the address and the site', () => {
  it('names the link of the page', () => {
    const found = evidenceOf('<link rel="canonical" href="https://gazette.example/strike">', FETCHED);
    expect(found?.canonicalUrl).toEqual({
      source: 'link:canonical',
      confidence: 0.95,
      raw: 'https://gazette.example/strike',
    });
  });

  it('names the meta where the link is that of the start page', () => {
    const head =
      '<link rel="canonical" href="https://gazette.example/"><meta property="og:url" content="https://gazette.example/strike-1">';
    expect(evidenceOf(head, FETCHED)?.canonicalUrl).toMatchObject({
      source: 'meta:og:url',
      raw: 'https://gazette.example/strike-1',
    });
  });

  it('says that the address was given where the page names none', () => {
    expect(evidenceOf('', FETCHED)?.canonicalUrl).toEqual({ source: 'given', confidence: 0.8, raw: FETCHED });
  });

  it('names the meta or the linked data that names the site', () => {
    expect(evidenceOf('<meta property="og:site_name" content=" Ormsund  Gazette ">')?.site).toEqual({
      source: 'meta:og:site_name',
      confidence: 0.95,
      raw: 'Ormsund Gazette',
    });
    const data = { '@type': 'NewsArticle', headline: 'Strike ends', publisher: { name: 'Ormsund Gazette' } };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(evidenceOf(head)?.site).toEqual({ source: 'json-ld', confidence: 0.9, raw: 'Ormsund Gazette' });
  });

  it('is absent where there is no address and no name', () => {
    expect(evidenceOf('')).not.toMatchObject({ site: expect.anything() });
    expect(evidenceOf('')).not.toMatchObject({ canonicalUrl: expect.anything() });
  });
});
