import { EXAMPLE_RECORD } from './example-record.ts';
import { FIELD_NOTES } from './fields.ts';
import { fieldsOf, type Schema, type SchemaField } from './schema-fields.ts';

const HEAD = `# The record

Written by \`npm run record-doc\` from [schema/article-record.schema.json](../schema/article-record.schema.json) and
\`scripts/record-doc\`; a test holds that every field stands here.

A record is one JSON object in UTF-8: NFC, line ends LF, no control characters but LF and TAB. A value that the source does
not give is a missing key: never \`""\`, never \`null\`, never a guess. Times are RFC 3339 with the zone that the source gives,
or a bare date where it gives none; languages are BCP 47; hashes are lower-case hex. Equal input, options, rules and models
give equal bytes. Offsets and lengths count UTF-16 units, as JavaScript does.

## What may change in 1.x

- New optional fields, new values of \`kind\`, \`blocks[].type\`, \`removed[].class\`, \`quality.flags[].flag\` and
  \`evidence.*.source\`, and new keys of \`evidence\` may come: a reader passes over what it does not know.
- No field is removed or renamed, no optional field becomes a demanded one or the other way round, no type or unit changes,
  and rule ids keep their meaning.
- Values for the same input may change with rules and models; \`processing\` names both, and CHANGELOG.md tells of it.
- The words of \`quality.flags[].reason\` are for people and may change at any time.

## Fields

A field in bold is always there, if that around it is. \`[]\` stands for the entries of a list, \`*\` for any key.

| field | type | holds | from, the first that has it | example |
| --- | --- | --- | --- | --- |
`;

const TYPES = `
## Types

| type | is |
| --- | --- |
`;

const MAX_EXAMPLE = 60;

/** The text of docs/record.md. @throws Error naming a field that has no note, or a note that has no field. */
export function recordDocument(schema: Schema): string {
  const fields = fieldsOf(schema);
  const unknown = Object.keys(FIELD_NOTES).filter((path) => !fields.some((field) => field.path === path));
  if (unknown.length > 0) throw new Error(`expected notes of fields alone, got ${unknown.join(', ')}`);
  return `${HEAD}${fields.map(row).join('\n')}\n${TYPES}${typeRows(schema, fields)}\n`;
}

function row({ path, type, required, description }: SchemaField): string {
  const note = FIELD_NOTES[path];
  if (note === undefined) throw new Error(`expected a note of ${path} in scripts/record-doc/fields.ts, got none`);
  const name = required ? `**\`${path}\`**` : `\`${path}\``;
  const holds = note.holds ?? description ?? '';
  return `| ${[name, type, holds, note.from ?? '', exampleOf(path)].map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

/** Types that the fields use and that are not spelt out as fields themselves. */
function typeRows(schema: Schema, fields: readonly SchemaField[]): string {
  const used = new Set(fields.map(({ type }) => type));
  return Object.entries(schema.definitions)
    .filter(([name, node]) => used.has(name) && node.properties === undefined && node.anyOf === undefined)
    .map(([name, node]) => {
      const { enum: values, pattern } = node as { readonly enum?: readonly string[]; readonly pattern?: string };
      const is =
        values === undefined ? (node.description ?? '') : `one of ${values.map((value) => `\`${value}\``).join(', ')}`;
      return `| ${cell(name)} | ${cell(pattern === undefined ? is : `${is} Pattern \`${pattern}\``)} |`;
    })
    .join('\n');
}

/** The first value at a path in the example record, as JSON; nothing for objects and lists. */
export function exampleOf(path: string): string {
  const value = valuesAt(EXAMPLE_RECORD, path.replaceAll('[]', '.[]').split('.'))[0];
  if (value === undefined || typeof value === 'object') return '';
  const json = JSON.stringify(value);
  return `\`${json.length > MAX_EXAMPLE ? `${json.slice(0, MAX_EXAMPLE - 2)}…"` : json}\``;
}

/** All values at a path of keys, `[]` and `*`. */
export function valuesAt(value: unknown, steps: readonly string[]): readonly unknown[] {
  const [step, ...rest] = steps;
  if (step === undefined) return value === undefined ? [] : [value];
  if (step === '[]') return Array.isArray(value) ? value.flatMap((entry) => valuesAt(entry, rest)) : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') return Object.values(value).flatMap((entry) => valuesAt(entry, rest));
  return valuesAt((value as Readonly<Record<string, unknown>>)[step], rest);
}
