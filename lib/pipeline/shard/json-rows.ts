import { readScrapedRecord } from '../../core/read/records.ts';
import { decodeUtf8 } from '../../core/read/strict-utf8.ts';
import { linesOf } from './lines.ts';
import { type Row, unreadable } from './row.ts';

/** Lines that hold more than white space. One longer than `maxBytes` is passed over without being held. */
export async function* jsonRows(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<Row> {
  for await (const line of linesOf(stream, maxBytes)) {
    if (line === 'too-long') {
      yield unreadable('too-large', `expected a line of at most ${maxBytes} bytes, got more (${name})`, maxBytes);
    } else if (line.some((byte) => byte > 0x20)) {
      yield { bytes: line.length, read: (base) => readScrapedRecord(decodeUtf8(line, base), base) };
    }
  }
}
