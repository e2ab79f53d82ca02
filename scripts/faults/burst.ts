/**
 * Sends a hundred thousand objects at once through the embedded S3 and queue to one function process, and fits a line
 * to the memory that the process holds. Exit code 1 when an object has no output, or more than one, or the line rises.
 *
 *     npx tsx scripts/faults/burst.ts [--objects N]     (the line means something from 50,000 on)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizeFunction } from '../../lib/local/code.ts';
import { slopeOf } from './memory-slope.ts';
import { article, messageOf } from './messages.ts';
import { Rig } from './rig.ts';
import { Workers } from './workers.ts';

/** MiB per 10,000 objects: what the heap's own ups and downs leave in a fit over some minutes. */
const MAX_SLOPE = 2;

const projectRoot = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { objects: { type: 'string', default: '100000' } } });
const objects = Number(values.objects);

const rig = await Rig.start();
const code = await synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'faults'));
const worker = await new Workers(rig, projectRoot, code).start({ timeoutMs: 90_000, isDirect: true });
const started = performance.now();
rig.onEvent = (record) => worker.queue.send(messageOf(record));
const numbers = Array.from({ length: objects }, (_, number) => number).values();
// The uploads are many times faster than the function, so nearly all objects wait at some time.
const upload = async (): Promise<void> => {
  for (const number of numbers) await rig.put(`burst/${number}`, article(`page ${number}`));
};
const samples: { done: number; mebibytes: number }[] = [];
const timer = setInterval(() => {
  const pid = worker.pid();
  const pages = pid === null ? null : Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  if (pages === null) return;
  const sample = { done: rig.events.length - worker.queue.size, mebibytes: (pages * 4096) / 2 ** 20 };
  samples.push(sample);
  process.stderr.write(`${sample.done} done, ${worker.queue.size} wait, ${sample.mebibytes.toFixed(1)} MiB\n`);
}, 1000);
await Promise.all(Array.from({ length: 16 }, upload));
const left = await worker.idle(3_600_000);
clearInterval(timer);
const keys = new Set((await rig.versions('clean', 'burst/')).map(({ key }) => key));
const versions = (await rig.versions('clean', 'burst/')).length;
await worker.close();
await rig.close();

// The first tenth fills caches and the heap.
const settled = samples.slice(Math.ceil(samples.length / 10));
const slope = slopeOf(settled.map(({ done, mebibytes }) => [done, mebibytes]));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${objects} objects in ${seconds} s: ${keys.size} outputs, ${versions} versions, ${left} left`);
const all = samples.map(({ mebibytes }) => mebibytes);
console.log(
  `resident ${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))} MiB in ${samples.length} samples, ` +
    `slope ${(slope * 10_000).toFixed(2)} MiB per 10,000 objects`,
);
const isFlat = slope * 10_000 <= MAX_SLOPE;
process.exitCode = keys.size === objects && versions === objects && left === 0 && isFlat ? 0 : 1;
