import { gunzipSync } from 'node:zlib';
import { toJson } from '../../lib/io/json-line.ts';
import type { StoredObject } from '../../lib/io/ports.ts';
import { activeInHtml, activeInMarkdown, isSafeUrl, isStable } from './active-content.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A broken invariant, by its name in the manifest, with what was seen. */
export type Failure = readonly [invariant: string, what: string];

/** Controls in the text of an output, where JSON could have escaped them; the source key is in a record as it is. */
const RAW_CONTROL = /[^\P{Cc}\n]|\ufeff/u;
const BAD_CHARACTER = /[^\P{Cc}\n\t]|\ufeff/u;

/** The JSON of an output, one value a line, with what is wrong with its bytes. */
export function readOutput(output: StoredObject): { readonly records: readonly Json[]; readonly failures: Failure[] } {
  const failures: Failure[] = [];
  const records: Json[] = [];
  const bytes = output.contentEncoding === 'gzip' ? gunzipSync(output.body) : output.body;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (RAW_CONTROL.test(text)) failures.push(['valid-utf8', 'a control character that is not escaped']);
    for (const line of text.split('\n').slice(0, -1)) records.push(readLine(line, failures));
    if (!text.endsWith('\n')) failures.push(['valid-json', 'no line feed at the end']);
  } catch (error) {
    failures.push(['valid-utf8', String(error)]);
  }
  return { records, failures };
}

/** A line of `JSON.stringify` comes back from a parse unchanged, unless it has a key twice or anything but JSON. */
function readLine(line: string, failures: Failure[]): Json {
  try {
    const value = JSON.parse(line) as Json;
    if (toJson(value) !== line) failures.push(['valid-json', 'not the text that its value writes']);
    return value;
  } catch {
    failures.push(['valid-json', 'no JSON']);
    return null;
  }
}

/** Every string of a value, keys too, with the name of the field it stands in. */
export function* stringsOf(value: Json, field = ''): Generator<readonly [field: string, text: string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item, field);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield ['', key];
      yield* stringsOf(item, key);
    }
  }
}

/** Checks every string of one output record. */
export function checkRecord(record: Json): Failure[] {
  const failures: Failure[] = [];
  for (const [field, text] of stringsOf(record)) {
    if (!text.isWellFormed()) failures.push(['valid-utf8', `lone surrogate in ${field}`]);
    const bad = field === 'key' ? null : BAD_CHARACTER.exec(text);
    if (bad) failures.push(['valid-utf8', `U+${bad[0].codePointAt(0)?.toString(16).padStart(4, '0')} in ${field}`]);
    if (/^(?:url|canonicalUrl)$/.test(field) && !isSafeUrl(text)) failures.push(['no-active', `URL in ${field}`]);
    if (field === 'html') {
      failures.push(...activeInHtml(text).map((what) => ['no-active', `${what} in html`] as const));
      if (!isStable(text)) failures.push(['stable', 'html changes when it is parsed again']);
    }
    if (field === 'markdown') {
      failures.push(...activeInMarkdown(text).map((what) => ['no-active', `${what} in markdown`] as const));
    }
  }
  return failures;
}
