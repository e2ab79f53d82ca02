import type { SiteRules } from '../core/site/site-rules.ts';
import { describeProblem } from '../site-rules/problem.ts';
import { readRuleFiles } from '../site-rules/rule-files.ts';
import { SiteRuleBook } from '../site-rules/site-rule-book.ts';

/** Where it is told what is wrong with rules. */
export interface Warnings {
  readonly stderr: { readonly write: (text: string) => unknown };
}

/** The rules of `--sites`; what is wrong with them is told, and the rest holds. */
export async function loadSiteRules(path: string, { stderr }: Warnings): Promise<SiteRules> {
  const { entries, problems } = await readRuleFiles(path);
  for (const problem of problems) stderr.write(`winnow: ${describeProblem(problem)}\n`);
  return new SiteRuleBook(entries);
}
