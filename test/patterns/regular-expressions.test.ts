import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { literalsOf } from '../support/regular-expressions.ts';

/**
 * Patterns that recheck calls polynomial, which nobody has rewritten yet: they are given bylines, titles, single lines or the head
 * of a page, cut before. The list only shrinks, and none that grows exponentially may be on it.
 */
const POLYNOMIAL = JSON.parse(readFileSync(join(__dirname, 'polynomial.json'), 'utf8')) as readonly {
  readonly file: string;
  readonly source: string;
}[];
const TIMEOUT_MS = 30_000;

describe('every pattern of the source, as recheck sees it', () => {
  const patterns = literalsOf(join(__dirname, '..', '..'), ['lib', 'lambdas', 'bin']);
  const isListed = ({ file, source }: { readonly file: string; readonly source: string }) =>
    POLYNOMIAL.some((one) => one.file === file && one.source === source);

  it('is found, and the list names none that is gone', () => {
    expect(patterns.length).toBeGreaterThan(400);
    const known = new Set(patterns.map(({ file, source }) => `${file} ${source}`));
    expect(POLYNOMIAL.filter(({ file, source }) => !known.has(`${file} ${source}`))).toEqual([]);
  });

  it.each(
    patterns.filter((one) => !isListed(one)).map((one) => [`${one.file} /${one.source}/${one.flags}`, one] as const),
  )(
    'is linear: %s',
    async (_, { source, flags }) => {
      const { status } = await check(source, flags, { timeout: TIMEOUT_MS });
      expect(status).toBe('safe');
    },
    2 * TIMEOUT_MS,
  );

  it.each(patterns.filter(isListed).map((one) => [`${one.file} /${one.source}/${one.flags}`, one] as const))(
    'does not grow exponentially: %s',
    async (_, { source, flags }) => {
      const result = await check(source, flags, { timeout: TIMEOUT_MS });
      expect(result.status === 'vulnerable' ? result.complexity.type : 'polynomial').toBe('polynomial');
    },
    2 * TIMEOUT_MS,
  );
});
