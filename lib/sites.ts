/** What the package exports as `winnower/sites`: rules and memory of sites, for the options `siteRules` and `siteMemory` of the cleaner. */

export type { SiteMemory } from './core/site/site-memory.ts';
export type { SiteRule } from './core/site/site-rule.ts';
export type { SiteCleaner, SiteRules } from './core/site/site-rules.ts';
export { readSites } from './site-config/read-sites.ts';
export type { KnownSites, SiteText, SiteTexts, SiteVersions } from './site-config/site-texts.ts';
export { ParagraphCounts } from './site-memory/counts.ts';
export { memoryOf, readSnapshot, writeSnapshot } from './site-memory/snapshot.ts';
export { describeProblem, type Problem } from './site-rules/problem.ts';
export { type ReadRules, readYamlRules } from './site-rules/read-yaml.ts';
export { readRuleFiles } from './site-rules/rule-files.ts';
export { SiteRuleBook, type SiteRuleEntry } from './site-rules/site-rule-book.ts';
