import { CleaningError } from '../../core/errors.ts';
import { readWarc } from '../../io/warc.ts';
import { toScraped } from '../rows.ts';
import type { Row } from './row.ts';

/** The records of a WARC file that hold a page. @param stream Unpacked. */
export async function* warcRows(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<Row> {
  for await (const page of readWarc(stream, maxBytes, name)) {
    yield { bytes: page instanceof CleaningError ? 0 : page.body.length, read: (base) => toScraped(page, base) };
  }
}
