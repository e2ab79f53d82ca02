import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import type { ObjectRef } from '../io/ports.ts';

/** The files that a command line names. */
export interface Inputs {
  /** `bucket` is the folder as it was named, `key` the path in it with `/`; sorted within each argument. */
  readonly files: readonly Pick<ObjectRef, 'bucket' | 'key'>[];
  /** Arguments that name nothing to read, each with the reason. */
  readonly problems: readonly string[];
}

/**
 * Lists files and, in folders, every file at any depth but hidden ones; symbolic links inside a folder are not followed.
 *
 * @param excluded Folder that is passed over, so that a second run does not read the first one's output.
 */
export async function listInputs(paths: readonly string[], excluded: string | null): Promise<Inputs> {
  const files: Inputs['files'][number][] = [];
  const problems: string[] = [];
  const skip = excluded === null ? null : resolve(excluded);
  for (const path of paths) {
    try {
      const found = (await stat(path)).isDirectory() ? await listFolder(path, skip) : [await locateFile(path)];
      if (found.length === 0) problems.push(`${path}: no files in this folder`);
      files.push(...found);
    } catch (error) {
      problems.push(`${path}: ${describe(error)}`);
    }
  }
  return { files, problems };
}

async function listFolder(path: string, skip: string | null): Promise<Inputs['files'][number][]> {
  const bucket = normalize(path).replace(/(?<=.)[\\/]$/, '');
  const keys: string[] = [];
  const visit = async (prefix: string): Promise<void> => {
    if (resolve(bucket, prefix) === skip) return;
    for (const entry of await readdir(join(bucket, prefix), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const key = `${prefix}${entry.name}`;
      if (entry.isDirectory()) await visit(`${key}/`);
      else if (entry.isFile()) keys.push(key);
    }
  };
  await visit('');
  return keys.sort().map((key) => ({ bucket, key }));
}

/** A link that was named itself is followed, and named as what it leads to. */
async function locateFile(path: string): Promise<Inputs['files'][number]> {
  const file = (await lstat(path)).isSymbolicLink() ? await realpath(path) : normalize(path);
  if (!(await stat(file)).isFile()) throw new Error('not a file or folder; use - for standard input');
  return { bucket: dirname(file), key: basename(file) };
}

function describe(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file or folder';
  if (code === 'EACCES') return 'no permission to read it';
  return error instanceof Error ? error.message : String(error);
}
