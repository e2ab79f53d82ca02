import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleRecord, cleanArticle } from '../../lib/index.ts';

const FOLDER = join(__dirname, '../cases');
const MEDIA_TYPES: Readonly<Record<string, string>> = { html: 'text/html', txt: 'text/plain', md: 'text/markdown' };

/** The record of each gold case, made when asked for, by the name of its folder. */
export const caseRecords: readonly (readonly [string, () => ArticleRecord])[] = readdirSync(FOLDER, {
  withFileTypes: true,
}).flatMap((entry) => {
  if (!entry.isDirectory()) return [];
  const input = readdirSync(join(FOLDER, entry.name)).find((name) => name.startsWith('input.')) ?? '';
  const mediaType = MEDIA_TYPES[input.slice('input.'.length)] ?? '';
  const make = () => cleanArticle(readFileSync(join(FOLDER, entry.name, input)), { mediaType });
  return [[`the case ${entry.name}`, make] as const];
});
