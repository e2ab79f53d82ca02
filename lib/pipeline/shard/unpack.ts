import { createGunzip } from 'node:zlib';
import { CleaningError } from '../../core/errors.ts';
import { encodingsOf, isText } from '../../io/decompress.ts';

/** Layers of gzip that are taken off: an encoding put on a `.gz` file makes two. */
const MAX_LAYERS = 2;

/** Bytes unpacked at a time: gzip makes them a thousand times as many at most. */
const PIECE_BYTES = 16 * 1024;

/** The last of the declared Content-Encodings that is not taken off a stream; `undefined` for none. */
export function unstreamedEncoding(contentEncoding: string | null): string | undefined {
  return encodingsOf(contentEncoding).findLast((encoding) => encoding !== 'gzip' && encoding !== 'x-gzip');
}

/**
 * Takes gzip off a stream, of one member or many, where its first bytes show it.
 *
 * @param contentEncoding The header. What it declares and the first bytes do not show is passed over, if they are text.
 * @throws CleaningError `decompression-error` for what is no whole gzip, `unsupported-type` for another encoding; what
 *   the stream throws goes through.
 */
export async function* unpack(
  stream: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
  name: string,
  layer = 0,
): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]();
  const { done, value: first } = await source.next();
  if (done) return;
  const whole = prepend(first, source);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b && first[2] === 8;
  if (isGzip && layer < MAX_LAYERS) {
    yield* unpack(gunzip(whole, name), contentEncoding, name, layer + 1);
    return;
  }
  const other = unstreamedEncoding(contentEncoding);
  if (other === undefined || isText(first, true)) {
    yield* whole;
    return;
  }
  await source.return?.();
  throw new CleaningError(
    'unsupported-type',
    `expected Content-Encoding gzip for a shard of this size, got "${other.slice(0, 40)}" (${name})`,
  );
}

async function* prepend(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (;;) {
      const { done, value } = await rest.next();
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

/** Everything that stands before a broken place comes out before the error: a stream that is read as one would drop it. */
async function* gunzip(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const unzipped = createGunzip();
  const out: Buffer[] = [];
  let failure: Error | null = null;
  unzipped.on('data', (chunk: Buffer) => out.push(chunk));
  unzipped.on('error', (error) => {
    failure = error;
  });
  const closed = new Promise<void>((resolve) => unzipped.once('close', () => resolve()));
  const feed = (piece: Uint8Array): Promise<void> =>
    Promise.race([new Promise<void>((resolve) => unzipped.write(piece, () => resolve())), closed]);
  try {
    for await (const chunk of stream) {
      for (let start = 0; start < chunk.length && !failure; start += PIECE_BYTES) {
        await feed(chunk.subarray(start, start + PIECE_BYTES));
        yield* out.splice(0);
      }
      if (failure) break;
    }
    if (!failure) unzipped.end();
    await closed;
    yield* out.splice(0);
    if (failure) throw asCleaningError(failure, name);
  } finally {
    unzipped.destroy();
  }
}

function asCleaningError(cause: Error, name: string): CleaningError {
  const message = `expected a whole gzip body, got "${cause.message}" (${name})`;
  return new CleaningError('decompression-error', message, { cause });
}
