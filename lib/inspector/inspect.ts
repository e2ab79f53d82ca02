import type { ArticleCleaner } from '../core/clean.ts';
import type { Format } from '../core/document.ts';
import { CleaningError } from '../core/errors.ts';
import type { ArticleExplainer } from '../core/explain.ts';
import type { Sha256 } from '../core/hash.ts';
import { rationaleOf } from '../core/label/rules/rationale.ts';
import { decode } from '../core/read/decode.ts';
import { readScrapedRecord } from '../core/read/records.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { type InspectedDocument, isQuarantine } from './inspected.ts';
import { pairReasons } from './pair-reasons.ts';

/** How a body holds its articles. */
export type BodyKind = 'article' | 'record' | 'records';

/** One article out of a body, not cleaned yet, or why it cannot be read. */
export type GivenArticle =
  | { readonly body: Uint8Array | string; readonly info: SourceInfo }
  | { readonly error: CleaningError; readonly info: SourceInfo };

export interface InspectorParts {
  readonly clean: ArticleCleaner;
  readonly explain: ArticleExplainer;
  readonly sha256: Sha256;
  readonly options?: CleanOptions;
}

/** UTF-16 units of a source above which it is not carried along: the page would grow slow, and nobody reads it. */
const MAX_SOURCE_UNITS = 2_000_000;

/** Cleans every article of a body and says why; what can never be cleaned is an answer too. */
export function inspectBody(
  name: string,
  body: Uint8Array,
  kind: BodyKind,
  info: SourceInfo,
  parts: InspectorParts,
): readonly InspectedDocument[] {
  return inspectArticles(name, readArticles(body, kind, info), parts);
}

/** The same for articles that were read out of their body. */
export function inspectArticles(
  name: string,
  articles: readonly GivenArticle[],
  parts: InspectorParts,
): readonly InspectedDocument[] {
  return articles.map((article, index) => {
    const own = articles.length > 1 ? `${name} #${index}` : name;
    return inspectAnswer(own, cleanGiven(article, parts), article, parts);
  });
}

/** An answer with the source and the reasons for each of its pieces, as far as the source is given. */
export function inspectAnswer(
  name: string,
  answer: ArticleRecord | QuarantineRecord,
  article: GivenArticle | null,
  parts: Omit<InspectorParts, 'clean'>,
): InspectedDocument {
  if (article === null || 'error' in article) return { name, answer };
  try {
    const { text } = decode(article.body, article.info, parts.options ?? {}, parts.sha256).source;
    const source = text.length <= MAX_SOURCE_UNITS ? { source: text } : {};
    if (isQuarantine(answer)) return { name, answer, ...source };
    const { format, blocks } = parts.explain(article.body, article.info, parts.options);
    return { name, answer, format, ...source, ...pairReasons(answer, blocks) };
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return { name, answer };
  }
}

/** The articles of a body in order: itself, one scraped record, or one such record a line. */
export function readArticles(body: Uint8Array, kind: BodyKind, info: SourceInfo): readonly GivenArticle[] {
  if (kind === 'article') return [{ body, info }];
  const text = new TextDecoder().decode(body);
  if (kind === 'record') return [readGiven(text, info)];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, recordIndex) => readGiven(line, { ...info, recordIndex }));
}

function readGiven(json: string, info: SourceInfo): GivenArticle {
  try {
    return readScrapedRecord(json, info);
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return { error, info };
  }
}

function cleanGiven(article: GivenArticle, { clean, options }: InspectorParts): ArticleRecord | QuarantineRecord {
  try {
    if ('error' in article) throw article.error;
    return clean(article.body, article.info, options);
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    const { uri } = article.info;
    return {
      outcome: 'quarantined',
      reason: error.reason,
      message: error.message,
      ...(uri !== undefined && { uri }),
    };
  }
}

/** Why the rules that removed something in these documents remove it, by rule id. */
export function collectRationales(documents: readonly InspectedDocument[]): Readonly<Record<string, string>> {
  const rationales: Record<string, string> = {};
  for (const { answer } of documents) {
    if (isQuarantine(answer)) continue;
    for (const { rule } of answer.removed) {
      const rationale = rule in rationales ? null : rationaleOf(rule);
      if (rationale !== null) rationales[rule] = rationale;
    }
  }
  return rationales;
}

/** How a file of this name holds its articles, and the media type of the article. */
export function kindOfName(name: string): { readonly kind: BodyKind; readonly mediaType?: string } {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'json') return { kind: 'record' };
  if (extension === 'jsonl' || extension === 'ndjson') return { kind: 'records' };
  const mediaType = MEDIA_TYPES[extension];
  return { kind: 'article', ...(mediaType !== undefined && { mediaType }) };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
};

/** Extension of the input of a case, by format. */
export const CASE_EXTENSION: Readonly<Record<Format, string>> = { html: 'html', text: 'txt', markdown: 'md' };
