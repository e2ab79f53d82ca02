import type { SourceInfo } from '../source.ts';

/** How inputs are named in messages. */
export function nameOf(info: SourceInfo): string {
  const uri = info.uri ?? 'input';
  return info.recordIndex === undefined ? uri : `${uri} record ${info.recordIndex}`;
}
