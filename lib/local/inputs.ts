import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';

/** A file that is to be uploaded. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  readonly key: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

/** What uploaders send for these extensions; anything else goes as `application/octet-stream`. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson',
  '.ndjson': 'application/x-ndjson',
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.gz': 'application/gzip',
};

/** Paths on the command line that are not there, name no file, or would share a key. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Lists files and everything in folders, by key. A key is the path relative to `base`; what lies outside keeps its path
 * from the named folder or file on. In folders, entries whose names begin with a dot are passed over.
 *
 * @param base Absolute.
 * @throws InputError
 */
export function listInputs(paths: readonly string[], base: string): readonly InputFile[] {
  const files = new Map<string, InputFile>();
  const missing = paths.filter((path) => !existsSync(resolve(base, path)));
  if (missing.length > 0) throw new InputError(`no such file or folder: ${missing.join(', ')}`);
  for (const named of paths.map((path) => resolve(base, path))) {
    for (const path of filesOf(named)) {
      const { size } = statSync(path);
      const contentType = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
      const key = keyOf(path, named, base);
      // The same file may be named twice; another one of the same key may not hide it.
      const other = files.get(key);
      if (other && other.path !== path) throw new InputError(`${other.path} and ${path} would share one key, ${key}`);
      files.set(key, { path, key, contentType, sizeBytes: size });
    }
  }
  return [...files.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesOf(child);
    // A link to a folder may lead back up.
    return entry.isFile() || (entry.isSymbolicLink() && existsSync(child) && statSync(child).isFile()) ? [child] : [];
  });
}

function keyOf(path: string, named: string, base: string): string {
  const fromBase = relative(base, path);
  const isOutside = fromBase.startsWith('..') || resolve(fromBase) === fromBase;
  const key = isOutside ? join(basename(named), relative(named, path)) : fromBase;
  return key.split(sep).join('/');
}
