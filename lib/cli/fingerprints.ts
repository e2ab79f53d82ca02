import { CleaningError } from '../core/errors.ts';
import { readScrapedRecord } from '../core/read/records.ts';
import type { Fingerprint } from '../core/record.ts';
import type { SourceInfo } from '../core/source.ts';
import { cleanArticle } from '../index.ts';
import { type Container, containerOf, encodingOf } from '../io/container.ts';
import { decompress } from '../io/decompress.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from '../pipeline.ts';
import { type InputStore, nameOf } from './input-store.ts';
import type { Inputs } from './inputs.ts';

/** A text by its name on the command line; `FILE#3` is the third line of a file of many. */
export interface NamedFingerprint {
  readonly name: string;
  readonly fingerprint: Fingerprint;
}

/** The fingerprint of a text, or why there is none. */
export type FingerprintAnswer = NamedFingerprint | { readonly name: string; readonly error: Error };

/**
 * Fingerprints of all texts of one file: of its records as `winnow clean` writes them, or of what cleaning makes of it.
 *
 * @throws CleaningError when the file as a whole cannot be read; errors of the platform pass.
 */
export async function readFingerprints(
  input: Inputs['files'][number],
  store: InputStore,
): Promise<readonly FingerprintAnswer[]> {
  const name = nameOf(input);
  const object = await store.get(input, { maxBytes: DEFAULT_MAX_BYTES });
  const body = decompress(object.body, encodingOf(input.key), DEFAULT_MAX_DECOMPRESSED_BYTES, name);
  const container = containerOf(body, object.contentType, input.key, name);
  const info: SourceInfo = { uri: name, key: input.key };
  if (container.kind === 'article') return [{ name, fingerprint: fingerprintOfArticle(body, container, info) }];
  const json = new TextDecoder().decode(body);
  if (container.kind === 'record') return [{ name, fingerprint: fingerprintOfJson(json, info) }];
  const lines = json.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  return lines.map(({ line, number }) => answerLine(line, `${name}#${number}`, { ...info, recordIndex: number - 1 }));
}

/** One bad line does not stop the others. */
function answerLine(line: string, name: string, info: SourceInfo): FingerprintAnswer {
  try {
    return { name, fingerprint: fingerprintOfJson(line, info) };
  } catch (error) {
    if (error instanceof CleaningError) return { name, error };
    throw error;
  }
}

function fingerprintOfArticle(body: Uint8Array, { mediaType }: Container, info: SourceInfo): Fingerprint {
  return cleanArticle(body, { ...info, ...(mediaType !== undefined && { mediaType }) }, LIMITS).fingerprint;
}

const LIMITS = { maxBytes: DEFAULT_MAX_DECOMPRESSED_BYTES };

function fingerprintOfJson(json: string, info: SourceInfo): Fingerprint {
  const known = fingerprintIn(json);
  if (known !== null) return known;
  const scraped = readScrapedRecord(json, info);
  return cleanArticle(scraped.body, scraped.info, LIMITS).fingerprint;
}

/** The fingerprint of a record that was cleaned before; `null` for any other JSON. */
function fingerprintIn(json: string): Fingerprint | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // What is no JSON is told by the reader of scraped records, which names the place.
    return null;
  }
  const fingerprint = propertyOf(value, 'fingerprint');
  const [sha256, simhash, paragraphs] = ['sha256', 'simhash', 'paragraphs'].map((key) => propertyOf(fingerprint, key));
  if (typeof sha256 !== 'string' || typeof simhash !== 'string' || !Array.isArray(paragraphs)) return null;
  if (!/^[0-9a-f]{16}$/.test(simhash) || !paragraphs.every((hash) => typeof hash === 'string')) return null;
  return { sha256, simhash, paragraphs };
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
