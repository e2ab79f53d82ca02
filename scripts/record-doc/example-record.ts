// Over 200 lines: one record that has every field.
import type { ArticleRecord } from '../../lib/core/record.ts';

const SHA = '9f2c4d1b7a60e35882c1f4b09d7e6a53c0b8f1e2d3a4958677f0e1d2c3b4a596';
const LEDE = 'The pilots of the Ormsund strait voted on Tuesday to end a strike that had held nineteen ships.';
const CORRECTION = 'Correction, 6 May: an earlier version gave the number of ships as ninety.';

/** An invented record in which every field of the schema has a value; no single source could fill all of them. */
export const EXAMPLE_RECORD: ArticleRecord = {
  schemaVersion: '1.0',
  id: SHA,
  url: 'https://gazette.example/strike?utm_source=x',
  canonicalUrl: 'https://gazette.example/strike',
  site: { name: 'Ormsund Gazette', domain: 'gazette.example' },
  kind: 'article',
  title: 'Pilots end strike in Ormsund',
  subtitle: 'Nineteen ships had waited for a week',
  kicker: 'Harbour',
  section: 'Business',
  tags: ['shipping', 'strikes'],
  authors: [
    {
      name: 'Signe Aldvik',
      role: 'Harbour reporter',
      organization: 'Ormsund Gazette',
      url: 'https://gazette.example/people/aldvik',
      email: 'aldvik@gazette.example',
    },
  ],
  credits: {
    agencies: [{ name: 'Associated Press', code: 'AP' }],
    contributors: [{ name: 'Eskil Rohn', organization: 'Northern Wire', place: 'Halvik' }],
    editors: ['Vera Lund'],
    photographers: ['Tor Brede'],
    copyright: '© 2026 Ormsund Gazette',
  },
  dateline: { place: 'ORMSUND', agency: 'AP', date: '2026-05-05', raw: 'ORMSUND, May 5, 2026 (AP) —' },
  datePublished: '2026-05-05T18:30:00+02:00',
  dateModified: '2026-05-06',
  evidence: { title: { source: 'h1', confidence: 0.99, raw: 'Pilots end strike in Ormsund' } },
  language: 'en-GB',
  direction: 'ltr',
  text: `${LEDE}\n\nWhat was agreed\n\n1. A third watch\n\nship | days\nAlma | 6\n\n${CORRECTION}`,
  blocks: [
    { type: 'paragraph', text: LEDE, raw: `**${LEDE}**` },
    { type: 'heading', text: 'What was agreed', level: 2 },
    {
      type: 'list',
      text: '1. A third watch',
      ordered: true,
      items: [{ text: 'A third watch', depth: 1, ordinal: 1 }],
    },
    {
      type: 'table',
      text: 'ship | days\nAlma | 6',
      rows: [
        ['ship', 'days'],
        ['Alma', '6'],
      ],
    },
    { type: 'caption', text: 'Ships off the quay. Photo: Tor Brede' },
    { type: 'correction', text: CORRECTION },
  ],
  markdown: '# Pilots end strike in Ormsund\n\n…',
  html: '<h1>Pilots end strike in Ormsund</h1>\n…',
  images: [
    {
      url: 'https://gazette.example/quay.jpg',
      alt: 'Ships',
      caption: 'Ships off the quay.',
      credit: 'Tor Brede',
    },
  ],
  links: [{ text: 'harbour board', url: 'https://board.example/' }],
  related: [
    {
      title: 'Agave in bloom for the first time',
      summary: 'It came in a biscuit tin.',
      url: 'https://gazette.example/agave',
    },
  ],
  comments: [{ text: 'At last. I missed the ferry.', author: 'Tove', published: '2026-05-05T20:10:00+02:00' }],
  removed: [
    {
      class: 'share',
      rule: 'share-bar',
      confidence: 0.95,
      text: 'Share this article',
      start: 402,
      end: 420,
      path: 'html/body/div[2]/p',
      at: 6,
    },
  ],
  layout: { length: 421, gap: '\n\n', gaps: [{ start: 420, text: '\n' }] },
  quality: {
    score: 0.7,
    flags: [{ flag: 'truncated', reason: 'the text ends with the mark of a cut' }],
  },
  fingerprint: { sha256: SHA, simhash: '16ecabfa54aebd46', paragraphs: ['7907b419232fffb7'] },
  provenance: {
    uri: 's3://raw/2026/strike.html',
    bucket: 'raw',
    key: '2026/strike.html',
    versionId: '3HL4kqtJvjVBH40Nrjfkd',
    etag: '"5d41402abc4b2a76b9719d911017c592"',
    size: 48211,
    sha256: SHA,
    contentType: 'text/html',
    charset: 'utf-8',
    recordIndex: 0,
    recordId: 'crawl-77-000412',
    fetchedAt: '2026-05-07T00:00:00Z',
  },
  processing: {
    cleaner: '0.1.0',
    ruleSet: '16ecabfa54aebd46',
    model: '7a60e35882c1f4b0',
    siteRuleSet: '5f1c02ab9d34e607',
    siteRules: ['gazette.example@5f1c02ab'],
    siteMemory: 'c0d8a1f65e9b7342',
  },
};
