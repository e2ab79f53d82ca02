import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordDocument, valuesAt } from '../../scripts/record-doc/document.ts';
import { EXAMPLE_RECORD } from '../../scripts/record-doc/example-record.ts';
import { fieldsOf, type Schema } from '../../scripts/record-doc/schema-fields.ts';
import { expectValidRecord } from '../support/validate-record.ts';

const ROOT = join(__dirname, '../..');
const schema: Schema = JSON.parse(readFileSync(join(ROOT, 'schema/article-record.schema.json'), 'utf8'));
const documented = readFileSync(join(ROOT, 'docs/record.md'), 'utf8');

describe('docs/record.md', () => {
  it('stands as the schema and the notes say (npm run record-doc writes it)', () => {
    expect(documented).toBe(recordDocument(schema));
  });

  it.each(fieldsOf(schema).map(({ path }) => path))('names %s', (path) => {
    expect(documented).toMatch(new RegExp(`^\\| \\**\`${path.replace(/[.*[\]]/g, '\\$&')}\`\\** \\|`, 'm'));
  });

  it('gives examples from one valid record that has every field', () => {
    expectValidRecord(EXAMPLE_RECORD);
    const without = fieldsOf(schema)
      .map(({ path }) => path)
      .filter((path) => valuesAt(EXAMPLE_RECORD, path.replaceAll('[]', '.[]').split('.')).length === 0);
    expect(without).toEqual([]);
  });

  it('fails for a field that has no note', () => {
    const grown = { ...schema, properties: { ...schema.properties, mood: { type: 'string' } } };
    expect(() => recordDocument(grown)).toThrow('expected a note of mood');
  });
});
