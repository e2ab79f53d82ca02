import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression of the source, where it stands. */
export interface FoundPattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal of the folders, and every pattern that their modules build while they are loaded. */
export function literalsOf(root: string, folders: readonly string[]): readonly FoundPattern[] {
  const found = new Map<string, FoundPattern>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      const module = parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', target: 'es2022' });
      collect(module, (source, flags) => {
        found.set(`/${source}/${flags}`, { file: relative(root, path), source, flags });
      });
    }
  }
  return [...found.values()];
}

function collect(node: unknown, add: (source: string, flags: string) => void): void {
  if (Array.isArray(node)) for (const child of node) collect(child, add);
  else if (typeof node === 'object' && node !== null) {
    const { type, pattern, flags } = node as Readonly<Record<string, unknown>>;
    if (type === 'RegExpLiteral') add(String(pattern), String(flags));
    else for (const child of Object.values(node)) collect(child, add);
  }
}
