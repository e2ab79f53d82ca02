import type { Format } from '../document.ts';
import type { SourceInfo } from '../source.ts';

export function detectFormat(_text: string, _info: SourceInfo): Format {
  throw new Error('to come');
}
