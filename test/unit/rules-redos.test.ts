import { check } from 'recheck';
import { RULES } from '../../lib/core/label/rules/all.ts';
import { openingPattern } from '../../lib/core/label/rules/opening-patterns.ts';

const FORMS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'form' ? [[`${rule.id} ${index}`, match.pattern.source] as const] : [],
  ),
);
/** One of the patterns of an opening: they differ in their phrases only. */
const OPENINGS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'opening'
      ? [[`${rule.id} ${index}`, openingPattern(match.phrases.slice(0, 1), match)] as const]
      : [],
  ),
);
const TIMEOUT_MS = 60_000;

describe('forms as recheck sees them', () => {
  it.each([...FORMS, ...OPENINGS])(
    '%s cannot be made to backtrack without end',
    async (_name, source) => {
      const { status } = await check(source, 'u', { timeout: TIMEOUT_MS });
      expect(status).toBe('safe');
    },
    2 * TIMEOUT_MS,
  );
});
