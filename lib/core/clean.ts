import { REMOVAL_CLASSES } from './document.ts';
import { CleaningError, REASONS } from './errors.ts';
import type { Sha256 } from './hash.ts';
import { labelVersions, sourceLabeller } from './label/label.ts';
import { labelSource } from './label-source.ts';
import { extractMetadata } from './metadata/extract.ts';
import { decode } from './read/decode.ts';
import { detectFormat } from './read/detect.ts';
import type { ArticleRecord } from './record.ts';
import { renderRecord } from './render/render.ts';
import { restore } from './render/restore.ts';
import { applySite, withSiteMetadata } from './site/apply-site.ts';
import type { CleanOptions, SourceInfo } from './source.ts';

export type { RemovalClass } from './document.ts';
export type { Reason } from './errors.ts';
export type * from './record.ts';
export type { CleanOptions, SourceInfo } from './source.ts';
export { CleaningError, REASONS, REMOVAL_CLASSES, restore };

/** Bytes or text in, record out. @throws CleaningError */
export type ArticleCleaner = (
  body: Uint8Array | string,
  source?: string | SourceInfo,
  options?: CleanOptions,
) => ArticleRecord;

/** The cleaner, pure but for the hash that it is given. */
export function createCleaner(sha256: Sha256): ArticleCleaner {
  return (body, source = {}, options = {}) => {
    const info: SourceInfo = typeof source === 'string' ? { mediaType: source } : source;
    const decoded = decode(body, info, options, sha256);
    const format = detectFormat(decoded.source, info);
    const labelled = labelSource(decoded.source, format, info.url ?? null, sourceLabeller(options));
    const site = applySite(labelled, decoded.source, info, options, sha256);
    const metadata = withSiteMetadata(extractMetadata(site.labelled, info), site.metadata);
    const versions = { ...labelVersions(sha256), ...site.versions };
    return renderRecord({ labelled: site.labelled, metadata, decoded, info, options, sha256, versions });
  };
}
