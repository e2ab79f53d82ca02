import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { unstreamedEncoding } from '../../lib/pipeline/shard/unpack.ts';
import { KEY, lines, PART_ROWS, setUp } from '../support/shard-run.ts';

const ROWS = Array.from({ length: PART_ROWS * 2 }, (_, number) =>
  JSON.stringify({ text: `The ferry number ${number} to Holm leaves at seven every morning.` }),
).join('\n');

/** The four first bytes of zstd (RFC 8878), and what no text holds. */
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0xff, 0xfe, 0x00, 0x80]);

/** As a shard that is larger than an invocation can hold. */
const begun = (ref: ObjectRef): ObjectRef => ({ ...ref, fromPart: 0 });

describe('the Content-Encoding of a shard', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    ['GZIP', undefined],
    ['aws-chunked, x-gzip', undefined],
    ['identity', undefined],
    ['br', 'br'],
    ['gzip, deflate', 'deflate'],
    ['zstd,gzip', 'zstd'],
  ])('of %p leaves %p for other ways than a stream', (header, encoding) => {
    expect(unstreamedEncoding(header)).toBe(encoding);
  });

  it('of gzip makes parts', async () => {
    const { store, run } = setUp();
    await run(store.upload('raw', KEY, gzipSync(ROWS), { contentEncoding: 'gzip' }));
    expect(lines(store)).toHaveLength(PART_ROWS * 2);
  });

  it('of another kind makes one output, where the object can be held', async () => {
    const { store, run } = setUp();
    await run(store.upload('raw', KEY, brotliCompressSync(ROWS), { contentEncoding: 'br' }));
    expect(store.keys('clean')).toEqual([`${KEY}.jsonl.gz`]);
  });

  it.each([
    ['br', brotliCompressSync(ROWS)],
    ['zstd', ZSTD],
  ])('of %s is refused by its name, where the object cannot', async (contentEncoding, body) => {
    const { store, run } = setUp();
    await run(begun(store.upload('raw', KEY, body, { contentEncoding })));
    expect(lines(store)).toEqual([expect.objectContaining({ outcome: 'quarantined', reason: 'unsupported-type' })]);
    expect(lines(store)[0]?.message).toContain(`got "${contentEncoding}"`);
  });

  it('is passed over where the body is text', async () => {
    const { store, run } = setUp();
    await run(begun(store.upload('raw', KEY, ROWS, { contentEncoding: 'br' })));
    const texts = ROWS.split('\n').map((row) => (JSON.parse(row) as { text: string }).text);
    expect(lines(store).map((line) => line.text)).toEqual(texts);
  });
});
