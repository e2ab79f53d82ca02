import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { RemovalClass } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { unescapeSource } from '../core/render/escape.ts';
import { restore } from '../core/render/restore.ts';
import { sha256 } from '../io/sha256.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** The part of a record that restoring needs. */
type Restorable = Pick<ArticleRecord, 'blocks' | 'removed' | 'layout' | 'provenance'>;

/**
 * Runs `winnow restore`: writes the source text of a record to standard output, and to standard error whether it is
 * what came in. 1 when it is not.
 *
 * @param path File with one record; `-` for standard input.
 * @param classes Only removals of these classes are put back among the article; empty for the whole source.
 * @throws CommandError when the file holds no record.
 */
export async function runRestore(path: string, classes: readonly RemovalClass[], streams: Streams): Promise<ExitCode> {
  const record = parseRecord(path === '-' ? await text(streams.stdin) : await readFile(path, 'utf8'), path);
  if (classes.length > 0) {
    streams.stdout.write(`${withClasses(record, classes)}\n`);
    return 0;
  }
  const source = restore(record);
  const verdict = verify(source, record);
  streams.stdout.write(verdict.source);
  streams.stderr.write(`winnow: ${path}: ${verdict.message}\n`);
  return verdict.matches ? 0 : 1;
}

interface Verdict {
  readonly matches: boolean;
  readonly message: string;
  /** With the byte order mark, where only that gives the bytes that came in. */
  readonly source: string;
}

/** Compares with the hash of what came in, where the record tells the bytes: text and Markdown in UTF-8. */
function verify(source: string, { layout, provenance }: Restorable): Verdict {
  const unverified = (why: string): Verdict => ({ matches: true, message: `not verified: ${why}`, source });
  if (layout === undefined) return unverified('a record of HTML holds the text of the page, not its markup');
  if (provenance.charset !== 'utf-8') return unverified(`the source was in ${provenance.charset}, this is UTF-8`);
  for (const candidate of [source, BYTE_ORDER_MARK + source]) {
    if (sha256(candidate) === provenance.sha256) {
      return { matches: true, message: `verified: sha256 ${provenance.sha256}`, source: candidate };
    }
  }
  const message = `differs from the source, whose sha256 is ${provenance.sha256}: the record was changed, or the source held bytes that are not text`;
  return { matches: false, message, source };
}

/** The article with some of what was left out in its place, one blank line between the pieces. */
function withClasses({ blocks, removed, layout }: Restorable, classes: readonly RemovalClass[]): string {
  const chosen = removed.filter((piece) => classes.includes(piece.class));
  const readable = chosen.map((piece) => ({
    ...piece,
    text: layout === undefined ? piece.text : unescapeSource(piece.text),
  }));
  return restore({ blocks, removed: readable });
}

function parseRecord(json: string, path: string): Restorable {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new CommandError(
      1,
      `expected one record as JSON in ${path}; of many, pass one line: sed -n 1p FILE | winnow restore -`,
    );
  }
  if (!isRestorable(value)) {
    throw new CommandError(1, `expected an article record in ${path}, as winnow clean writes it`);
  }
  return value;
}

function isRestorable(value: unknown): value is Restorable {
  if (typeof value !== 'object' || value === null) return false;
  const { blocks, removed, provenance } = value as Partial<Record<keyof Restorable, unknown>>;
  return (
    Array.isArray(blocks) &&
    Array.isArray(removed) &&
    typeof provenance === 'object' &&
    provenance !== null &&
    'sha256' in provenance
  );
}
