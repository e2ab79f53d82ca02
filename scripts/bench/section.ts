import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');

/** Writes text between `<!-- NAME -->` and `<!-- end of NAME -->` of docs/benchmarks.md. @throws Error where these are not there. */
export function writeSection(name: string, text: string): void {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const document = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`expected ${start} and ${end} in ${DOCUMENT}`);
  writeFileSync(DOCUMENT, `${document.slice(0, from)}${start}\n\n${text}\n\n${document.slice(to)}`);
}
