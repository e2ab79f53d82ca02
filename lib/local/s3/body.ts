import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import type { Blob, BlobFolder } from './blob.ts';
import { decodeChunks } from './chunked.ts';
import { S3Error } from './errors.ts';

/** Largest body of one PUT. */
const MAX_PUT_BYTES = 5 * 1024 ** 3;

/** Checksums that are computed and compared; crc32c and crc64nvme are kept and given back for the client to compare. */
const VERIFIED = ['crc32', 'sha1', 'sha256'] as const;
const CHECKSUM_HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

/** A body that was received whole and agrees with every digest that came with it. */
export interface ReceivedBody {
  readonly blob: Blob;
  /** Lower-case hex. */
  readonly md5: string;
  /** By header name, `x-amz-checksum-crc32` and the like. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Digests of bytes as they pass. */
class Digests {
  readonly #hashes = { md5: createHash('md5'), sha1: createHash('sha1'), sha256: createHash('sha256') };
  #crc32 = 0;
  size = 0;

  async *pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.size += chunk.length;
      if (this.size > MAX_PUT_BYTES) throw new S3Error('EntityTooLarge', 'expected at most 5 GiB in one PUT');
      for (const hash of Object.values(this.#hashes)) hash.update(chunk);
      this.#crc32 = crc32(chunk, this.#crc32);
      yield chunk;
    }
  }

  /** Call once, after the last byte. */
  finish(): Readonly<Record<'md5' | 'sha1' | 'sha256' | 'crc32', Buffer>> {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(this.#crc32);
    const { md5, sha1, sha256 } = this.#hashes;
    return { md5: md5.digest(), sha1: sha1.digest(), sha256: sha256.digest(), crc32: sum };
  }
}

/**
 * Receives the body of a request, plain or `aws-chunked`.
 *
 * @throws S3Error `BadDigest`, `InvalidDigest`, `XAmzContentSHA256Mismatch`, `IncompleteBody`
 */
export async function receiveBody(request: IncomingMessage, folder: BlobFolder): Promise<ReceivedBody> {
  const { headers } = request;
  const digests = new Digests();
  const trailers = new Map<string, string>();
  const payload = isChunked(headers) ? decodeChunks(request, trailers) : request;
  const blob = await folder.store(digests.pass(payload));
  const declared = headers['x-amz-decoded-content-length'];
  if (declared !== undefined && Number(declared) !== blob.size) {
    throw new S3Error('IncompleteBody', `expected ${String(declared)} bytes, got ${blob.size}`);
  }
  const actual = digests.finish();
  checkMd5(headers['content-md5'], actual.md5);
  checkPayloadHash(headers['x-amz-content-sha256'], actual.sha256);
  const checksums = readChecksums(headers, trailers);
  for (const algorithm of VERIFIED) {
    const expected = checksums[`x-amz-checksum-${algorithm}`];
    if (expected !== undefined && expected !== actual[algorithm].toString('base64')) {
      throw new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
    }
  }
  return { blob, md5: actual.md5.toString('hex'), checksums };
}

function isChunked(headers: IncomingHttpHeaders): boolean {
  const hash = headers['x-amz-content-sha256'];
  return (
    (typeof hash === 'string' && hash.startsWith('STREAMING-')) ||
    /(?:^|,)\s*aws-chunked\s*(?:,|$)/.test(headers['content-encoding'] ?? '')
  );
}

function checkMd5(header: string | string[] | undefined, actual: Buffer): void {
  if (typeof header !== 'string') return;
  const expected = Buffer.from(header, 'base64');
  if (expected.length !== 16) throw new S3Error('InvalidDigest', 'The Content-MD5 you specified is not valid.');
  if (!expected.equals(actual)) throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match.');
}

function checkPayloadHash(header: string | string[] | undefined, actual: Buffer): void {
  if (typeof header !== 'string' || !/^[0-9a-f]{64}$/.test(header)) return;
  if (header !== actual.toString('hex')) {
    throw new S3Error('XAmzContentSHA256Mismatch', 'The provided x-amz-content-sha256 does not match the body.');
  }
}

function readChecksums(headers: IncomingHttpHeaders, trailers: ReadonlyMap<string, string>): Record<string, string> {
  const given = [...Object.entries(headers), ...trailers];
  return Object.fromEntries(
    given.flatMap(([name, value]) => (CHECKSUM_HEADER.test(name) && typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The whole body of a small request, such as an XML document. */
export async function receiveText(request: IncomingMessage, folder: BlobFolder): Promise<Buffer> {
  const { blob } = await receiveBody(request, folder);
  if (blob.kind !== 'memory') throw new S3Error('EntityTooLarge', 'expected a document of at most 1 MiB');
  return blob.bytes;
}
