/**
 * Builds `dist`, what the package publishes: JavaScript and types, the command, the page of the inspector, and the function's
 * bundle for `winnower/cdk`.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleLearner } from '../lib/infra/handler-code.ts';
import { synthesize } from '../lib/infra/synthesize.ts';
import { BUILT_FILES, loadPageParts } from '../lib/inspector/app-code.ts';

const DIST = 'dist';

function compile(): void {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], {
    // The compiler writes its errors to standard output.
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  chmodSync(join(DIST, 'bin', 'winnow.js'), 0o755);
}

/** The very bundles that `cdk synth` makes in this project. */
function bundleFunctions(): void {
  const outdir = mkdtempSync(join(tmpdir(), 'winnow-build-'));
  try {
    cpSync(synthesize(outdir).assetPath, join(DIST, 'lambdas', 'clean'), { recursive: true });
  } finally {
    rmSync(outdir, { recursive: true });
  }
  bundleLearner(join(DIST, 'lambdas', 'learn'));
}

/** Scripts and style of the inspector's page. */
async function bundleInspector(): Promise<void> {
  const folder = join(DIST, 'lib', 'inspector', 'built');
  mkdirSync(folder, { recursive: true });
  const parts = await loadPageParts();
  for (const [part, name] of Object.entries(BUILT_FILES)) {
    writeFileSync(join(folder, name), parts[part as keyof typeof BUILT_FILES]);
  }
}

rmSync(DIST, { recursive: true, force: true });
compile();
await bundleInspector();
bundleFunctions();
