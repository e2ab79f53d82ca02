import { RULES } from '../../lib/core/label/rules/all.ts';

const LENGTH = 100_000;
const FORMS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'form' ? [[`${rule.id} ${index}`, match.pattern] as const] : [],
  ),
);
/** Lines made to keep a pattern busy: what its examples begin with, again and again, and what its classes take. */
const units = (id: string): readonly string[] => {
  const rule = RULES.find((one) => id.startsWith(`${one.id} `));
  return [' ', 'a', 'A', '. ', ', ', 'A ', '1 ', '#a ', '/', '- | ', 'by A ', ...(rule?.examples.fires ?? [])];
};
/** CPU milliseconds for one pattern over all its hostile lines; a backtracking one takes minutes. */
const LIMIT_MS = 1_500;

describe('forms on hostile lines of 100 kB', () => {
  it.each(FORMS)('%s takes time in proportion', (name, pattern) => {
    const started = process.cpuUsage();
    for (const unit of units(name)) pattern.test(unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(LIMIT_MS);
  });
});
