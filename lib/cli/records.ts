import type { cleanArticle } from '../index.ts';
import { answerLine, MAX_LINE_BYTES, type RecordsOptions, type ReportFailure } from './answer-line.ts';
import { splitLines } from './lines.ts';
import { mapInOrder } from './map-in-order.ts';
import { RecordThreads, type ThreadFlags } from './record-threads.ts';
import { type ExitCode, type Streams, writeAll } from './streams.ts';

/** How many lines of each outcome were written. */
export interface RecordCounts {
  cleaned: number;
  quarantined: number;
  failed: number;
}

/** What the reading of a stream tells besides its lines. */
export interface RecordsMonitor {
  /** Counted up while the stream is read. */
  readonly counts: RecordCounts;
  readonly report: ReportFailure;
}

/** What the command line says. */
export type RecordsFlags = ThreadFlags & { readonly jobs?: number };

/** Stack traces written to standard error; one bug often hits many records. */
const MAX_REPORTED_FAILURES = 5;

/**
 * Runs `winnow records`; tells the closing counts on standard error only when something failed.
 *
 * @param flags What the options were made from: threads make theirs from it too. With one job all is cleaned in this thread.
 */
export async function runRecords(
  streams: Streams,
  options: RecordsOptions,
  { jobs = 1, ...flags }: RecordsFlags,
): Promise<ExitCode> {
  if (streams.stdin.isTTY) streams.stderr.write('winnow: reading records from the terminal; Ctrl-D ends\n');
  const counts: RecordCounts = { cleaned: 0, quarantined: 0, failed: 0 };
  const report = (name: string, error: unknown) => {
    const trace = error instanceof Error ? error.stack : String(error);
    if (counts.failed < MAX_REPORTED_FAILURES) streams.stderr.write(`winnow: ${name}: ${trace}\n`);
  };
  const monitor = { counts, report };
  const answers =
    jobs === 1
      ? answerRecords(streams.stdin, options, monitor)
      : answerInThreads(streams.stdin, options, monitor, new RecordThreads(jobs, flags));
  await writeAll(answers, streams.stdout);
  if (counts.failed === 0) return 0;
  streams.stderr.write(`winnow: the cleaner failed on ${counts.failed} records; find them by "outcome":"failed"\n`);
  return 1;
}

/**
 * Answers each line of scraped records with one line, in order: an `ArticleRecord`, a `QuarantineRecord` for a line that
 * cannot be cleaned, or a `FailedRecord`. Blank lines have no answer and no index. Holds one line at a time.
 */
export async function* answerRecords(
  input: AsyncIterable<Uint8Array>,
  options: RecordsOptions,
  monitor: RecordsMonitor,
  clean?: typeof cleanArticle,
): AsyncGenerator<string, void, undefined> {
  for await (const [line, index] of recordLines(input, options)) {
    const { json, outcome } = answerLine(line, index, options, monitor.report, clean);
    monitor.counts[outcome]++;
    yield json;
  }
}

/** Lines answered in this thread before others are started: a thread takes longer to start than a few records. */
const LINES_BEFORE_THREADS = 32;

/** The same answers in the same order, made in threads once there are many; ends the threads. Holds a few lines for each. */
export async function* answerInThreads(
  input: AsyncIterable<Uint8Array>,
  options: RecordsOptions,
  { counts, report }: RecordsMonitor,
  threads: RecordThreads,
): AsyncGenerator<string, void, undefined> {
  const answers = mapInOrder(
    recordLines(input, options),
    ([line, index]) =>
      index < LINES_BEFORE_THREADS
        ? Promise.resolve(answerLine(line, index, options, report))
        : threads.answer(line, index, report),
    (pending) => pending >= threads.room || threads.isFull,
  );
  try {
    for await (const { json, outcome } of answers) {
      counts[outcome]++;
      yield json;
    }
  } finally {
    await threads.close();
  }
}

/** The lines that are not blank, with their numbers. */
async function* recordLines(input: AsyncIterable<Uint8Array>, { maxLineBytes = MAX_LINE_BYTES }: RecordsOptions) {
  let index = 0;
  for await (const line of splitLines(input, maxLineBytes)) {
    if (!('bytes' in line && isBlank(line.bytes))) yield [line, index++] as const;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
