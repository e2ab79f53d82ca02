import { readFileSync, writeFileSync } from 'node:fs';
import { recordDocument } from './document.ts';

writeFileSync('docs/record.md', recordDocument(JSON.parse(readFileSync('schema/article-record.schema.json', 'utf8'))));
