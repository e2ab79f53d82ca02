import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { readSiteConfig } from './read-site-config.ts';
import { type ReadRules, readYamlRules } from './read-yaml.ts';

/** What one file of rules holds, by its name: YAML, or the format of Full-Text RSS for `.txt`. */
export function readRuleText(text: string, file: string): ReadRules {
  return file.endsWith('.txt') ? readSiteConfig(text, file) : readYamlRules(text, file);
}

/** The rules of a file, or of all files of rules in a folder (not in folders below it: there the samples lie), by name. */
export async function readRuleFiles(path: string): Promise<ReadRules> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter((name) => /\.(?:ya?ml|txt)$/.test(name)).sort() : [];
  const files = isFolder ? names.map((name) => join(path, name)) : [path];
  const entries: ReadRules['entries'][number][] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readRuleText(await readFile(file, 'utf8'), file);
    entries.push(...read.entries);
    problems.push(...read.problems);
  }
  return { entries, problems };
}
