import { linesOf } from '../../lib/pipeline/shard/lines.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';

async function linesIn(text: string, chunkBytes: number, maxBytes = 8): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
  }
  const lines: string[] = [];
  for await (const line of linesOf(stream(), maxBytes)) lines.push(line.toString());
  return lines;
}

describe('lines of a stream', () => {
  const cases: [string, string[]][] = [
    ['', []],
    ['\n', ['']],
    ['one', ['one']],
    ['one\ntwo\n', ['one', 'two']],
    ['\n\none\r\n\ntwo', ['', '', 'one\r', '', 'two']],
    ['12345678\n123456789\n12345678', ['12345678', 'too-long', '12345678']],
    ['123456789012345678901234567890', ['too-long']],
    ['ä\nöüß', ['ä', 'öüß']],
  ];

  it.each(cases)('of %j do not depend on its chunks', async (text, expected) => {
    for (const chunkBytes of [1, 2, 3, 7, 100]) expect(await linesIn(text, chunkBytes)).toEqual(expected);
  });

  it('leaves the stream when the lines are left', async () => {
    let isLeft = false;
    async function* stream(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('line\n');
      } finally {
        isLeft = true;
      }
    }
    for await (const _ of linesOf(stream(), 8)) break;
    expect(isLeft).toBe(true);
  });

  it('holds a line in many small chunks only once', async () => {
    const bytes = 16 * 1024 * 1024;
    const start = cpuMilliseconds();
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes; at += 4096) yield Buffer.alloc(4096, 'x');
    }
    for await (const line of linesOf(stream(), bytes)) expect(line).toHaveLength(bytes);
    // Copied at every chunk it would be 32 GiB, which no machine copies in that time; a busy one took three seconds for the 16 MiB.
    expect(cpuMilliseconds() - start).toBeLessThan(5000);
  });
});
