import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { sha256 } from '../../lib/io/sha256.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { CaseStore } from './case-store.ts';
import type { BadInputCase } from './cases.ts';
import { CLEAN_BUCKET, type Delivery, deliver, notification, OUTPUT_PREFIX, RAW_BUCKET } from './deliver.ts';
import { type Failure, type Json, stringsOf } from './output-checks.ts';
import { field, judge, type Outputs, outcomeOf, readOutputs, type Verdict } from './verdict.ts';

const GOOD_KEY = 'neighbour/good.html';

/** What the cases of one process share. */
export interface Bench {
  /** A good article, in a file. */
  readonly goodFile: string;
  readonly options: Partial<PipelineDeps>;
}

/** Runs one case twice over one store, then a good object, and checks all that the case names. */
export async function runCase(one: BadInputCase, bodyPath: string, bench: Bench): Promise<Verdict> {
  const isEvent = one.group === 'events';
  const prototype = describePrototype();
  const body = isEvent ? readFileSync(bodyPath, 'utf8') : notification(one.event_key, statSync(bodyPath).size);
  const store = storeFor(one, bodyPath, bench);
  globalThis.gc?.();
  resetPeak();
  const first = await deliver([body], store, bench.options);
  const rssMb = peakRssMb();
  const outputs = readOutputs(store);
  const failures: Failure[] = [...outputs.failures];
  const { writes } = store;
  const before = snapshot(store);
  const second = await deliver([body], store, bench.options);
  if (store.writes !== writes || snapshot(store) !== before) failures.push(['write-once', 'a second delivery wrote']);
  if (outcomeOf(second) !== outcomeOf(first)) failures.push(['deterministic', `then ${outcomeOf(second)}`]);
  failures.push(
    ...(await runAgain(one, body, bodyPath, before, bench)),
    ...(await checkNeighbour(body, bench, isEvent)),
  );
  if (describePrototype() !== prototype) failures.push(['no-pollution', 'Object.prototype has changed']);
  failures.push(...checkLimits(one, first, outputs, bodyPath, rssMb), ...checkLog(one, first, outputs));
  if (!isEvent) failures.push(...checkKeys(one, store, outputs), ...checkSingle(first));
  else if (first.failed.length > 0) failures.push(['one-outcome', 'the message comes back']);
  const { ms } = first;
  return { name: one.name, ...judge(one, first, outputs), failures, outputKeys: [...store.outputs.keys()], ms, rssMb };
}

function storeFor(one: BadInputCase, bodyPath: string, bench: Bench): CaseStore {
  const store = new CaseStore();
  const good = { path: bench.goodFile, contentType: 'text/html', contentEncoding: null };
  store.add({ bucket: RAW_BUCKET, key: GOOD_KEY }, good);
  // The objects that the messages of the group `events` name.
  for (const name of one.group === 'events' ? ['ok.html', 'ok.txt'] : []) {
    store.add({ bucket: RAW_BUCKET, key: `incoming/${name}` }, good);
  }
  const { content_type: contentType, content_encoding: contentEncoding } = one;
  if (one.group !== 'events') {
    store.add({ bucket: RAW_BUCKET, key: one.key }, { path: bodyPath, contentType, contentEncoding });
  }
  return store;
}

/** The same bytes over an empty store give the same outputs. */
async function runAgain(
  one: BadInputCase,
  body: string,
  bodyPath: string,
  before: string,
  bench: Bench,
): Promise<Failure[]> {
  const store = storeFor(one, bodyPath, bench);
  await deliver([body], store, bench.options);
  return snapshot(store) === before ? [] : [['deterministic', 'other bytes in a second run']];
}

