import { CleaningError } from '../core/errors.ts';
import { decompress } from '../io/decompress.ts';
import { MAX_SNAPSHOT_BYTES, memoryOf, readSnapshot, SnapshotError } from '../site-memory/snapshot.ts';
import type { Problem } from '../site-rules/problem.ts';
import { readRuleText } from '../site-rules/rule-files.ts';
import { SiteRuleBook, type SiteRuleEntry } from '../site-rules/site-rule-book.ts';
import type { KnownSites, SiteText, SiteTexts } from './site-texts.ts';

/** Makes texts ready for the cleaner; with a single problem none of them is. */
export function readSites(texts: SiteTexts): KnownSites | readonly Problem[] {
  const problems: Problem[] = [];
  const entries: SiteRuleEntry[] = [];
  for (const { file, body } of texts.rules) {
    const read = readRuleText(new TextDecoder().decode(body), file);
    entries.push(...read.entries);
    problems.push(...read.problems);
  }
  const memory = texts.memory === null ? null : readMemory(texts.memory, texts.minStories);
  if (Array.isArray(memory)) problems.push(...memory);
  if (problems.length > 0) return problems;
  const siteRules = entries.length > 0 ? new SiteRuleBook(entries) : null;
  const siteMemory = memory === null || Array.isArray(memory) ? null : memory;
  return {
    options: { ...(siteRules && { siteRules }), ...(siteMemory && { siteMemory }) },
    versions: {
      ...(siteRules && { siteRuleSet: siteRules.id }),
      ...(siteMemory && { siteMemory: siteMemory.id }),
    },
  };
}

function readMemory({ file, body }: SiteText, minStories: number): ReturnType<typeof memoryOf> | Problem[] {
  try {
    const text = new TextDecoder().decode(decompress(body, null, MAX_SNAPSHOT_BYTES, file));
    return memoryOf(readSnapshot(text, file), minStories);
  } catch (error) {
    if (!(error instanceof SnapshotError || error instanceof CleaningError)) throw error;
    return [{ file, line: 1, column: 1, message: error.message }];
  }
}
