import { join } from 'node:path';
import { check } from 'recheck';
import { literalsOf } from '../support/regular-expressions.ts';

const TIMEOUT_MS = 30_000;

describe('every pattern of the source, as recheck sees it', () => {
  const patterns = literalsOf(join(__dirname, '..', '..'), ['lib', 'lambdas', 'bin']);

  it('is found', () => {
    expect(patterns.length).toBeGreaterThan(400);
  });

  it.each(patterns.map((one) => [`${one.file} /${one.source}/${one.flags}`, one] as const))(
    'is linear: %s',
    async (_, { source, flags }) => {
      const { status } = await check(source, flags, { timeout: TIMEOUT_MS });
      expect(status).toBe('safe');
    },
    2 * TIMEOUT_MS,
  );

  it('would be found out', async () => {
    expect(await check('\\s+$', '')).toMatchObject({ status: 'vulnerable' });
  });
});