/** A good object in the same batch, behind the bad one, is cleaned as it is alone. */
async function checkNeighbour(body: string, bench: Bench, together: boolean): Promise<Failure[]> {
  const store = new CaseStore();
  const good = { path: bench.goodFile, contentType: 'text/html', contentEncoding: null };
  store.add({ bucket: RAW_BUCKET, key: GOOD_KEY }, good);
  const message = notification(GOOD_KEY, statSync(bench.goodFile).size);
  await deliver(together ? [body, message] : [message], store, bench.options);
  const output = store.outputs.get(`${CLEAN_BUCKET}/${OUTPUT_PREFIX}${GOOD_KEY}.json`);
  const text = output && field(JSON.parse(Buffer.from(output.body).toString()) as Json, 'text');
  return typeof text === 'string' && text.length > 100 ? [] : [['no-crash', 'the next object is not cleaned']];
}

function checkSingle({ outcomes, failed }: Delivery): Failure[] {
  if (failed.length > 0) return [['one-outcome', 'the message comes back']];
  return outcomes.length === 1 ? [] : [['one-outcome', `${outcomes.length} outcomes`]];
}

function checkLimits(one: BadInputCase, first: Delivery, outputs: Outputs, bodyPath: string, rssMb: number): Failure[] {
  const { time_ms, rss_mb, out_ratio } = one.limits;
  const most = out_ratio * statSync(bodyPath).size + 16 * 1024;
  const failures: Failure[] = [];
  if (first.ms > time_ms) failures.push(['bounded', `${Math.round(first.ms)} ms`]);
  if (rssMb > rss_mb) failures.push(['bounded', `${rssMb} MiB`]);
  if (outputs.bytes > most) failures.push(['no-amplify', `${outputs.bytes} bytes, more than ${most}`]);
  return failures;
}

/** Sentences are long enough not to meet a log by chance. */
const SENTENCE = 30;

function checkLog(one: BadInputCase, { log }: Delivery, outputs: Outputs): Failure[] {
  const texts = outputs.cleaned.flatMap((record) => [...stringsOf(record)]).filter(([name]) => name === 'text');
  const sentences = texts
    .slice(0, 50)
    .flatMap(([, text]) => text.split(/[\n.]/).filter((part) => part.length >= SENTENCE));
  const readable = JSON.stringify(JSON.parse(log)).replaceAll('\\"', '"');
  return [...one.contain, ...one.absent, ...sentences]
    .filter(
      (part) => part.trim() !== '' && (readable.includes(part) || readable.includes(JSON.stringify(part).slice(1, -1))),
    )
    .filter((part) => !one.key.includes(part))
    .map((part) => ['no-leak', `"${part.slice(0, 60)}" in the log`] as const);
}

function checkKeys(one: BadInputCase, store: CaseStore, outputs: Outputs): Failure[] {
  const failures: Failure[] = [];
  for (const name of store.outputs.keys()) {
    const key = name.slice(name.indexOf('/') + 1);
    if (!key.startsWith(OUTPUT_PREFIX)) failures.push(['key-safe', `${key} is not under the prefix`]);
    if (/(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(key)) failures.push(['key-safe', `${key} has a dot segment`]);
    if (Buffer.byteLength(key) > 1024) failures.push(['key-safe', `${Buffer.byteLength(key)} bytes`]);
  }
  for (const record of [...outputs.cleaned, ...outputs.quarantined]) {
    const source = field(record, 'key') ?? field(field(record, 'provenance') ?? null, 'key');
    const ofLine = field(record, 'recordIndex') !== undefined;
    if (source !== one.key && !ofLine) failures.push(['key-safe', 'the source key is not in the record']);
  }
  return failures;
}

function snapshot(store: CaseStore): string {
  return JSON.stringify([...store.outputs].map(([name, { body, metadata }]) => [name, sha256(body), metadata]));
}

function describePrototype(): string {
  return JSON.stringify(
    [Reflect.ownKeys(Object.prototype), Reflect.ownKeys(Array.prototype)].map((keys) => keys.map(String)),
  );
}

/** Linux keeps the peak of resident memory and lets a process set it back; elsewhere it is the peak since the start. */
function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux.
  }
}

function peakRssMb(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Math.round(Number(peak) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}
