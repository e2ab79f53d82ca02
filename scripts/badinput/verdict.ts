import type { CaseStore } from './case-store.ts';
import type { BadInputCase, OutcomeName } from './cases.ts';
import type { Delivery } from './deliver.ts';
import { checkRecord, type Failure, type Json, readOutput, stringsOf } from './output-checks.ts';

/** What became of a case, judged by its row. */
export interface Verdict {
  readonly name: string;
  readonly outcome: OutcomeName | 'failed';
  readonly reason: string | null;
  /** Why the outcome is not accepted, or not the best; empty when it is. */
  readonly notAccepted: readonly string[];
  readonly notBest: readonly string[];
  readonly failures: readonly Failure[];
  readonly outputKeys: readonly string[];
  readonly ms: number;
  /** Peak resident memory of the process while the case ran, in MiB. */
  readonly rssMb: number;
}

/** The outputs of one case, read. */
export interface Outputs {
  readonly cleaned: readonly Json[];
  readonly quarantined: readonly Json[];
  /** Bytes as stored. */
  readonly bytes: number;
  readonly failures: readonly Failure[];
}

/** Reads and checks every output that a case left. */
export function readOutputs(store: CaseStore): Outputs {
  const failures: Failure[] = [];
  const records: Json[] = [];
  let bytes = 0;
  for (const output of store.outputs.values()) {
    const read = readOutput(output);
    failures.push(...read.failures);
    for (const record of read.records) {
      records.push(record);
      failures.push(...checkRecord(record));
    }
    bytes += output.body.length;
  }
  const isQuarantined = (record: Json) => field(record, 'outcome') === 'quarantined';
  return {
    cleaned: records.filter((record) => !isQuarantined(record)),
    quarantined: records.filter(isQuarantined),
    bytes,
    failures,
  };
}

/** The outcome of the whole case: that of its only object, or of its message's objects together. */
export function outcomeOf({ outcomes, failed }: Delivery): Verdict['outcome'] {
  if (failed.length > 0 || outcomes.length === 0) return 'failed';
  const names = new Set(outcomes.map(({ outcome }) => outcome));
  return names.has('cleaned') ? 'cleaned' : names.has('quarantined') ? 'quarantined' : 'ignored';
}

/** Why a case is not accepted, and why it is not the best. */
export function judge(
  one: BadInputCase,
  delivery: Delivery,
  outputs: Outputs,
): Pick<Verdict, 'outcome' | 'reason' | 'notAccepted' | 'notBest'> {
  const outcome = outcomeOf(delivery);
  const reason = delivery.outcomes.find((logged) => logged.outcome === 'quarantined')?.reason ?? null;
  const notAccepted: string[] = [];
  if (!one.accept.some((accepted) => accepted === outcome)) notAccepted.push(`outcome ${outcome} ${reason ?? ''}`);
  else if (outcome === 'quarantined' && !one.reasons.includes(reason ?? '')) notAccepted.push(`reason ${reason}`);
  const text = outputs.cleaned.map((record) => field(record, 'text')).join('\n');
  if (outcome === 'cleaned') {
    notAccepted.push(...one.contain.filter((part) => !text.includes(part)).map((part) => `without "${part}"`));
    if (one.records !== null && one.records !== outputs.cleaned.length)
      notAccepted.push(`${outputs.cleaned.length} records, not ${one.records}`);
    if (one.bad_records !== null && one.bad_records !== outputs.quarantined.length)
      notAccepted.push(`${outputs.quarantined.length} records quarantined, not ${one.bad_records}`);
  }
  notAccepted.push(...present(one.absent, outputs));
  const notBest = [...notAccepted];
  if (outcome !== one.expect) notBest.push(`${outcome} ${reason ?? ''}, not ${one.expect}`);
  else if (outcome === 'cleaned')
    notBest.push(...one.bonus.filter((part) => !text.includes(part)).map((part) => `no bonus "${part}"`));
  return { outcome, reason, notAccepted, notBest };
}

function present(absent: readonly string[], outputs: Outputs): string[] {
  const strings = [...outputs.cleaned, ...outputs.quarantined].flatMap((record) => [...stringsOf(record)]);
  return absent.flatMap((part) => {
    const hit = strings.find(([, text]) => text.includes(part));
    return hit ? [`"${part}" in ${hit[0]}`] : [];
  });
}

/** A field of a record that is a JSON object; `undefined` for none. */
export function field(record: Json, name: string): Json | undefined {
  return typeof record === 'object' && record !== null && !Array.isArray(record)
    ? (record as { readonly [key: string]: Json })[name]
    : undefined;
}
