import fc from 'fast-check';
import { type Line, splitLines } from '../../lib/cli/lines.ts';

const LIMIT = 1000;

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function split(input: AsyncIterable<Uint8Array>, maxBytes = LIMIT): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of splitLines(input, maxBytes)) lines.push(describeLine(line));
  return lines;
}

function describeLine(line: Line): string {
  return 'bytes' in line ? Buffer.from(line.bytes).toString('utf8') : `too long: ${line.tooLongBytes}`;
}

describe('splitLines', () => {
  it('joins a line that arrives in several chunks', async () => {
    expect(await split(chunks('on', 'e\ntw', 'o\n'))).toEqual(['one', 'two']);
  });

  it('keeps U+2028, U+2029, U+0085 and CR inside a line', async () => {
    const line = 'a\u2028b\u2029c\u0085d\re';
    expect(await split(chunks(`${line}\nnext`))).toEqual([line, 'next']);
  });

  it('gives the last line when no line feed ends it, and none for an empty stream', async () => {
    expect(await split(chunks('one\n\ntwo'))).toEqual(['one', '', 'two']);
    expect(await split(chunks())).toEqual([]);
  });

  it('reports the size of a line over the limit and goes on behind it', async () => {
    expect(await split(chunks('123456', '7890', '1\nab\n'), 10)).toEqual(['too long: 11', 'ab']);
    expect(await split(chunks('1234567890\n12345678901'), 10)).toEqual(['1234567890', 'too long: 11']);
  });

  it('reads no further than the line asked for', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for (; read < 1000; read++) yield Buffer.from('line\n');
    }
    const lines = splitLines(counted(), LIMIT);
    await lines.next();
    await lines.next();
    await lines.return();
    expect(read).toBeLessThanOrEqual(2);
  });

  it('finds the same lines however the bytes are cut into chunks', async () => {
    const line = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\n', ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        async (lines, sizes) => {
          const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
          const parts: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = sizes[turn % sizes.length] ?? 1;
            parts.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(await split(chunks(...parts))).toEqual(lines.map((text) => Buffer.from(text).toString('utf8')));
        },
      ),
    );
  });
});
