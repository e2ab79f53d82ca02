import type { S3EventRecord } from 'aws-lambda';
import type { Expected } from './judge.ts';
import { article, shard } from './messages.ts';
import type { Rig } from './rig.ts';
import type { Step } from './schedule.ts';

/** Rows of a part; a shard has more rows than that, `lines` have not. */
export const PART_ROWS = 2;

/** What happens to one key; `number` tells its versions apart. */
export interface TakenStep {
  readonly key: string;
  readonly step: Step;
  readonly number: number;
}

/** Does what a step asks for, past the proxy; gives its event. */
export async function take(rig: Rig, { key, step, number }: TakenStep): Promise<S3EventRecord[]> {
  const text = article(`matter ${number} of ${key}`);
  switch (step) {
    case 'article':
      return [await rig.upload(key, text)];
    case 'bad':
      return [await rig.upload(key, Buffer.from(`%PDF-1.7 ${number}`), 'application/pdf')];
    case 'lines':
      return [await rig.upload(key, `${JSON.stringify({ text })}\n{"broken\n`, 'application/x-ndjson')];
    case 'shard':
      return [await rig.upload(key, shard(`matter ${number}`, rowsOf(number)), 'application/x-ndjson')];
    case 'remove':
      return [await rig.remove(key)];
    default:
      return step satisfies never;
  }
}

/** What must be there of the last step of a key, which left an object. */
export function expectedOf({ key, step, number }: TakenStep, versionId: string): Expected {
  switch (step) {
    case 'bad':
      return { key, versionId, outcome: 'quarantined' };
    case 'lines':
      return { key, versionId, outcome: 'cleaned', rows: { in: 2, quarantined: 1 } };
    case 'shard': {
      const rows = rowsOf(number);
      return { key, versionId, outcome: 'cleaned', rows: { in: rows, quarantined: Math.floor(rows / 3) } };
    }
    default:
      return { key, versionId, outcome: 'cleaned' };
  }
}

/** So that a later version of a shard has now more, now fewer parts than the one before. */
function rowsOf(number: number): number {
  return 3 + ((number * 5) % 8);
}
