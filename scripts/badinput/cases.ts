import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';

export type OutcomeName = 'cleaned' | 'quarantined' | 'ignored';

/** A long body, written down short: prefix, unit repeated `count` times, suffix, all base64; then gzip if so. */
interface Recipe {
  readonly prefix_b64: string;
  readonly unit_b64: string;
  readonly count: number;
  readonly suffix_b64: string;
  readonly gzip: boolean;
}

/** One object, or one queue message, with what may become of it. The names are those of `expected.jsonl`. */
export interface BadInputCase {
  readonly name: string;
  readonly group: string;
  readonly file?: string;
  readonly recipe?: Recipe;
  /** The body of the queue message itself, in place of an object. */
  readonly event_file?: string;
  /** The key as an event gives it, URL-encoded. */
  readonly event_key: string;
  /** The key as the uploader named it. */
  readonly key: string;
  readonly content_type: string | null;
  readonly content_encoding: string | null;
  /** The best outcome. */
  readonly expect: OutcomeName;
  readonly accept: readonly OutcomeName[];
  /** Reason codes of which a quarantine must name one. */
  readonly reasons: readonly string[];
  /** Sentences of which the text of the clean output must hold each. */
  readonly contain: readonly string[];
  /** Sentences that only the best output holds. */
  readonly bonus: readonly string[];
  /** Strings that no output and no log may hold. */
  readonly absent: readonly string[];
  /** Records cleaned and records quarantined one by one; `null` where it does not matter. */
  readonly records: number | null;
  readonly bad_records: number | null;
  readonly limits: { readonly time_ms: number; readonly rss_mb: number; readonly out_ratio: number };
  readonly invariants: readonly string[];
}

/** Cases of a folder in order; `null` when it is not there or is no such folder. */
export async function readCases(folder: string): Promise<readonly BadInputCase[] | null> {
  const expected = join(folder, 'expected.jsonl');
  if (!existsSync(expected)) return null;
  const cases: BadInputCase[] = [];
  for await (const line of createInterface({
    input: createReadStream(expected),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() !== '') cases.push(JSON.parse(line) as BadInputCase);
  }
  return cases;
}

/** The file that holds the bytes of a case; one made from a recipe is written to `scratch`, which is overwritten. */
export function bodyFile(folder: string, one: BadInputCase, scratch: string): string {
  const { recipe } = one;
  if (recipe === undefined) return join(folder, one.file ?? one.event_file ?? '');
  const [prefix, unit, suffix] = [recipe.prefix_b64, recipe.unit_b64, recipe.suffix_b64].map((part) =>
    Buffer.from(part, 'base64'),
  ) as [Buffer, Buffer, Buffer];
  const whole = Buffer.concat([prefix, Buffer.alloc(unit.length * recipe.count, unit), suffix]);
  writeFileSync(scratch, recipe.gzip ? gzipSync(whole) : whole);
  return scratch;
}
