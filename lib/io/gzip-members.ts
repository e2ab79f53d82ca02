import { crc32, inflateRawSync } from 'node:zlib';

/** Flags of a member's header: what follows its first ten bytes. */
const FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;
const MEMBER_START = Buffer.from([0x1f, 0x8b, 8]);
const FIXED_BYTES = 10;
/** CRC-32 and length of the content. */
const TRAILER_BYTES = 8;

/** Bytes behind the last member that are taken for padding or a mark; more of them might be a member that is damaged. */
const MAX_JUNK_BYTES = 4096;

/** What Node says of a member whose header is none, so that it must be another than the first of a body that begins with one. */
const NO_HEADER = /^Error: (?:incorrect header check|unknown compression method|unknown header flags set)$/;

/** Whether unpacking failed at what stands where a further member of gzip would begin. */
export function isBehindMembers(error: unknown): boolean {
  return NO_HEADER.test(String(error));
}

/** Whether unpacking ended at its bound. */
export function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/**
 * Unpacks the members of gzip that a body begins with, and passes over a little junk behind them, as gzip itself does.
 *
 * @returns `null` where not even the first is whole, and where what stands behind them may be a further one.
 * @throws RangeError `ERR_BUFFER_TOO_LARGE` beyond `maxOutputLength` bytes.
 * @see RFC 1952
 */
export function gunzipMembers(
  body: Uint8Array,
  { maxOutputLength }: { readonly maxOutputLength: number },
): Uint8Array | null {
  const contents: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  while (body[at] === 0x1f && body[at + 1] === 0x8b && body[at + 2] === 8) {
    const start = endOfHeader(body, at);
    // One byte more than is left: a full member of nothing has a bound of at least one.
    const member = inflateMember(body.subarray(start), maxOutputLength - size + 1);
    if (member === null) break;
    size += member.content.length;
    if (size > maxOutputLength) throw Object.assign(new RangeError('too much'), { code: 'ERR_BUFFER_TOO_LARGE' });
    contents.push(member.content);
    at = start + member.bytes;
  }
  const isJunk = body.length - at <= MAX_JUNK_BYTES && Buffer.from(body.subarray(at)).indexOf(MEMBER_START) < 0;
  return contents.length > 0 && isJunk ? Buffer.concat(contents) : null;
}

function endOfHeader(body: Uint8Array, from: number): number {
  const flags = body[from + 3] ?? 0;
  let at = from + FIXED_BYTES;
  if (flags & FLAG.extra) at += 2 + (body[at] ?? 0) + 256 * (body[at + 1] ?? 0);
  for (const flag of [FLAG.name, FLAG.comment]) if (flags & flag) at = endOfText(body, at);
  return flags & FLAG.headerCrc ? at + 2 : at;
}

function endOfText(body: Uint8Array, from: number): number {
  const end = body.indexOf(0, from);
  return end < 0 ? body.length : end + 1;
}

interface Member {
  readonly content: Uint8Array;
  /** Of the packed content and the trailer. */
  readonly bytes: number;
}

/** `null` for a member that is cut or damaged. */
function inflateMember(packed: Uint8Array, maxOutputLength: number): Member | null {
  try {
    const { buffer, engine } = inflateRawSync(packed, { maxOutputLength, info: true }) as unknown as Inflated;
    const end = engine.bytesWritten;
    const trailer = Buffer.from(packed.subarray(end, end + TRAILER_BYTES));
    if (trailer.length < TRAILER_BYTES || trailer.readUInt32LE(0) !== crc32(buffer)) return null;
    return { content: buffer, bytes: end + TRAILER_BYTES };
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return null;
  }
}

/** What `info` makes Node return, which its types do not tell; `bytesWritten` are those that were read. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
