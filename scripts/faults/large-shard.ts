/**
 * Cleans a shard of a million rows with one function process that stops in time and is taken up again by the queue, and
 * fits a line to the memory that it holds. Exit code 1 when rows are missing in the manifest, or the line rises.
 *
 *     npx tsx scripts/faults/large-shard.ts [--rows N]
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { synthesizeFunction } from '../../lib/local/code.ts';
import { slopeOf } from './memory-slope.ts';
import { article, messageOf } from './messages.ts';
import { Rig } from './rig.ts';
import { Workers } from './workers.ts';

/** MiB per 100,000 rows: what the heap's own ups and downs leave in a fit over many invocations. */
const MAX_SLOPE = 5;

const projectRoot = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'winnow-shard-'));
const path = join(folder, 'shard.jsonl.gz');
const zipped = createGzip({ level: 1 });
const file = zipped.pipe(createWriteStream(path));
for (let number = 0; number < rows; number++) {
  const row = number % 100 === 99 ? '{"id":' : JSON.stringify({ id: `${number}`, text: article(`matter ${number}`) });
  if (!zipped.write(`${row}\n`)) await once(zipped, 'drain');
}
zipped.end();
await once(file, 'close');

const rig = await Rig.start();
const code = await synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'faults'));
const worker = await new Workers(rig, projectRoot, code).start({ timeoutMs: 90_000, batchSize: 1 });
const size = statSync(path).size;
const body = { Body: createReadStream(path), ContentLength: size, ContentType: 'application/x-ndjson' };
await rig.client.send(new PutObjectCommand({ Bucket: 'raw', Key: 'shard.jsonl.gz', ...body }));
const [event] = rig.events;
if (!event) throw new Error('expected an event');
const started = performance.now();
worker.queue.send(messageOf(event));
const samples: [seconds: number, mebibytes: number][] = [];
const timer = setInterval(() => {
  const pid = worker.pid();
  if (pid === null) return;
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  samples.push([(performance.now() - started) / 1000, (pages * 4096) / 2 ** 20]);
}, 1000);
const left = await worker.idle(7_200_000);
clearInterval(timer);
const { rows: stated, parts } = (await rig.readJson('clean', 'shard.jsonl.gz.manifest')) as {
  rows: { in: number; out: number; quarantined: number };
  parts: unknown[];
};
const rounds = worker.log.join('').split('"message":"continued"').length - 1;
await worker.close();
await rig.close();
rmSync(folder, { recursive: true });

const settled = samples.slice(Math.ceil(samples.length / 10));
const all = samples.map(([, mebibytes]) => mebibytes);
const perRow = (slopeOf(settled) * (samples.at(-1)?.[0] ?? 0)) / (rows / 100_000);
console.log(
  `${rows} rows, ${(size / 2 ** 20).toFixed(1)} MiB, in ${Math.round((performance.now() - started) / 1000)} s`,
);
console.log(`manifest: ${JSON.stringify(stated)}, ${parts.length} parts, ${rounds + 1} invocations`);
console.log(
  `resident ${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))} MiB in ${samples.length} samples, ` +
    `slope ${perRow.toFixed(2)} MiB per 100,000 rows`,
);
const agrees =
  stated.in === rows && stated.out + stated.quarantined === rows && stated.quarantined === Math.floor(rows / 100);
process.exitCode = agrees && left === 0 && perRow <= MAX_SLOPE ? 0 : 1;
