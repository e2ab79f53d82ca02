import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REMOVAL_CLASSES } from '../../lib/core/document.ts';
import { RULE_TABLES, RULES } from '../../lib/core/label/rules/all.ts';
import { beginningsModule, firstLetters } from '../../lib/core/label/rules/first-letters.ts';
import { lineBeginning } from '../../lib/core/label/rules/line-beginning.ts';
import { matchRule } from '../../lib/core/label/rules/match-rule.ts';
import { phraseKey } from '../../lib/core/label/rules/phrase-key.ts';
import { ruleSetHash } from '../../lib/core/label/rules/rule-set-hash.ts';
import { rulesDocument } from '../../lib/core/label/rules/rules-document.ts';
import { foldText } from '../../lib/core/parse/fold.ts';
import { countWords } from '../../lib/core/parse/words.ts';
import { sha256 } from '../../lib/io/sha256.ts';

const ROOT = join(__dirname, '..', '..');
const ruleOf = (line: string) => matchRule(foldText(line), countWords(line))?.id ?? null;
const FIRES = RULES.flatMap((rule) => rule.examples.fires.map((line) => [rule.id, line] as const));
const SPARES = RULES.flatMap((rule) => rule.examples.spares.map((line) => [rule.id, line] as const));
const FORMS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) => (match.kind === 'form' ? [[`${rule.id} ${index}`, match] as const] : [])),
);
const OPENINGS = RULES.flatMap((rule) =>
  rule.match.flatMap((match, index) => (match.kind === 'opening' ? [[`${rule.id} ${index}`, match] as const] : [])),
);

describe('rules', () => {
  it.each(FIRES)('%s labels %j', (id, line) => {
    expect(ruleOf(line)).toBe(id);
  });

  it.each(SPARES)('%s spares %j', (_id, line) => {
    expect(ruleOf(line)).toBeNull();
  });

  it.each([
    'The board met on Tuesday and voted to close the bridge for eleven weeks.',
    'SEOUL (AP) — The ferry returned to the east quay on Monday.',
    'Restoring the old bridge',
    'Correction: the bridge opened in 1911, not in 1912.',
    '"We share the blame," she said.',
    '',
  ])('keeps %j', (line) => {
    expect(ruleOf(line)).toBeNull();
  });

  it('finds a phrase whatever its case, brackets, arrows and apostrophes', () => {
    expect(ruleOf('[ READ MORE » ]')).toBe('related-label');
    expect(ruleOf('EDITOR’S PICKS:')).toBe('related-label');
    expect(ruleOf('home.')).toBeNull();
  });

  it('gives the first of two rules that fit', () => {
    const order = RULES.map((rule) => rule.id);
    expect(order.indexOf('timestamp-labelled')).toBeLessThan(order.indexOf('timestamp-ago'));
    expect(ruleOf('Updated 2 days ago')).toBe('timestamp-labelled');
  });

  it('looks at no line above the length of the longest form', () => {
    expect(matchRule(`Sign up for our newsletter ${'and '.repeat(400)}`, 60)).toBeNull();
  });
});

