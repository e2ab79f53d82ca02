import { REMOVAL_CLASSES } from './document.ts';
import { CleaningError, REASONS } from './errors.ts';
import { labelBlocks, ruleSetHash } from './label/label.ts';
import { extractMetadata } from './metadata/extract.ts';
import { parseHtml } from './parse/html.ts';
import { parseMarkdown } from './parse/markdown.ts';
import { parseText } from './parse/text.ts';
import { decode } from './read/decode.ts';
import { detectFormat } from './read/detect.ts';
import type { ArticleRecord } from './record.ts';
import { renderRecord } from './render/render.ts';
import { restore } from './render/restore.ts';
import type { CleanOptions, SourceInfo } from './source.ts';

export type { RemovalClass } from './document.ts';
export type { Reason } from './errors.ts';
export type * from './record.ts';
export type { CleanOptions, SourceInfo } from './source.ts';
export { CleaningError, REASONS, REMOVAL_CLASSES, restore };

const PARSERS = { html: parseHtml, text: parseText, markdown: parseMarkdown } as const;

/**
 * Cleans one article: bytes or text in, record out. Pure: equal input and options give an equal record.
 *
 * @param body Bytes as fetched (decoded by BOM, strict UTF-8, declared label, detection), or text already decoded.
 * @param source Media type, or all that is known about the input; what is missing is detected from the content.
 * @throws CleaningError when the input can never be cleaned: empty, too large, not text, without any content.
 */
export function cleanArticle(
  body: Uint8Array | string,
  source: string | SourceInfo = {},
  options: CleanOptions = {},
): ArticleRecord {
  const info: SourceInfo = typeof source === 'string' ? { mediaType: source } : source;
  const decoded = decode(body, info, options);
  const format = detectFormat(decoded.text, info);
  const document = PARSERS[format](decoded.text);
  const labelled = labelBlocks(document);
  const metadata = extractMetadata(labelled, info);
  return renderRecord({ labelled, metadata, decoded, info, options, ruleSet: ruleSetHash() });
}
