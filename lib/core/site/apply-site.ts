import type { LabelledDocument } from '../document.ts';
import type { Sha256 } from '../hash.ts';
import type { ArticleMetadata } from '../metadata/metadata.ts';
import type { Processing } from '../record.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';
import type { SourceText } from '../source-text.ts';
import { applyMemory } from './site-memory.ts';
import type { SiteVerdict } from './site-rules.ts';

/** What is known of the site of a document, applied. */
export interface SiteApplied {
  readonly labelled: LabelledDocument;
  readonly metadata: SiteVerdict['metadata'];
  /** What was applied, as the record tells it. */
  readonly versions: Pick<Processing, 'siteRuleSet' | 'siteRules' | 'siteMemory'>;
}

/** Labels a document by the rule of its site and by what its site repeats, where they are known. */
export function applySite(
  labelled: LabelledDocument,
  source: SourceText,
  info: SourceInfo,
  options: Pick<CleanOptions, 'siteRules' | 'siteMemory'>,
  sha256: Sha256,
): SiteApplied {
  const url = info.url ?? labelled.document.head.canonicalUrl;
  const cleaner = (url !== null && options.siteRules?.find(url, info.fetchedAt ?? null)) || null;
  const verdict = cleaner?.apply(labelled, source.text) ?? { labelled, metadata: {}, applied: false };
  const remembered = applyMemory(verdict.labelled, info, options, sha256);
  return {
    labelled: remembered.labelled,
    metadata: verdict.metadata,
    versions: {
      ...(options.siteRules && { siteRuleSet: options.siteRules.id }),
      ...(cleaner !== null && verdict.applied && { siteRules: [cleaner.id] }),
      ...(remembered.id !== null && { siteMemory: remembered.id }),
    },
  };
}

/** The metadata with what the rule of the site says in place of what was found without it. */
export function withSiteMetadata(metadata: ArticleMetadata, site: SiteVerdict['metadata']): ArticleMetadata {
  if (site.evidence === undefined) return metadata;
  return { ...metadata, ...site, evidence: { ...metadata.evidence, ...site.evidence } };
}
