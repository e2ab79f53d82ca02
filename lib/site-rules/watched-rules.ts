import type { SiteCleaner, SiteRules } from '../core/site/site-rules.ts';
import { ObjectNotFoundError, type ObjectRef, type ObjectStore } from '../io/ports.ts';
import type { Problem } from './problem.ts';
import { readRuleText } from './rule-files.ts';
import { SiteRuleBook } from './site-rule-book.ts';

/** Bytes of a file of rules above which it is refused: ten thousand sites have their rules in less. */
const MAX_RULES_BYTES = 8 * 1024 * 1024;

/**
 * The rules in one object of a bucket, read anew when its ETag has changed. A file with a problem, and one that cannot be reached,
 * leave the last good rules in force; an object that is gone leaves none.
 */
export class WatchedSiteRules implements SiteRules {
  private book = new SiteRuleBook([]);
  private etag: string | null = null;

  /** @param tell Is told what is wrong with a new version, once for each. */
  constructor(
    private readonly store: ObjectStore,
    private readonly ref: Pick<ObjectRef, 'bucket' | 'key'>,
    private readonly tell: (problems: readonly Problem[]) => void,
  ) {}

  find(url: string, fetchedAt: string | null): SiteCleaner | null {
    return this.book.find(url, fetchedAt);
  }

  /** Looks for a new version. Call it between objects, never during one. @throws What the store throws; the rules stay. */
  async refresh(): Promise<void> {
    const head = await this.store.head(this.ref);
    if (head === null) {
      this.book = new SiteRuleBook([]);
      this.etag = null;
      return;
    }
    if (head.etag !== null && head.etag === this.etag) return;
    try {
      const { body, etag } = await this.store.get(this.ref, { maxBytes: MAX_RULES_BYTES });
      const { entries, problems } = readRuleText(new TextDecoder().decode(body), this.ref.key);
      this.etag = etag;
      if (problems.length === 0) this.book = new SiteRuleBook(entries);
      else this.tell(problems);
    } catch (error) {
      // Deleted since it was looked for: the next look finds out.
      if (!(error instanceof ObjectNotFoundError)) throw error;
    }
  }
}
