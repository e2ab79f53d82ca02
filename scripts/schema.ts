/** Writes `schema/*.schema.json` from the types of the record and of site rules; with `--check`, tells which file is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const RECORD = 'lib/core/record.ts';

/** The published schemas: file name to the type it is made of, with its file, and title. */
export const SCHEMAS = {
  'article-record.schema.json': { path: RECORD, type: 'ArticleRecord', title: 'Winnow article record 1.0' },
  'quarantine-record.schema.json': { path: RECORD, type: 'QuarantineRecord', title: 'Winnow quarantine record 1.0' },
  'site-rule.schema.json': { path: 'lib/core/site/site-rule.ts', type: 'SiteRule', title: 'Winnow site rule' },
} as const;

export type SchemaFile = keyof typeof SCHEMAS;

/** The text of one schema file, as it must stand in the folder `schema`. */
export function generateSchema(file: SchemaFile): string {
  const { path, type, title } = SCHEMAS[file];
  const generator = createGenerator({
    path,
    tsconfig: 'tsconfig.json',
    type,
    topRef: false,
    sortProps: false,
    additionalProperties: false,
    // The project's own compiler checks the types; the generator brings another version.
    skipTypeCheck: true,
  });
  const { $schema, ...schema } = generator.createSchema(type);
  const named = { $schema, $id: `urn:winnower:${file}`, title, ...schema };
  return `${JSON.stringify(named, withIntegers, 2)}\n`;
}

/** TypeScript has no whole numbers: a number tagged `@multipleOf 1` is the schema's integer. */
function withIntegers(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('multipleOf' in value) || value.multipleOf !== 1) return value;
  const { multipleOf: _, ...rest } = value;
  return { ...rest, type: 'integer' };
}

function run(check: boolean): void {
  for (const file of Object.keys(SCHEMAS) as SchemaFile[]) {
    const path = `schema/${file}`;
    const text = generateSchema(file);
    if (!check) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${path} is stale: run npm run schema`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1]?.endsWith('schema.ts')) run(process.argv.includes('--check'));
