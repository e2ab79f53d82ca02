import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const FOLDER = join(__dirname, '../../schema');

const compile = (file: string): ValidateFunction =>
  new Ajv({ allErrors: true, strict: true }).compile(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));

const validators = {
  record: compile('article-record.schema.json'),
  quarantine: compile('quarantine-record.schema.json'),
};

/** Fails the test, naming each wrong key, unless the value as JSON is an ArticleRecord of the published schema. */
export function expectValidRecord(record: unknown): void {
  expect(schemaErrors(record, 'record')).toEqual([]);
}

/** Fails the test, naming each wrong key, unless the value as JSON is a QuarantineRecord of the published schema. */
export function expectValidQuarantine(record: unknown): void {
  expect(schemaErrors(record, 'quarantine')).toEqual([]);
}

/** What the schema finds wrong, as `/path message`; judged as JSON, in which keys that are `undefined` are missing. */
export function schemaErrors(value: unknown, kind: keyof typeof validators): string[] {
  const validate = validators[kind];
  if (validate(JSON.parse(JSON.stringify(value)))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
