import { readScrapedRecord } from '../../core/read/records.ts';
import { decodeUtf8 } from '../../core/read/strict-utf8.ts';
import { ByteReader } from './byte-reader.ts';
import { type Row, unreadable } from './row.ts';

/** Lines that hold more than white space. One longer than `maxBytes` is passed over without being held. */
export async function* jsonRows(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<Row> {
  const reader = new ByteReader(stream);
  try {
    for (;;) {
      const line = await reader.until('\n', maxBytes);
      if (line === null) return;
      if (line === 'too-long') {
        await reader.skipPast('\n');
        yield unreadable('too-large', `expected a line of at most ${maxBytes} bytes, got more (${name})`, maxBytes);
      } else if (line.some((byte) => byte > 0x20)) {
        yield { bytes: line.length, read: (base) => readScrapedRecord(decodeUtf8(line, base), base) };
      }
    }
  } finally {
    await reader.close();
  }
}
