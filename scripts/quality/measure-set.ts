import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeSample } from './corpus.ts';
import type { MeasureSet } from './gate.ts';
import { readGold } from './gold.ts';
import { score } from './scorers.ts';

const execute = promisify(execFile);
const RECORDS = 'npm run -s winnow -- records';
/** `run.py` prints a table for each set. */
const MAX_OUTPUT_BYTES = 1 << 24;

/**
 * Measures sets as the benchmark does: its `run.py` feeds the command line, in the current folder, and leaves gold and
 * predictions; the scorers are asked once more for figures with all places.
 */
export function benchMeasure(bench: string, isSample: boolean): MeasureSet {
  return async (set) => {
    const folder = mkdtempSync(join(tmpdir(), 'quality-'));
    try {
      const root = isSample ? join(folder, 'sample') : bench;
      if (isSample) writeSample(bench, set, root);
      await runBench(bench, [set, '--root', root, '--out', folder, '--cmd', RECORDS]);
      const tag = set.replace('/', '_');
      const gold = join(folder, `${tag}.gold.jsonl${set.startsWith('text/') ? '.gz' : ''}`);
      const figures = await score({ bench, set, gold, predictions: join(folder, `${tag}.pred.jsonl`) });
      return { documents: readGold(gold).length, figures };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/** @throws Error where records stay without an answer or the command ends with an error; the message is what was printed */
async function runBench(bench: string, options: readonly string[]): Promise<void> {
  try {
    await execute('python3', [join(bench, 'run.py'), ...options], { maxBuffer: MAX_OUTPUT_BYTES });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`run.py failed: ${stdout}${stderr}`.trim(), { cause: error });
  }
}
