import { readTrees } from '../../lib/core/label/model/trees.ts';
import { LINE_FEATURES } from '../../lib/core/label/text/line-model/features.ts';
import type { LineModel } from '../../lib/core/label/text/line-model/line-model.ts';
import { NO_WORDS } from '../../lib/core/label/text/line-model/word-table.ts';

/** Words of the longest line that counts as short. */
const SHORT = 5;

/** A line model that goes by length alone: the log odds (natural) to be of the article of lines up to five words, and of all others. */
export function shortLineModel(short: number, long: number): LineModel {
  const values = new DataView(new ArrayBuffer(12));
  [SHORT, short, long].forEach((value, at) => {
    values.setFloat32(4 * at, value, true);
  });
  const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
  const trees = readTrees({
    base: 0,
    sizes: base64([3]),
    columns: base64([LINE_FEATURES.indexOf('text:size'), 255, 255]),
    values: base64([...new Uint8Array(values.buffer)]),
    rights: base64([2, 0, 0]),
  });
  return { first: trees, second: trees, words: NO_WORDS };
}
