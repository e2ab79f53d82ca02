/** Drafts a case of a page as it is cleaned now: `npm run case -- SLUG FILE`. A person then says what must come out. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createCleaner } from '../lib/core/clean.ts';
import { createExplainer } from '../lib/core/explain.ts';
import { draftCase } from '../lib/inspector/case-folder.ts';
import { inspectBody, kindOfName } from '../lib/inspector/inspect.ts';
import { writeCase } from '../lib/inspector/write-case.ts';
import { sha256 } from '../lib/io/sha256.ts';

const [slug = '', file = ''] = process.argv.slice(2);
if (slug === '' || file === '') throw new Error('expected npm run case -- dated-footer page.html');
const { kind, mediaType } = kindOfName(file);
const info = { uri: basename(file), ...(mediaType !== undefined && { mediaType }) };
const parts = { clean: createCleaner(sha256), explain: createExplainer(sha256), sha256 };
const [inspected] = inspectBody(basename(file), readFileSync(file), kind, info, parts);
if (inspected === undefined) throw new Error(`expected an article in ${file}`);
const why = 'to be said: what must stay or go, and how it is told from its opposite';
const folder = await writeCase(draftCase(inspected, null, { slug, why }), 'test/cases');
console.log(`${folder}: correct expected.json, fill in case.json and set "reviewed" to true`);
