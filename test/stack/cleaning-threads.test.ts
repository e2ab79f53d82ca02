import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CleaningThreads } from '../../lib/cli/cleaning-threads.ts';
import { CleaningError } from '../../lib/core/errors.ts';
import type { CleaningTask } from '../../lib/pipeline/body-cleaner.ts';

const ROOT = join(__dirname, '..', '..');
const PROSE = 'The harbour of Velmouth has reopened after eleven days of repairs to its northern quay.';
const page = (paragraphs: number) =>
  `<html><body><h1>Harbour</h1>${`<p>${PROSE}</p>`.repeat(paragraphs)}</body></html>`;
const FLAGS = { minStories: 3 };
/** Bodies that are cleaned before there are threads. */
const BEFORE_THREADS = 16;

function taskOf(name: string): CleaningTask {
  const shared = Buffer.from(`####${page(2)}####`);
  return {
    body: shared.subarray(4, shared.length - 4),
    contentType: 'text/html',
    contentEncoding: null,
    key: name,
    uri: name,
    info: { uri: name },
    options: {},
    maxBytes: 1e6,
  };
}

describe('clean in threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-threads-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const threadsOf = (source: string, jobs = 2) =>
    new CleaningThreads(jobs, FLAGS, (options) => new Worker(source, { ...options, eval: true }));

  it('writes and tells what one job does, in the order of the inputs', () => {
    mkdirSync(join(folder, 'pages'));
    for (let at = 0; at < 60; at++) {
      const name = join(folder, 'pages', `${String(at).padStart(2, '0')}.html`);
      // Of very different lengths, so that later ones are ready first; some are refused.
      writeFileSync(name, at % 7 === 3 ? '' : page(at % 5 === 0 ? 300 : 1));
    }
    const run = (jobs: number, format: string) => {
      const out = join(folder, `out-${format}-${jobs}`);
      const script = `${join(ROOT, 'bin', 'winnow.ts')}`;
      const args = ['--import', 'tsx', script, 'clean', join(folder, 'pages'), '--out', out, '--json'];
      const told = join(folder, 'told');
      try {
        execFileSync(process.execPath, [...args, '--format', format, '--jobs', String(jobs)], {
          cwd: ROOT,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
      } catch (error) {
        writeFileSync(told, (error as { readonly stderr: Buffer }).stderr);
      }
      const files = (readdirSync(out, { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name)).sort();
      return {
        told: readFileSync(told, 'utf8'),
        files: files.map((name) => [name, readFileSync(join(out, name), 'utf8')]),
      };
    };
    for (const format of ['json', 'jsonl']) {
      const one = run(1, format);
      expect(run(2, format)).toEqual(one);
      expect(one.told.split('\n').filter((line) => line.startsWith('winnow: quarantined, empty'))).toHaveLength(9);
    }
  }, 120_000);

  it('hands over no more than the body, fails the input that ends its thread, and goes on', async () => {
    const threads = threadsOf(`const { parentPort } = require('node:worker_threads');
      parentPort.postMessage('ready');
      parentPort.on('message', ({ key, body }) => {
        if (key === '20') process.exit(3);
        if (key === '21') parentPort.postMessage({ kind: 'refused', reason: 'empty', message: 'no text' });
        else parentPort.postMessage({ kind: 'cleaned', cleaned: { content: body.buffer.byteLength } });
      });`);
    const names = Array.from({ length: 30 }, (_, at) => String(at));
    const answers = await Promise.allSettled(names.map((name) => threads.clean(taskOf(name))));
    await threads.close();
    expect(answers.slice(0, BEFORE_THREADS).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(answers[20]).toMatchObject({ status: 'rejected', reason: { message: 'the thread ended' } });
    expect(answers[21]).toMatchObject({ status: 'rejected', reason: expect.any(CleaningError) });
    const size = Buffer.byteLength(page(2));
    const others = answers.slice(BEFORE_THREADS).filter((_, at) => at !== 4 && at !== 5);
    expect(others).toEqual(others.map(() => ({ status: 'fulfilled', value: { content: size } })));
  }, 60_000);

  it('fails each input with what keeps threads from starting', async () => {
    const threads = threadsOf("throw new Error('no such module')", 1);
    const answers = await Promise.allSettled(
      Array.from({ length: BEFORE_THREADS + 1 }, (_, at) => threads.clean(taskOf(String(at)))),
    );
    expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { message: 'no such module' } });
  }, 60_000);
});
