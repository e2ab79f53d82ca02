import { check } from 'recheck';
import { RULES } from '../../lib/core/label/rules/all.ts';

const FORMS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'form' ? [[`${rule.id} ${index}`, match.pattern] as const] : [],
  ),
);
const TIMEOUT_MS = 60_000;

describe('forms as recheck sees them', () => {
  it.each(FORMS)(
    '%s cannot be made to backtrack without end',
    async (_name, { source }) => {
      const { status } = await check(source, 'u', { timeout: TIMEOUT_MS });
      expect(status).toBe('safe');
    },
    2 * TIMEOUT_MS,
  );
});
