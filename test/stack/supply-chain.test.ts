import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleHandler } from '../../lib/infra/handler-code.ts';

const ROOT = join(__dirname, '..', '..');
/** Packages of others than AWS in the function; AWS publishes its SDK and Powertools in many, each in one release. */
const MOST_PACKAGES = 25;
const MOST_OF_AWS = 17;
const OF_AWS = /^@(?:aws|aws-sdk|smithy|aws-lambda-powertools)\//;

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile;

/** Folders of the packages in the bundle, as the lockfile names them. */
function bundledPackages(): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'winnow-supply-'));
  try {
    const folders = bundleHandler(outdir).flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
          const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
          return folder === undefined || bytesInOutput === 0 ? [] : [folder];
        }),
      ),
    );
    return [...new Set(folders)].sort();
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe('what the function is made of', () => {
  const folders = bundledPackages();
  const names = [...new Set(folders.map((folder) => folder.replace(/^.*node_modules\//, '')))];

  it('is few packages', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !OF_AWS.test(name)).length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(names.filter((name) => OF_AWS.test(name)).length).toBeLessThanOrEqual(MOST_OF_AWS);
  });

  it('is in the lockfile with its hash, without scripts that run when it is installed', () => {
    for (const folder of folders) {
      const locked = lock.packages[folder];
      expect({ folder, locked: locked !== undefined }).toEqual({ folder, locked: true });
      expect({ folder, script: locked?.hasInstallScript ?? false }).toEqual({ folder, script: false });
      expect({ folder, integrity: locked?.integrity?.startsWith('sha512-') }).toEqual({ folder, integrity: true });
    }
  });

  it('may be given away with the function', () => {
    const licences = new Set(folders.map((folder) => lock.packages[folder]?.license));
    const free = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', '0BSD', '(MIT AND Zlib)'];
    expect([...licences].filter((licence) => licence === undefined || !free.includes(licence))).toEqual([]);
  });
});

describe('the lockfile', () => {
  it('has no package from a git repository, a folder or an address that is not encrypted', () => {
    const others = Object.entries(lock.packages).filter(([name, { resolved }]) => {
      return name !== '' && resolved !== undefined && !/^https:\/\/[^/]+\/.+\.tgz$/.test(resolved);
    });
    expect(others).toEqual([]);
    expect(lock.lockfileVersion).toBe(3);
  });
});
