import { join } from 'node:path';
import { check } from 'recheck';
import { literalsOf } from '../support/regular-expressions.ts';

/**
 * Where bytes come in and records go out: what is matched there is as long as the object. The patterns of rules have a test
 * of their own; those of metadata are given strings that are cut before.
 */
const FOLDERS = ['lambdas', 'lib/io', 'lib/pipeline', 'lib/core/read'];
const TIMEOUT_MS = 20_000;

/** Not linear as recheck counts, with what bounds their input. */
const BOUNDED: readonly (readonly [file: string, start: string, input: string])[] = [
  ['lib/core/read/detect.ts', '^(?:#{1,6} ', 'the first 16,384 characters'],
  ['lib/core/read/detect.ts', '<(?:p|div', 'the first 16,384 characters; recheck runs out of time'],
  ['lib/core/read/detect.ts', '\\]\\((?:https', 'the first 16,384 characters'],
];

describe('patterns that are given whole inputs, as recheck sees them', () => {
  const patterns = literalsOf(join(__dirname, '..', '..'), FOLDERS);

  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(40);
  });

  it.each(patterns.map((pattern) => [`${pattern.file} /${pattern.source}/${pattern.flags}`, pattern] as const))(
    '%s',
    async (_, { file, source, flags }) => {
      const { status } = await check(source, flags, { timeout: TIMEOUT_MS });
      const bound = BOUNDED.find((one) => one[0] === file && source.startsWith(one[1]))?.[2];
      expect({ status, bound }).toEqual({ status: bound === undefined ? 'safe' : status, bound });
    },
    2 * TIMEOUT_MS,
  );
});
