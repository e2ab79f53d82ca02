import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CleaningError } from '../core/errors.ts';
import type { ArticleRecord } from '../core/record.ts';
import type { Sample } from '../core/site/site-rule.ts';
import { cleanArticle } from '../index.ts';
import { toJsonLine } from '../io/json-line.ts';
import { describeProblem } from '../site-rules/problem.ts';
import { readRuleFiles } from '../site-rules/rule-files.ts';
import { SiteRuleBook, type SiteRuleEntry } from '../site-rules/site-rule-book.ts';
import type { ExitCode, Streams } from './streams.ts';

/** Runs `winnow site test`: 0 when every rule can be read and every sample comes out as it says, 1 otherwise. */
export async function runSiteTest(
  path: string,
  { json }: { readonly json?: boolean },
  { stdout, stderr }: Streams,
): Promise<ExitCode> {
  const { entries, problems } = await readRuleFiles(path);
  for (const problem of problems) stderr.write(`${describeProblem(problem)}\n`);
  let failed = problems.length;
  for (const entry of entries) {
    const samples = entry.rule.samples ?? [];
    if (samples.length === 0)
      stderr.write(`${entry.rule.site}: no samples; add some, so that a change of the site is noticed\n`);
    for (const sample of samples) {
      const faults = await testSample(entry, sample);
      failed += faults.length;
      if (json === true) {
        stdout.write(toJsonLine({ site: entry.rule.site, rule: entry.file, sample: sample.file, faults }));
        continue;
      }
      stdout.write(`${entry.rule.site}: ${sample.file}: ${faults.length === 0 ? 'as expected' : 'differs'}\n`);
      for (const fault of faults) stdout.write(`  ${fault}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

/** What is not as the sample says. */
async function testSample(entry: SiteRuleEntry, sample: Sample): Promise<readonly string[]> {
  const body = await readFile(join(dirname(entry.file), sample.file));
  const url = sample.url ?? `https://${entry.rule.site}/`;
  // Whether the rule holds on the day of the sample is not what is tested.
  const { valid: _, ...rule } = entry.rule;
  const siteRules = new SiteRuleBook([{ ...entry, rule }]);
  try {
    return compare(cleanArticle(body, { uri: sample.file, url }, { siteRules }), sample);
  } catch (error) {
    if (error instanceof CleaningError) return [error.message];
    throw error;
  }
}

function compare(record: ArticleRecord, sample: Sample): readonly string[] {
  const faults: string[] = [];
  const equal = (what: string, expected: string | undefined, got: string | undefined) => {
    if (expected !== undefined && expected !== got) faults.push(`${what}: expected "${expected}", got "${got ?? ''}"`);
  };
  if (record.processing.siteRules === undefined) {
    faults.push('the rule was not applied: it would have removed more than it keeps');
  }
  equal('title', sample.title, record.title);
  equal('authors', sample.authors?.join(', '), record.authors?.map(({ name }) => name).join(', '));
  equal('date', sample.date, record.datePublished);
  for (const text of sample.keeps ?? [])
    if (!record.text.includes(text)) faults.push(`expected in the text: "${text}"`);
  for (const text of sample.drops ?? [])
    if (record.text.includes(text)) faults.push(`expected not in the text: "${text}"`);
  return faults;
}
