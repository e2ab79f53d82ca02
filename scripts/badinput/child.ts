import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';
import type { BadInputCase } from './cases.ts';
import { type Bench, runCase } from './run-case.ts';

/** The process that runs cases for `main.ts`, one at a time; it dies with what a case does to it. */

const GOOD = `<!doctype html><title>Ferry pier rebuilt</title><article><h1>Ferry pier rebuilt</h1>
<p>The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter sets in.</p>
<p>Work begins in October, the council said, and the ferries will leave from the north quay until then.</p></article>`;

// The thread of the deployed function, bundled as it is deployed; its folder goes when all cases are done.
const [workerFile = ''] = process.argv.slice(2);
const goodFile = join(dirname(workerFile), 'good.html');
writeFileSync(goodFile, GOOD);
const cleaner = new WorkerCleaner(pathToFileURL(workerFile), {}, { execArgv: [] });
const bench: Bench = { goodFile, options: { cleaner } };

process.on('message', ({ one, bodyPath }: { readonly one: BadInputCase; readonly bodyPath: string }) => {
  runCase(one, bodyPath, bench).then(
    (verdict) => process.send?.({ verdict }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
