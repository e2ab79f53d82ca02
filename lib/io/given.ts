import type { SourceInfo } from '../core/source.ts';

/** Longest record id that is carried into the record, in UTF-16 units; S3 allows 2 KB of user metadata in all. */
const MAX_RECORD_ID_LENGTH = 1024;

const RFC_3339 = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/** One encoded word: `=?utf-8?B?...?=` or `=?utf-8?Q?...?=`. S3 answers so for metadata that is not ASCII. */
const ENCODED_WORD = /=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,2048})\?=(?:\s{1,4}(?==\?))?/gi;

/** What `encodeURIComponent` can have written; a plain URL has `:` or `/` and is not it. */
const PERCENT_ENCODED = /^[\w.!~*'()%-]+$/;
const PERCENT_ESCAPE = /%[0-9a-f]{2}/i;

/**
 * What the scraper said in the object's user metadata: `source-url`, `fetched-at` (RFC 3339) and `record-id`. Values may
 * be RFC 2047 encoded words or percent-encoded as a whole; what is not of the expected form is left out.
 */
export function givenMetadata(
  metadata: Readonly<Record<string, string>>,
): Pick<SourceInfo, 'url' | 'fetchedAt' | 'recordId'> {
  const url = decodeValue(metadata['source-url']);
  const fetchedAt = decodeValue(metadata['fetched-at']);
  const recordId = decodeValue(metadata['record-id']);
  return {
    ...(isWebUrl(url) && { url }),
    ...(RFC_3339.test(fetchedAt) && !Number.isNaN(Date.parse(fetchedAt)) && { fetchedAt }),
    ...(recordId !== '' && recordId.length <= MAX_RECORD_ID_LENGTH && { recordId }),
  };
}

/** A metadata value as its writer meant it, without control characters; `''` for none. Never throws. */
export function decodeValue(value: string | undefined): string {
  if (value === undefined) return '';
  const words = value.replace(ENCODED_WORD, (whole, charset: string, kind: string, text: string) =>
    decodeWord(charset, kind, text, whole),
  );
  return (
    percentDecode(words)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
      .trim()
      .normalize('NFC')
  );
}

function decodeWord(charset: string, kind: string, text: string, whole: string): string {
  try {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text);
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return whole;
  }
}

function quotedBytes(text: string): Buffer {
  const latin1 = text
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}

function percentDecode(value: string): string {
  if (!PERCENT_ENCODED.test(value) || !PERCENT_ESCAPE.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
