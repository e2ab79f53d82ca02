import { ONE_PROCESSOR_MB, PRICES } from './prices.ts';

/** What one article takes. */
export interface Work {
  readonly cpuSeconds: number;
  readonly gets: number;
  readonly puts: number;
}

/** What was measured, and where. */
export interface Measured {
  readonly articles: number;
  readonly kilobytes: number;
  readonly machine: string;
}

const MEMORIES_MB = [512, 768, 1024, 1536, 1769, 3008];
const MILLION = 1e6;
/** Messages of a batch; a batch takes a request to receive and one to delete, and each message one to be sent. */
const BATCH = 10;
/** Bytes of the line that an object logs. */
const LOG_BYTES = 500;

/** Seconds that an article takes with some memory: one thread cleans, so more than one processor does not help it. */
export function billedSeconds(cpuSeconds: number, memoryMb: number): number {
  return cpuSeconds / Math.min(1, memoryMb / ONE_PROCESSOR_MB);
}

/** Dollars of Lambda for a million articles, without its invocations. */
export function computeDollars(cpuSeconds: number, memoryMb: number): number {
  return billedSeconds(cpuSeconds, memoryMb) * (memoryMb / 1024) * PRICES.lambdaGigabyteSecond * MILLION;
}

/** A table in Markdown: by memory, then what does not depend on it. */
export function costTable(
  { single, shard }: { readonly single: Work; readonly shard: Work },
  { articles, kilobytes, machine }: Measured,
): string {
  const requests = ({ gets, puts }: Work): number => (gets * PRICES.s3Get + puts * PRICES.s3Put) * MILLION;
  const fixed = (1 + 2 / BATCH) * PRICES.sqsRequest * MILLION + (PRICES.lambdaInvocation / BATCH) * MILLION;
  const logs = (LOG_BYTES / 1e9) * PRICES.logGigabyte * MILLION;
  const [forSingle, forShard] = [requests(single) + fixed + logs, requests(shard)];
  const lines = MEMORIES_MB.map((memory) => {
    const [one, row] = [computeDollars(single.cpuSeconds, memory), computeDollars(shard.cpuSeconds, memory)];
    const time = `${(billedSeconds(single.cpuSeconds, memory) * 1000).toFixed(0)} ms`;
    return `| ${memory} MB | ${time} | ${dollars(one)} | ${dollars(one + forSingle)} | ${dollars(row)} | ${dollars(row + forShard)} |`;
  });
  return [
    `${articles} invented pages of ${kilobytes.toFixed(0)} kB, ${machine}; list prices of us-east-1 as of ${PRICES.asOf}. A million articles:`,
    '',
    '| memory | an article | Lambda, one object each | all | Lambda, rows of shards | all |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
    `One object each: ${work(single)}; S3 ${dollars(requests(single))}, SQS and invocations in batches of ${BATCH} ${dollars(fixed)}, logs ${dollars(logs)}.`,
    `Rows of shards: ${work(shard)}; S3 ${dollars(requests(shard))}. Your own upload is not in it.`,
  ].join('\n');
}

function work({ cpuSeconds, gets, puts }: Work): string {
  return `${(cpuSeconds * 1000).toFixed(1)} ms of CPU, ${gets.toFixed(2)} reads and ${puts.toFixed(2)} writes an article`;
}

function dollars(value: number): string {
  return `${value.toFixed(2)} $`;
}
