import type { SiteRule } from '../core/site/site-rule.ts';
import type { SiteCleaner, SiteRules } from '../core/site/site-rules.ts';
import { sha256 } from '../io/sha256.ts';

/** One rule with what it was made from. */
export interface SiteRuleEntry {
  readonly rule: SiteRule;
  readonly file: string;
  readonly cleaner: SiteCleaner;
}

/** Rules by host. */
export class SiteRuleBook implements SiteRules {
  private readonly byHost = new Map<string, SiteRuleEntry[]>();

  /** Of the rules in their order, which decides where two are for one host; samples do not count. */
  readonly id: string;

  constructor(readonly entries: readonly SiteRuleEntry[]) {
    this.id = sha256(JSON.stringify(entries.map(({ cleaner }) => cleaner.id))).slice(0, 16);
    for (const entry of entries) {
      const known = this.byHost.get(entry.rule.site);
      if (known === undefined) this.byHost.set(entry.rule.site, [entry]);
      else known.push(entry);
    }
  }

  /** The rule of the host, or of the nearest domain above it, that holds on the day; of several the first. */
  find(url: string, fetchedAt: string | null): SiteCleaner | null {
    if (this.byHost.size === 0 || !URL.canParse(url)) return null;
    const labels = new URL(url).hostname.toLowerCase().split('.');
    for (let from = 0; from < labels.length - 1; from++) {
      const found = this.byHost.get(labels.slice(from).join('.'))?.find(({ rule }) => holdsOn(rule, fetchedAt));
      if (found !== undefined) return found.cleaner;
    }
    return null;
  }
}

function holdsOn({ valid }: SiteRule, fetchedAt: string | null): boolean {
  const day = fetchedAt?.slice(0, 10) ?? null;
  if (valid === undefined || day === null) return true;
  return (valid.from === undefined || valid.from <= day) && (valid.until === undefined || day <= valid.until);
}
