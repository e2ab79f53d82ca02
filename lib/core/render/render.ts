import type { ElementTable, LabelledDocument } from '../document.ts';
import { CleaningError } from '../errors.ts';
import type { Sha256 } from '../hash.ts';
import { HIDDEN_TEXT_RULE } from '../label/html/hidden-text.ts';
import type { LabelVersions } from '../label/label.ts';
import type { ArticleMetadata } from '../metadata/metadata.ts';
import type { Decoded } from '../read/decode.ts';
import { nameOf } from '../read/input-name.ts';
import { keepVisible } from '../read/visible-characters.ts';
import type { ArticleBlock, ArticleLink, ArticleRecord, Processing, Provenance, RemovedBlock } from '../record.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';
import { CLEANER_VERSION } from '../version.ts';
import { toArticleBlock } from './article-blocks.ts';
import { collectComments } from './comments.ts';
import { escapeSource } from './escape.ts';
import { fingerprint, hashText } from './fingerprint.ts';
import { htmlView } from './html-view.ts';
import { collectImages } from './images.ts';
import { describeLayout } from './layout.ts';
import { markdownView } from './markdown-view.ts';
import { isNonArticle } from './non-article.ts';
import { ElementPaths } from './path.ts';
import { cutIntoPieces, type Piece, rangeOf } from './pieces.ts';
import { judgeQuality } from './quality.ts';
import { collectRelated } from './related.ts';
import { isSafeUrl } from './safe-url.ts';

export interface RenderInput {
  readonly labelled: LabelledDocument;
  readonly metadata: ArticleMetadata;
  readonly decoded: Decoded;
  readonly info: SourceInfo;
  readonly options: CleanOptions;
  readonly sha256: Sha256;
  /** Of the rules for the site and the memory of it only what was applied. */
  readonly versions: LabelVersions & Pick<Processing, 'siteRuleSet' | 'siteRules' | 'siteMemory'>;
}

/**
 * The record: the one place that leaves labelled blocks out.
 *
 * @throws CleaningError `no-content` when nothing of the article is left.
 */
export function renderRecord(input: RenderInput): ArticleRecord {
  const { labelled, metadata, decoded, info, options } = input;
  const { source, elements } = labelled.document;
  const pieces = cutIntoPieces(labelled);
  const blocks = pieces.filter((piece) => piece.kept).map((piece) => toArticleBlock(piece, source));
  const text = blocks
    .filter((block) => block.type !== 'caption')
    .map((block) => block.text)
    .join('\n\n');
  const words = pieces.reduce((sum, piece) => sum + wordsOf(piece), 0);
  if (words === 0) throw new CleaningError('no-content', `expected an article, got no words of one (${nameOf(info)})`);
  if (isNonArticle(metadata.title, blocks, words, source === null)) {
    throw new CleaningError('no-content', `expected an article, got ${words} words that are none (${nameOf(info)})`);
  }
  const provenance = toProvenance(decoded, info);
  const related = collectRelated(pieces);
  const { comments = [], ...about } = metadata;
  const shown = collectComments(pieces, elements);
  const print = fingerprint(blocks, input.sha256);
  return {
    schemaVersion: '1.0',
    id: hashText(`${provenance.uri}\n${info.recordIndex ?? 0}`, input.sha256),
    ...about,
    text,
    blocks,
    ...views(metadata.title, blocks, options),
    ...filled('images', collectImages(labelled)),
    ...filled('links', collectLinks(pieces)),
    ...filled('related', related),
    ...filled('comments', shown.length > 0 ? shown : comments),
    removed: listRemoved(pieces, source, elements),
    ...(source !== null && { layout: describeLayout(source, pieces) }),
    quality: judgeQuality({
      labelled,
      pieces,
      words,
      kind: metadata.kind,
      fingerprint: print,
      notes: [...decoded.notes, ...labelled.document.notes],
    }),
    fingerprint: print,
    provenance,
    processing: { cleaner: CLEANER_VERSION, ...input.versions },
  };
}

/** Words that a piece adds to the text. */
function wordsOf(piece: Piece): number {
  if (!piece.kept || piece.group.kind === 'caption' || piece.type === 'caption') return 0;
  return piece.group.blocks.reduce((sum, block) => sum + block.words, 0);
}

function views(title: string | undefined, blocks: readonly ArticleBlock[], options: CleanOptions) {
  return {
    ...(options.markdown === true && { markdown: markdownView(title, blocks) }),
    ...(options.html === true && { html: htmlView(title, blocks) }),
  };
}

/** A missing value is a missing key, so an empty list is no key. */
function filled<K extends string, T>(key: K, values: readonly T[]): { readonly [key in K]?: readonly T[] } {
  return values.length === 0 ? {} : ({ [key]: values } as { readonly [key in K]: readonly T[] });
}

function listRemoved(
  pieces: readonly Piece[],
  source: string | null,
  elements: ElementTable | null,
): readonly RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  const paths = elements === null ? null : new ElementPaths(elements);
  let at = 0;
  for (const piece of pieces) {
    if (piece.kept) {
      at++;
      continue;
    }
    const { block, removal } = piece;
    const { class: name, rule } = removal;
    const confidence = Math.round(removal.confidence * 1000) / 1000;
    const range = rangeOf(piece);
    if (source !== null && range !== null) {
      const text = escapeSource(source.slice(range.start, range.end));
      removed.push({ class: name, rule, confidence, text, start: range.start, end: range.end, at });
    } else if (block.text !== '' && paths !== null && rule !== HIDDEN_TEXT_RULE) {
      removed.push({ class: name, rule, confidence, text: block.text, path: paths.of(block.element), at });
    }
  }
  return removed;
}

function collectLinks(pieces: readonly Piece[]): readonly ArticleLink[] {
  const links = new Map<string, ArticleLink>();
  for (const piece of pieces) {
    if (!piece.kept) continue;
    for (const block of piece.group.blocks) {
      for (const { text, url } of block.links) {
        const key = `${url} ${text}`;
        if (url !== '' && text !== '' && !links.has(key) && isSafeUrl(url)) links.set(key, { text, url });
      }
    }
  }
  return [...links.values()];
}

function toProvenance(decoded: Decoded, info: SourceInfo): Provenance {
  return {
    uri: info.uri ?? info.url ?? `sha256:${decoded.sha256}`,
    ...(info.bucket !== undefined && { bucket: info.bucket }),
    ...(info.key !== undefined && { key: info.key }),
    ...(info.versionId !== undefined && { versionId: info.versionId }),
    ...(info.etag !== undefined && { etag: info.etag }),
    size: decoded.size,
    sha256: decoded.sha256,
    ...(info.mediaType !== undefined && { contentType: printable(info.mediaType) }),
    charset: decoded.charset,
    ...(info.recordIndex !== undefined && { recordIndex: info.recordIndex }),
    ...(info.recordId !== undefined && { recordId: printable(info.recordId) }),
    ...(info.fetchedAt !== undefined && { fetchedAt: printable(info.fetchedAt) }),
  };
}

/** What a container says of a record, as it can stand in one: well-formed, without controls and what nobody sees. */
function printable(given: string): string {
  return keepVisible(given.toWellFormed())
    .text.replace(/\p{Cc}+/gu, ' ')
    .trim();
}
