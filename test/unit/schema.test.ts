import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRecord, QuarantineRecord } from '../../lib/core/record.ts';
import { generateSchema, SCHEMAS, type SchemaFile } from '../../scripts/schema.ts';
import { expectValidQuarantine, expectValidRecord, schemaErrors } from '../support/validate-record.ts';

const FOLDER = join(__dirname, '../../schema');
const SHA256 = 'a'.repeat(64);

const record: ArticleRecord = {
  schemaVersion: '1.0',
  id: SHA256,
  kind: 'article',
  title: 'Harbour reopens',
  datePublished: '2024-02-29T08:00:00+01:00',
  language: 'en-GB',
  text: 'The harbour of Velmouth has reopened.',
  blocks: [
    { type: 'paragraph', text: 'The harbour of Velmouth has reopened.' },
    { type: 'list', text: '- Quay', ordered: false, items: [{ text: 'Quay', depth: 1 }] },
  ],
  removed: [{ class: 'share', rule: 'share-bar', confidence: 0.9, text: 'Share', at: 1 }],
  quality: { score: 1, flags: [] },
  fingerprint: { sha256: SHA256, simhash: '0123456789abcdef', paragraphs: [] },
  provenance: { uri: 'stdin', size: 37, sha256: SHA256, charset: 'utf-8' },
  processing: { cleaner: '0.1.0', ruleSet: '0123456789abcdef' },
};

describe('the JSON Schemas', () => {
  it('stand in the folder as the types say (npm run schema writes them)', () => {
    const files = Object.keys(SCHEMAS) as SchemaFile[];
    expect(readdirSync(FOLDER).sort()).toEqual([...files].sort());
    for (const file of files) expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(generateSchema(file));
  });

  it('accept a full record and a quarantine record', () => {
    expectValidRecord(record);
    expectValidQuarantine({ outcome: 'quarantined', reason: 'empty', message: 'x' } satisfies QuarantineRecord);
  });

  it.each<[string, object, string]>([
    ['a key that is no field', { ...record, headline: 'x' }, ' must NOT have additional properties'],
    ['a missing key', { ...record, text: undefined }, " must have required property 'text'"],
    ['an empty title', { ...record, title: '' }, '/title must NOT have fewer than 1 characters'],
    ['a date in words', { ...record, datePublished: '29 February 2024' }, '/datePublished must match pattern'],
    ['a time without a zone', { ...record, datePublished: '2024-02-29T08:00:00' }, '/datePublished must match pattern'],
    ['a language by name', { ...record, language: 'English (UK)' }, '/language must match pattern'],
    ['a score over 1', { ...record, quality: { score: 1.5, flags: [] } }, '/quality/score must be <= 1'],
    ['a kind that is not listed', { ...record, kind: 'novel' }, '/kind must be equal to one of the allowed values'],
    [
      'half a count',
      { ...record, provenance: { ...record.provenance, size: 0.5 } },
      '/provenance/size must be integer',
    ],
    ['a block without items', { ...record, blocks: [{ type: 'list', text: 'x', ordered: true }] }, '/blocks/0'],
  ])('refuse %s', (_what, value, error) => {
    expect(schemaErrors(value, 'record').join('\n')).toContain(error);
  });
});