describe('the rule tables', () => {
  it('registers every file that holds rules', () => {
    const folder = join(ROOT, 'lib/core/label/rules');
    const holding = readdirSync(folder).filter((name) =>
      /_RULES: readonly Rule\[\]/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(holding.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(RULE_TABLES).sort());
  });

  it('gives every rule an id of its own, a known class and texts', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(REMOVAL_CLASSES).toContain(rule.class);
      expect(rule.rationale).toMatch(/\.$/);
      expect(rule.source).not.toBe('');
    }
  });

  it('lists no phrase under two rules', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const rule of RULES) {
      for (const match of rule.match) {
        if (match.kind !== 'whole') continue;
        for (const phrase of match.phrases.map(phraseKey)) {
          if ((owners.get(phrase) ?? rule.id) !== rule.id) twice.push(phrase);
          owners.set(phrase, rule.id);
        }
      }
    }
    expect(twice).toEqual([]);
  });

  it('lists beginnings that are long enough to be looked up', () => {
    const starts = RULES.flatMap((rule) =>
      rule.match.flatMap((match) => (match.kind === 'start' ? match.phrases : [])),
    );
    expect(starts.filter((phrase) => phraseKey(phrase).length < 4)).toEqual([]);
  });

  it.each(FORMS)(
    'writes the form of %s anchored, bounded and in the case it is tried in',
    (_name, { pattern, needs }) => {
      const plain = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(pattern.source.split('|')[0]).toMatch(/^\^/);
      expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
      expect(['u', 'iu']).toContain(pattern.flags);
      const letters = pattern.source.replace(/\\p\{\w+(?:=\w+)?\}|\\\w/g, '');
      expect(pattern.flags === 'u' || letters === letters.toLowerCase()).toBe(true);
      expect(pattern.flags === 'u' || !pattern.source.includes('\\p{Lu}')).toBe(true);
      // A form that may begin with any letter is tried on every line unless it names what the line must hold.
      expect(needs !== undefined || firstLetters(new RegExp(pattern.source, 'u')) !== 'any').toBe(true);
    },
  );

  it.each(OPENINGS)(
    'writes what stands behind the openings of %s anchored, bounded and in lower case',
    (_name, match) => {
      const plain = match.behind.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      const letters = match.behind.source.replace(/\\p\{\w+(?:=\w+)?\}|\\\w/g, '');
      expect(match.behind.source).toMatch(/^\^/);
      expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
      expect(match.behind.flags).toBe('u');
      expect(letters).toBe(letters.toLowerCase());
      for (const phrase of match.phrases) expect(phrase).toBe(phrase.toLowerCase().normalize('NFC'));
    },
  );

  it('names what each line holds that a form matches', () => {
    for (const [, line] of FIRES) {
      const lower = foldText(line).toLowerCase();
      for (const [name, { pattern, needs }] of FORMS) {
        const isFound =
          needs === undefined || !pattern.test(foldText(line)) || needs.some((need) => lower.includes(need));
        expect([name, line, isFound]).toEqual([name, line, true]);
      }
    }
  });

  it('looks for each form under a beginning of each line that it matches', () => {
    for (const [id, line] of FIRES) {
      const beginning = lineBeginning(foldText(line).toLowerCase());
      for (const [name, { pattern }] of FORMS) {
        if (!name.startsWith(`${id} `) || !pattern.test(foldText(line))) continue;
        const letters = firstLetters(new RegExp(pattern.source, 'u'));
        const isUnder = letters === 'any' || [...letters].some((one) => isBeginning(one, beginning));
        expect([name, beginning, isUnder]).toEqual([name, beginning, true]);
      }
    }
  });

  it.each([
    ['^(?:first )?(?:seen|\\d{1,2}) ?of', ['00of', '0of', 'firs', 'seen']],
    ['^[^\\p{L}\\p{N}]{0,2}(?:an?|the)x{2,4}[ab]{0,2}$', ['anxx', 'axx', 'thex']],
    ['^(?:[-*])?$', ['']],
    ['^(?!.{0,9}that)№? ?[Ss]o.{3}', ['so']],
    ['^ab?(?:cd){1,3}e', ['abcd', 'acdc', 'acde']],
  ])('tells that %s begins with %j', (source, beginnings) => {
    const letters = firstLetters(new RegExp(source, 'u'));
    expect(letters === 'any' ? letters : [...letters].sort()).toEqual(beginnings);
  });

  it.each(['^.{3}', '^(?:a|\\p{Lu})b', '^[a-z]x'])('tells that %s may begin with anything', (source) => {
    expect(firstLetters(new RegExp(source, 'u'))).toBe('any');
  });

  it('gives the beginning of a line in letters and digits alone, every digit as 0', () => {
    expect(['“by” ann', '3 may', '–', 'ab', '٣x'].map(lineBeginning)).toEqual(['byan', '0may', '', 'ab', '0x']);
  });

  it('is what form-beginnings.ts says (npm run rules-doc)', () => {
    const path = join(ROOT, 'lib/core/label/rules/form-beginnings.ts');
    expect(readFileSync(path, 'utf8')).toBe(beginningsModule(RULES));
  });

  it('has a hash of 16 hex digits that does not change between calls', () => {
    expect(ruleSetHash(sha256)).toMatch(/^[0-9a-f]{16}$/);
    expect(ruleSetHash(sha256)).toBe(ruleSetHash(sha256));
  });

  it('is what RULES.md says (npm run rules-doc)', () => {
    expect(readFileSync(join(ROOT, 'RULES.md'), 'utf8')).toBe(rulesDocument());
  });
});

function isBeginning(one: string, beginning: string): boolean {
  return one === '' ? beginning === '' : beginning.startsWith(one);
}
