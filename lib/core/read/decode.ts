import type { CleanOptions, SourceInfo } from '../source.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding the bytes were read as; `utf-8` for text. */
  readonly charset: string;
  /** Bytes received, before decoding. */
  readonly size: number;
  /** Lower-case hex of the bytes received. */
  readonly sha256: string;
  /** Quality flags, such as `encoding-repaired`. */
  readonly notes: readonly string[];
}

export function decode(_body: Uint8Array | string, _info: SourceInfo, _options: CleanOptions): Decoded {
  throw new Error('to come');
}
