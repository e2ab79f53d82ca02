/**
 * Derives what a million articles cost from the CPU time and the requests of the deployed bundle, measured on the embedded S3, and
 * from list prices: one object each, and rows of shards.
 *
 *     npm run -s bench:cost -- [--articles N] [--write]     with --write the table stands in docs/benchmarks.md afterwards
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizeFunction } from '../../lib/local/code.ts';
import { messageOf } from '../faults/messages.ts';
import { Rig } from '../faults/rig.ts';
import { Workers } from '../faults/workers.ts';
import { costTable, type Work } from './cost-table.ts';
import { newsPage } from './news-page.ts';
import { writeSection } from './section.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000' }, write: { type: 'boolean', default: false } },
});
const articles = Number(values.articles);
const projectRoot = join(import.meta.dirname, '..', '..');
/** Clock ticks of Linux a second, in which it counts the CPU time of a process. */
const TICKS = 100;

const rig = await Rig.start();
const code = await synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'faults'));
const worker = await new Workers(rig, projectRoot, code).start({ timeoutMs: 90_000 });
const pages = Array.from({ length: articles }, (_, number) => newsPage(number + 1));
try {
  // What the first articles cost is the cold start, which a function pays once in its life.
  await clean(pages.slice(0, 200), 'warm');
  const single = await measure(() => clean(pages, 'single'));
  const shard = await measure(() => cleanShard(pages));
  report({ single, shard });
} finally {
  await worker.close();
  await rig.close();
}

async function clean(sources: readonly string[], prefix: string): Promise<void> {
  rig.onEvent = (record) => worker.queue.send(messageOf(record));
  for (const [number, page] of sources.entries()) await rig.put(`${prefix}/${number}.html`, page, 'text/html');
  await finish();
}

async function cleanShard(sources: readonly string[]): Promise<void> {
  rig.onEvent = (record) => worker.queue.send(messageOf(record));
  const rows = sources.map((html, number) => JSON.stringify({ id: `${number}`, html }));
  await rig.put('shard.jsonl', `${rows.join('\n')}\n`, 'application/x-ndjson');
  await finish();
}

async function finish(): Promise<void> {
  const left = await worker.idle(3_600_000);
  if (left > 0) throw new Error(`expected every message to be handled within an hour, ${left} are left`);
}

/** CPU seconds of the function and its requests, an article. */
async function measure(work: () => Promise<void>): Promise<Work> {
  let [gets, puts] = [0, 0];
  rig.proxy.onRequest = ({ method }) => {
    if (method === 'PUT' || method === 'POST') puts++;
    else gets++;
  };
  const before = cpuSeconds();
  await work();
  return { cpuSeconds: (cpuSeconds() - before) / articles, gets: gets / articles, puts: puts / articles };
}

function cpuSeconds(): number {
  const pid = worker.pid();
  if (pid === null) throw new Error('expected the function to run, it has ended');
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function report(work: { readonly single: Work; readonly shard: Work }): void {
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / articles;
  const machine = `Node ${process.versions.node}, ${process.arch}, ${cpus()[0]?.model.trim()}`;
  const table = costTable(work, { articles, kilobytes: bytes / 1000, machine });
  console.log(table);
  if (values.write) writeSection('bench:cost', table);
}
