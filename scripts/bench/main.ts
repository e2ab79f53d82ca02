/**
 * Measures what a page costs: `npm run -s bench:speed -- [--pages FOLDER] [--text FOLDER] [--rounds N]`. The code is bundled first, as it is
 * published: on-the-fly compilers leave calls in it that cost as much as the work.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'winnow-speed-'));
try {
  const outfile = join(folder, 'speed.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'speed.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  execFileSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
