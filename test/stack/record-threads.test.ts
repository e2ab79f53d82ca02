import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { RecordThreads } from '../../lib/cli/record-threads.ts';
import { answerInThreads, answerRecords } from '../../lib/cli/records.ts';
import { writeAll } from '../../lib/cli/streams.ts';

const PROSE = 'The harbour of Velmouth has reopened after eleven days of repairs to its northern quay.';
const page = (paragraphs: number) =>
  `<html><body><h1>Harbour</h1>${`<p>${PROSE}</p>`.repeat(paragraphs)}</body></html>`;
const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`);
const OPTIONS = { uri: 'stdin', minStories: 3 };

/** Records of very different lengths, so that later ones are ready first, with bad lines between them. */
function mixed(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 11 === 5) return Buffer.from('{"id": \n');
    if (at % 11 === 7) return line({ id: at, html: '' });
    return line({ id: at, html: page(at % 5 === 0 ? 400 : 1) });
  });
}

async function all(answers: AsyncIterable<string>): Promise<readonly string[]> {
  const list: string[] = [];
  for await (const answer of answers) list.push(answer);
  return list;
}

describe('records in threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-records-'));
  const workers: Worker[] = [];

  beforeAll(() => {
    buildSync({
      entryPoints: [join(__dirname, '..', '..', 'lib', 'cli', 'record-worker.ts')],
      outfile: join(folder, 'worker.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function setUp(jobs: number, source = '') {
    const monitor = {
      counts: { cleaned: 0, quarantined: 0, failed: 0 },
      reported: [] as string[],
      report: (name: string, error: unknown) => void monitor.reported.push(`${name}: ${error}`),
    };
    const threads = new RecordThreads(jobs, OPTIONS, (options) => {
      const file = join(folder, 'worker.mjs');
      const worker = source === '' ? new Worker(file, options) : new Worker(source, { ...options, eval: true });
      workers.push(worker);
      return worker;
    });
    return { monitor, answer: (input: AsyncIterable<Buffer>) => answerInThreads(input, OPTIONS, monitor, threads) };
  }

  /** Records, and how many of them were read. */
  function counted(count: number) {
    const seen = { read: 0 };
    async function* source() {
      for (; seen.read < count; seen.read++) yield line({ id: seen.read, html: page(1) });
    }
    return { seen, source };
  }

  async function* from(lines: readonly Buffer[]) {
    yield* lines;
  }

  it('gives the bytes that cleaning in one thread gives, in order, with refusals in their places', async () => {
    const lines = mixed(150);
    const here = { counts: { cleaned: 0, quarantined: 0, failed: 0 }, report: () => undefined };
    const expected = await all(answerRecords(from(lines), OPTIONS, here));
    const { monitor, answer } = setUp(3);
    expect(await all(answer(from(lines)))).toEqual(expected);
    expect(monitor.counts).toEqual(here.counts);
    expect(here.counts.quarantined).toBeGreaterThan(20);
  }, 60_000);

  it('answers a record that ends its thread as a failure, and the others', async () => {
    const source = `const { parentPort } = require('node:worker_threads');
      parentPort.postMessage('ready');
      parentPort.on('message', ({ index }) => {
        if (index === 40) process.exit(3);
        parentPort.postMessage({ answered: { json: index + '\\n', outcome: 'cleaned' }, failures: [] });
      });`;
    const { monitor, answer } = setUp(2, source);
    const answers = await all(answer(from(Array.from({ length: 60 }, (_, id) => line({ id, html: page(1) })))));
    expect(answers.slice(32, 40)).toEqual([32, 33, 34, 35, 36, 37, 38, 39].map((index) => `${index}\n`));
    expect(JSON.parse(answers[40] ?? '')).toMatchObject({ outcome: 'failed', recordIndex: 40, recordId: '40' });
    expect(answers.slice(41).map(Number)).toEqual(Array.from({ length: 19 }, (_, at) => 41 + at));
    expect(monitor.counts).toEqual({ cleaned: 59, quarantined: 0, failed: 1 });
    expect(monitor.reported).toEqual(['stdin record 40: Error: the thread ended']);
  }, 60_000);

  it('fails when threads cannot start', async () => {
    const { answer } = setUp(2, "throw new Error('no such module')");
    await expect(all(answer(from(mixed(60))))).rejects.toThrow('no such module');
  }, 60_000);

  it('reads no more than a few lines ahead of a slow reader', async () => {
    const { seen, source } = counted(200);
    let taken = 0;
    let ahead = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        ahead = Math.max(ahead, seen.read - ++taken);
        setTimeout(done, 2);
      },
    });
    const { answer } = setUp(2);
    await writeAll(answer(source()), slow);
    expect(taken).toBe(200);
    expect(ahead).toBeLessThanOrEqual(2 * 4 + 2);
  }, 60_000);

  it('ends its threads and stops reading when the reader leaves', async () => {
    const { seen, source } = counted(5000);
    let taken = 0;
    const leaving = new Writable({
      write: (_chunk, _encoding, done) =>
        done(++taken < 50 ? null : Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const started = workers.length;
    const { answer } = setUp(2);
    await writeAll(answer(source()), leaving);
    expect(seen.read).toBeLessThan(500);
    // The number of a thread that has ended is -1.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(workers.slice(started).map(({ threadId }) => threadId)).toEqual([-1, -1]);
  }, 60_000);

  it('answers a record before the next one has come', async () => {
    let release: () => void = () => undefined;
    async function* source() {
      for (let id = 0; id < 40; id++) {
        yield line({ id, html: page(1) });
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
    }
    const { answer } = setUp(2);
    let answered = 0;
    for await (const _ of answer(source())) {
      answered++;
      release();
    }
    expect(answered).toBe(40);
  }, 60_000);
});
