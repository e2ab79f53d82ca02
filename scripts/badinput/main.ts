import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleHandler } from '../../lib/infra/handler-code.ts';
import { type BadInputCase, bodyFile, readCases } from './cases.ts';
import { complaints, type Judged, summary, table, worst } from './report.ts';
import { CaseRunner } from './runner.ts';
import type { Verdict } from './verdict.ts';

const USAGE = 'usage: npm run -s check:badinput -- DIR [--group NAME] [--name PART] [--all] [--json FILE]';

/** Complaints shown without `--all`. */
const SHOWN = 40;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    group: { type: 'string' },
    name: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(USAGE);
    return 2;
  }
  const cases = await readCases(resolve(folder));
  if (cases === null) {
    console.error(`check:badinput: no cases in ${folder}: expected a folder that holds expected.jsonl`);
    return 2;
  }
  const { group, name } = values;
  const chosen = cases.filter(
    (one) => (group === undefined || one.group === group) && (name === undefined || one.name.includes(name)),
  );
  const judged = await runAll(resolve(folder), chosen);
  const lines = complaints(judged);
  for (const line of values.all ? lines : lines.slice(0, SHOWN)) console.log(line);
  if (!values.all && lines.length > SHOWN) console.log(`and ${lines.length - SHOWN} more: --all shows them`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(judged.map(({ verdict }) => verdict)));
  if (judged.length > 0) console.log(`\n${table(judged)}\n${worst(judged)}`);
  const { line, passed } = summary(judged);
  console.log(line);
  return passed ? 0 : 1;
}

async function runAll(folder: string, cases: readonly BadInputCase[]): Promise<readonly Judged[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'badinput-bodies-'));
  bundleHandler(scratch);
  const runner = new CaseRunner(join(scratch, 'worker.mjs'));
  const owners = new Map<string, string>();
  const judged: Judged[] = [];
  try {
    for (const one of cases) {
      const verdict = await runner.run(one, bodyFile(folder, one, join(scratch, 'body')));
      judged.push({ one, verdict: withSharedKeys(one, verdict, owners) });
    }
  } finally {
    runner.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return judged;
}

/** Two input keys never share an output; seen only over all cases. */
function withSharedKeys(one: BadInputCase, verdict: Verdict, owners: Map<string, string>): Verdict {
  if (one.group === 'events') return verdict;
  const shared = verdict.outputKeys.filter((key) => (owners.get(key) ?? one.key) !== one.key);
  for (const key of verdict.outputKeys) owners.set(key, one.key);
  return shared.length === 0
    ? verdict
    : { ...verdict, failures: [...verdict.failures, ['key-safe', `${shared[0]} is also of another key`]] };
}
