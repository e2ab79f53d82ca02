// Over 200 lines: every form of export against its own published rules, on the same records.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { NewsArticle, WithContext } from 'schema-dts';
import { parse } from 'yaml';
import {
  type ArticleRecord,
  cleanArticle,
  type NewsArticleDocument,
  toFineWebRow,
  toJsonFeedItem,
  toMarkdownDocument,
  toNewsArticle,
  toNinjs,
} from '../../lib/index.ts';
import { caseRecords } from '../support/case-records.ts';
import { bareRecord, datedRecord, fullRecord, markdownRecord } from '../support/export-records.ts';
import { AGENCY_COPY } from '../support/invented-stories.ts';
import { NINJS_SCHEMA } from '../support/ninjs-schema.ts';

const jsonFeedSchema = JSON.parse(readFileSync(require.resolve('jsonfeed-schema/schema-v1.1.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isNinjs = ajv.compile(NINJS_SCHEMA);
const isJsonFeed = ajv.compile(jsonFeedSchema);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ninjsErrors = (record: ArticleRecord) => (isNinjs(asJson(toNinjs(record))) ? [] : isNinjs.errors);
const feedOf = (...records: readonly ArticleRecord[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Feed',
  items: records.map(toJsonFeedItem),
});

const records: readonly (readonly [string, () => ArticleRecord])[] = [
  ['a page with a value for nearly every field', fullRecord],
  ['a text of which nothing is known', bareRecord],
  ['a page that is dated to the day', datedRecord],
  ['Markdown with astral characters', markdownRecord],
  ...caseRecords,
];

/** Checked by the compiler: every key is one of the vocabulary, and every value of a type that it allows there. */
type Vocabulary = Extract<WithContext<NewsArticle>, { readonly '@type': 'NewsArticle' }>;
type UnknownKeys = Exclude<keyof NewsArticleDocument, keyof Vocabulary>;
const unknownKeys: readonly UnknownKeys[] = [] satisfies readonly never[];

// Against the vocabulary of schema.org as `schema-dts` types it; schema.org publishes no JSON Schema.
describe('export as schema.org NewsArticle', () => {
  it('uses no key that the vocabulary does not have', () => {
    const document: WithContext<NewsArticle> = toNewsArticle(fullRecord());
    expect(document['@type']).toBe('NewsArticle');
    expect(unknownKeys).toEqual([]);
  });

  it('says who wrote it, when, where it stands and what it says', () => {
    const record = fullRecord();
    expect(toNewsArticle(record)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      identifier: record.id,
      url: 'https://gazette.example/strike',
      mainEntityOfPage: 'https://gazette.example/strike',
      headline: 'Pilots end strike: “no” to 🚢 queue',
      articleSection: 'Harbour',
      keywords: ['Ormsund', 'no', '2026-05-05'],
      author: [
        {
          '@type': 'Person',
          name: 'Signe Aldvik',
          jobTitle: 'Harbour reporter',
          url: 'https://gazette.example/people/signe%7Caldvik',
        },
      ],
      copyrightNotice: '© 2026 Ormsund Gazette. All rights reserved.',
      publisher: { '@type': 'Organization', name: 'Ormsund Gazette', url: 'https://gazette.example/' },
      datePublished: '2026-05-05T18:30:00+02:00',
      dateModified: '2026-05-06T07:00:00+02:00',
      inLanguage: 'en-GB',
      image: [expect.objectContaining({ contentUrl: 'https://gazette.example/pic/quay%5B1%5D.jpg?a=%7Bb%7D' })],
      correction: [{ '@type': 'CorrectionComment', text: expect.stringMatching(/^Correction, 6 May/) }],
      wordCount: 148,
      articleBody: record.text,
    });
  });

  it('leaves out what a record does not know', () => {
    expect(Object.keys(toNewsArticle(bareRecord()))).toEqual([
      '@context',
      '@type',
      'identifier',
      'inLanguage',
      'wordCount',
      'articleBody',
    ]);
  });

  it('names agencies, contributors and editors, and says what stands behind a paywall', () => {
    const record: ArticleRecord = {
      ...bareRecord(),
      credits: {
        agencies: [{ name: 'Northern Wire', code: 'NW' }],
        contributors: [{ name: 'Eskil Rohn', organization: 'Northern Wire', place: 'Halvik' }],
        editors: ['Vera Lund'],
      },
      dateline: { place: 'HALVIK', raw: 'HALVIK (NW) —' },
      quality: { score: 0.7, flags: [{ flag: 'paywalled', reason: 'x' }] },
    };
    expect(toNewsArticle(record)).toMatchObject({
      sourceOrganization: [{ '@type': 'Organization', name: 'Northern Wire', alternateName: 'NW' }],
      contributor: [{ name: 'Eskil Rohn', worksFor: { '@type': 'Organization', name: 'Northern Wire' } }],
      editor: [{ '@type': 'Person', name: 'Vera Lund' }],
      dateline: 'HALVIK (NW) —',
      locationCreated: { '@type': 'Place', name: 'HALVIK' },
      isAccessibleForFree: false,
    });
  });
});

// Against the rules of the standard's schema in `test/support/ninjs-schema.ts`.
describe('export as IPTC ninjs 3.1', () => {
  it.each(records)('is valid for %s', (_name, make) => {
    expect(ninjsErrors(make())).toEqual([]);
  });

  it('fails where a rule of the standard is broken', () => {
    const item = toNinjs(fullRecord());
    expect(isNinjs(asJson({ ...item, byline: 'x' }))).toBe(false);
    expect(isNinjs(asJson({ ...item, firstCreated: '2026-05-05' }))).toBe(false);
    expect(isNinjs(asJson({ ...item, renditions: [{ name: 'web', href: 'https://x.example/a b' }] }))).toBe(false);
  });

  it('gives text and HTML, people with their parts, and pictures with their credits', () => {
    const record = fullRecord();
    const item = toNinjs({ ...record, credits: { ...record.credits, photographers: ['Tor Brede'] } });
    expect(item.bodies.map(({ contentType }) => contentType)).toEqual(['text/plain', 'text/html']);
    expect(item.bodies[0]).toMatchObject({ value: record.text, wordCount: 148, charCount: record.text.length });
    expect(item.people).toEqual([
      { name: 'Signe Aldvik', rel: 'author', uri: 'https://gazette.example/people/signe%7Caldvik' },
      { name: 'Tor Brede', rel: 'photographer' },
    ]);
    expect(item.associations).toMatchObject([{ name: 'image-1', type: 'picture', rel: 'picture' }]);
    expect(item).toMatchObject({ uri: `urn:winnower:${record.id}`, by: 'Signe Aldvik', profile: 'article' });
    expect(item.altIds).toContainEqual({ role: 'recordId', value: 'r-1' });
  });

  it('does not make a time of a bare date', () => {
    const { firstCreated, versionCreated } = toNinjs(datedRecord());
    expect([firstCreated, versionCreated]).toEqual([undefined, undefined]);
  });

  it('calls a story that breaks off partial', () => {
    const record: ArticleRecord = {
      ...bareRecord(),
      quality: { score: 0.7, flags: [{ flag: 'truncated', reason: 'x' }] },
    };
    expect([toNinjs(record).representationType, toNinjs(bareRecord()).representationType]).toEqual(['partial', 'full']);
  });
});

// Against the JSON Schema of version 1.1 that the package `jsonfeed-schema` publishes.
describe('export as JSON Feed item', () => {
  it.each(records)('is valid in a feed for %s', (_name, make) => {
    expect(isJsonFeed(asJson(feedOf(make()))) ? [] : isJsonFeed.errors).toEqual([]);
  });

  it('fails where a rule of the format is broken', () => {
    const { id: _id, ...item } = toJsonFeedItem(fullRecord());
    expect(isJsonFeed(asJson({ ...feedOf(), items: [item] }))).toBe(false);
    expect(isJsonFeed(asJson({ ...feedOf(), items: [{ ...item, id: 'a', winnow: 1 }] }))).toBe(false);
  });

  it('keeps a bare date as the day that it is', () => {
    const item = toJsonFeedItem(datedRecord());
    expect(item.date_published).toBeUndefined();
    expect(item._winnow).toMatchObject({ day_published: '2026-05-05', day_modified: '2026-05-06' });
    expect(toJsonFeedItem(fullRecord())).toMatchObject({ date_published: '2026-05-05T18:30:00+02:00' });
  });

  it('goes by the address of the page, and by the record where there is none', () => {
    expect(toJsonFeedItem(fullRecord()).id).toBe('https://gazette.example/strike');
    expect(toJsonFeedItem(bareRecord()).id).toBe(bareRecord().id);
  });
});

// Against the columns of the data set's card; FineWeb publishes no schema.
describe('export as FineWeb row', () => {
  /** Column and type as the data set's card has them; `null` may stand for each but the text and its names. */
  const COLUMNS = { text: 'string', id: 'string', url: 'string', date: 'string', file_path: 'string' };
  const MORE = { language: 'string', language_score: 'number', word_count: 'number' };

  it.each(records)('has the columns of the data set, with their types, for %s', (_name, make) => {
    const row = toFineWebRow(make());
    for (const [column, type] of Object.entries({ ...COLUMNS, ...MORE })) {
      const value = row[column as keyof typeof row];
      expect([column, value === null ? type : typeof value]).toEqual([column, type]);
    }
    expect(Object.keys(row)).toEqual(Object.keys(toFineWebRow(fullRecord())));
  });

  it('gives language and date as the data set does', () => {
    const record = fullRecord();
    expect(toFineWebRow(record)).toEqual({
      text: record.text,
      id: record.id,
      url: 'https://gazette.example/strike',
      date: '2026-05-07T00:00:00Z',
      file_path: 'https://gazette.example/strike?utm_source=x',
      language: 'en',
      language_score: record.evidence?.language?.confidence,
      word_count: 148,
      title: record.title,
      date_published: '2026-05-05T18:30:00+02:00',
    });
  });
});

describe('export as Markdown with front matter', () => {
  const headOf = (markdown: string) => /^---\n([\s\S]*?\n)---\n\n/.exec(markdown)?.[1] ?? '';

  it.each(['1.1', '1.2', 'core'] as const)('is read alike by YAML %s', (schema) => {
    const options = schema === 'core' ? { schema } : ({ version: schema } as const);
    expect(parse(headOf(toMarkdownDocument(fullRecord())), options)).toEqual({
      title: 'Pilots end strike: “no” to 🚢 queue',
      author: ['Signe Aldvik'],
      date: '2026-05-05T18:30:00+02:00',
      lastmod: '2026-05-06T07:00:00+02:00',
      url: 'https://gazette.example/strike',
      site: 'Ormsund Gazette',
      section: 'Harbour',
      tags: ['Ormsund', 'no', '2026-05-05'],
      lang: 'en-GB',
      kind: 'article',
      id: fullRecord().id,
    });
  });

  it('keeps a title that looks like YAML a title', () => {
    const title = '--- "no": [yes, #1] & *all* |\\';
    const head = headOf(toMarkdownDocument({ ...bareRecord(), title }));
    expect(parse(head)).toMatchObject({ title });
  });

  it('gives the same article when it is cleaned again', () => {
    const record = fullRecord();
    const again = cleanArticle(toMarkdownDocument(record), { mediaType: 'text/markdown' });
    expect(again).toMatchObject({
      title: record.title,
      authors: [{ name: 'Signe Aldvik' }],
      datePublished: record.datePublished,
      canonicalUrl: record.canonicalUrl,
    });
    for (const paragraph of AGENCY_COPY) expect(again.text).toContain(paragraph);
  });

  it('writes a headline that the text has once', () => {
    expect(toMarkdownDocument(markdownRecord()).match(/^#+ 🚢 Strike ends$/gm)).toHaveLength(1);
  });
});
