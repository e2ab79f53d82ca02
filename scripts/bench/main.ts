/**
 * Measures what a page costs: `npm run -s bench:speed -- [--pages FOLDER] [--text FOLDER] [--rounds N] [--write]`. The code is
 * bundled first, as it is published: on-the-fly compilers leave calls in it that cost as much as the work. With `--write`
 * the figures stand in docs/benchmarks.md afterwards.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { writeSection } from './section.ts';

const folder = mkdtempSync(join(tmpdir(), 'winnow-speed-'));
const args = process.argv.slice(2);
const writes = args.includes('--write');
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
  const output = await run(outfile);
  if (writes) write(output);
} finally {
  rmSync(folder, { recursive: true });
}

/** Shows what the program prints as it comes, and gives it. */
async function run(program: string): Promise<string> {
  const options = args.filter((argument) => argument !== '--write');
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    process.stdout.write(chunk);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the measurement ended with code ${code}`);
  return output;
}

function write(output: string): void {
  const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.arch}, ${cpus().length} x ${cpus()[0]?.model.trim()}`;
  writeSection('bench:speed', `${machine}:\n\n\`\`\`\n${output.trim()}\n\`\`\``);
}
