import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const projectRoot = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'winnow-diff-'));
const deployed = join(folder, 'Winnow.template.json');

/** Runs the CDK's own command as a user does, without any account. */
function cdk(...args: string[]): { readonly status: number | null; readonly output: string } {
  const file = join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const env = { PATH: process.env.PATH, HOME: folder, CI: 'true' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: projectRoot,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const diff = () => cdk('diff', '--output', join(folder, 'again'), '--template', deployed, '--fail');

describe('cdk diff after a deployment', () => {
  beforeAll(() => {
    expect(cdk('synth', '--quiet', '--output', folder)).toMatchObject({ status: 0 });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds no difference in what was synthesised before, the bundle included', () => {
    const { status, output } = diff();
    expect(output).toContain('There were no differences');
    expect(status).toBe(0);
  }, 60_000);

  it('would find one', () => {
    writeFileSync(
      deployed,
      readFileSync(deployed, 'utf8').replace('"MaximumConcurrency": ', '"MaximumConcurrency": 1'),
    );
    expect(diff()).toMatchObject({ status: 1, output: expect.stringContaining('MaximumConcurrency') });
  }, 60_000);
});
