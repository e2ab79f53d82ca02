import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Without what an npm or npx around the tests set for itself: a second npx would take its options for its own. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(?:call|package|yes)$/i.test(name)),
);

/** The package as a user has it: packed, and installed alone in an empty folder with its runtime dependencies. */
export interface InstalledPackage {
  readonly folder: string;
  /** Paths in the tarball, without `package/`. */
  readonly packed: readonly string[];
  /** Writes a file into the folder and runs a command there. */
  run(command: string, args: readonly string[], input?: string): { status: number | null; out: string; err: string };
  write(name: string, content: string): void;
  /** Makes a package of this project resolvable in the folder, as if the user had installed it. */
  link(name: string): void;
  remove(): void;
}

/** Builds, packs and installs the package without a network: dependencies are linked to those of this project. */
export function installPackage(): InstalledPackage {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-package-'));
  const run: InstalledPackage['run'] = (command, args, input = '') => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, input, encoding: 'utf8', env });
    return { status, out: stdout, err: stderr };
  };
  const link = (name: string) => {
    const target = join(folder, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), target);
  };
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: 'pipe', env });
  const flags = ['--json', '--ignore-scripts', '--pack-destination', folder];
  const [tarball] = JSON.parse(
    execFileSync('npm', ['pack', ...flags], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', env }),
  );
  const home = join(folder, 'node_modules', 'winnower');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball.filename), '-C', home, '--strip-components=1']);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) link(name);
  mkdirSync(join(folder, 'node_modules', '.bin'));
  for (const [name, path] of Object.entries<string>(manifest.bin)) {
    symlinkSync(join('..', 'winnower', path), join(folder, 'node_modules', '.bin', name));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  return {
    folder,
    packed: tarball.files.map(({ path }: { path: string }) => path),
    run,
    link,
    write: (name, content) => writeFileSync(join(folder, name), content),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
