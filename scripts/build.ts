/** Builds `dist`, what the package publishes: JavaScript and types, the command, and the function's bundle for `winnower/cdk`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../lib/infra/synthesize.ts';

const DIST = 'dist';

function compile(): void {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], {
    // The compiler writes its errors to standard output.
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  chmodSync(join(DIST, 'bin', 'winnow.js'), 0o755);
}

/** The very bundle that `cdk synth` makes in this project. */
function bundleFunction(): void {
  const outdir = mkdtempSync(join(tmpdir(), 'winnow-build-'));
  try {
    cpSync(synthesize(outdir).assetPath, join(DIST, 'lambdas', 'clean'), { recursive: true });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

rmSync(DIST, { recursive: true, force: true });
compile();
bundleFunction();
