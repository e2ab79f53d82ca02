import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseFile } from './case-folder.ts';

const PATH = /^([a-z0-9]+(?:-[a-z0-9]+){0,15})\/(?:input\.(?:html|txt|md)|expected\.json|case\.json)$/;

/** A case that cannot be written; the message says why. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

/**
 * Writes a new case folder and answers its path.
 *
 * @param value What a page sent: three files of one folder, as `draftCase` makes them.
 * @throws CaseError for anything else, and when there is such a case already.
 */
export async function writeCase(value: unknown, casesFolder: string): Promise<string> {
  const files = readFiles(value);
  const slug = files[0]?.path.split('/')[0] ?? '';
  const folder = join(casesFolder, slug);
  await mkdir(casesFolder, { recursive: true });
  try {
    await mkdir(folder);
  } catch (cause) {
    throw new CaseError(`there is a case of this name already: ${folder}`, { cause });
  }
  for (const { path, text } of files) await writeFile(join(casesFolder, path), text, { flag: 'wx' });
  return folder;
}

function readFiles(value: unknown): readonly CaseFile[] {
  if (!Array.isArray(value) || value.length !== 3) throw new CaseError('expected the three files of a case');
  const files = value.map((file: unknown): CaseFile => {
    if (!isFile(file) || !PATH.test(file.path)) throw new CaseError('expected files such as "dated-footer/case.json"');
    return { path: file.path, text: file.text };
  });
  const folders = new Set(files.map(({ path }) => PATH.exec(path)?.[1]));
  if (folders.size !== 1 || new Set(files.map(({ path }) => path)).size !== 3) {
    throw new CaseError('expected the three files of one case');
  }
  return files;
}

function isFile(value: unknown): value is CaseFile {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('text' in value)) return false;
  return typeof value.path === 'string' && typeof value.text === 'string';
}
