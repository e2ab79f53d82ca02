import { readScrapedRecord } from '../../core/read/records.ts';
import { decodeUtf8 } from '../../core/read/strict-utf8.ts';
import { jsonTexts } from '../json-sequence.ts';
import { linesOf } from './lines.ts';
import { type Row, unreadable } from './row.ts';

/** JSON texts that are more than white space, as a rule one a line. One longer than `maxBytes` is passed over without being held. */
export async function* jsonRows(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<Row> {
  for await (const line of jsonTexts(linesOf(stream, maxBytes), maxBytes)) {
    if (line === 'too-long') {
      yield unreadable('too-large', `expected a line of at most ${maxBytes} bytes, got more (${name})`, maxBytes);
    } else if (line.some((byte) => byte > 0x20)) {
      yield { bytes: line.length, read: (base) => readScrapedRecord(decodeUtf8(line, base), base) };
    }
  }
}
