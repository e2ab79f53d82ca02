import type { LabelledDocument } from '../document.ts';
import type { ArticleMetadata } from '../metadata/metadata.ts';
import type { Decoded } from '../read/decode.ts';
import type { ArticleRecord } from '../record.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';

export interface RenderInput {
  readonly labelled: LabelledDocument;
  readonly metadata: ArticleMetadata;
  readonly decoded: Decoded;
  readonly info: SourceInfo;
  readonly options: CleanOptions;
}

export function renderRecord(_input: RenderInput): ArticleRecord {
  throw new Error('to come');
}
