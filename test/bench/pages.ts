import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CleaningError } from '../../lib/core/errors.ts';
import { decode } from '../../lib/core/read/decode.ts';
import { type GoldRow, pageFile, readGold } from '../../scripts/quality/gold.ts';

/** One page that all systems are given. */
export interface BenchPage extends GoldRow {
  readonly file: string;
}

/**
 * The chosen pages of one set, in the order of its gold file.
 *
 * @param ids Only pages with these ids, `<set>/<id>` or the id alone; `null` for all.
 */
export function readPages(bench: string, set: string, ids: ReadonlySet<string> | null): readonly BenchPage[] {
  const folder = join(bench, set);
  const name = set.replace(/^html\//, '');
  return readGold(join(folder, 'gold.jsonl'))
    .filter(({ id }) => ids === null || ids.has(id) || ids.has(`${name}/${id}`) || ids.has(`${set}/${id}`))
    .map((row) => ({ ...row, file: pageFile(folder, row.id) }))
    .filter(({ file }) => existsSync(file));
}

/** Bytes of a page as they were fetched. */
export function readBytes(page: BenchPage): Uint8Array {
  return gunzipSync(readFileSync(page.file));
}

/** Text of a page for systems that take no bytes, decoded as Winnow decodes it; what Winnow refuses is read as UTF-8. */
export function readText(page: BenchPage): string {
  const bytes = readBytes(page);
  try {
    return decode(bytes, { mediaType: 'text/html' }, {}, () => '').source.text;
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return Buffer.from(bytes).toString('utf8');
  }
}
