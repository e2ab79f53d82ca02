import type { LabelledDocument } from '../document.ts';
import type { SourceInfo } from '../source.ts';
import type { ArticleMetadata } from './metadata.ts';

export function extractMetadata(_labelled: LabelledDocument, _info: SourceInfo): ArticleMetadata {
  return { kind: 'article' };
}
