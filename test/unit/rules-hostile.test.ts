import { RULES } from '../../lib/core/label/rules/all.ts';
import { openingPattern, phrasesByBeginning } from '../../lib/core/label/rules/opening-patterns.ts';
import type { OpeningMatch } from '../../lib/core/label/rules/rule.ts';

const LENGTH = 100_000;
const FORMS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'form' ? [[`${rule.id} ${index}`, [match.pattern]] as const] : [],
  ),
);
const OPENINGS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) =>
    match.kind === 'opening'
      ? [[`${rule.id} ${index}`, sample(match).map((source) => new RegExp(source, 'u'))] as const]
      : [],
  ),
);

/** Every ninth of the patterns of an opening: they differ in their phrases only. */
function sample(match: OpeningMatch): readonly string[] {
  const groups = [...phrasesByBeginning(match).values()].filter((_, index) => index % 9 === 0);
  return groups.map((phrases) => openingPattern(phrases, match));
}

/** Lines made to keep a pattern busy: what its examples begin with, again and again, and what its classes take. */
const units = (id: string): readonly string[] => {
  const rule = RULES.find((one) => id.startsWith(`${one.id} `));
  return [' ', 'a', 'A', '. ', ', ', 'A ', '1 ', '#a ', '/', '- | ', 'by A ', ...(rule?.examples.fires ?? [])];
};
/** CPU milliseconds for one form over all its hostile lines; a backtracking one takes minutes. */
const LIMIT_MS = 1_500;

describe('forms on hostile lines of 100 kB', () => {
  it.each([...FORMS, ...OPENINGS])('%s takes time in proportion', (name, patterns) => {
    const started = process.cpuUsage();
    for (const unit of units(name)) {
      const line = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
      for (const pattern of patterns) pattern.test(line);
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(LIMIT_MS);
  });
});
