import { createCleaner } from './core/clean.ts';
import { sha256 } from './io/sha256.ts';

export type * from './core/clean.ts';
export { CleaningError, REASONS, REMOVAL_CLASSES, restore } from './core/clean.ts';
export type { FingerprintComparison, Similarity } from './core/compare-fingerprints.ts';
export { compareFingerprints, SIMILARITIES } from './core/compare-fingerprints.ts';
export type * from './core/export/dolma.ts';
export { toDolma } from './core/export/dolma.ts';
export type * from './core/export/fineweb.ts';
export { toFineWebRow } from './core/export/fineweb.ts';
export type * from './core/export/front-matter.ts';
export { toMarkdownDocument } from './core/export/front-matter.ts';
export type * from './core/export/json-feed.ts';
export { toJsonFeedItem } from './core/export/json-feed.ts';
export type * from './core/export/news-article.ts';
export { toNewsArticle } from './core/export/news-article.ts';
export type * from './core/export/ninjs.ts';
export { toNinjs } from './core/export/ninjs.ts';

/**
 * Cleans one article: bytes or text in, record out. Equal input and options give an equal record.
 *
 * @param body Bytes as fetched (decoded by BOM, strict UTF-8, declared label, detection), or text already decoded.
 * @param source Media type, or all that is known about the input; what is missing is detected from the content.
 * @throws CleaningError when the input can never be cleaned: empty, too large, not text, without any content.
 */
export const cleanArticle = createCleaner(sha256);
