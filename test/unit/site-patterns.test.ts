import { checkSync } from 'recheck';
import { compilePattern, UnsafePatternError } from '../../lib/core/site/text-pattern.ts';

describe('patterns of site rules', () => {
  const SAFE = [
    '^Subscribe to our .*$',
    '^(?:Read|See) (?:more|also): .{1,80}$',
    '^\\d{1,2} min(?:utes)? read$',
    '^[A-Z][a-z]+ is a reporter',
    '^©\\s{0,5}\\d{4}',
    '^(?:ab)+$',
    '^\\p{Lu}{2,10}[|\\]]$',
  ];

  it.each(SAFE)('takes %s, whose time is linear', (pattern) => {
    expect(compilePattern(pattern, false).source).toBe(pattern);
    expect(checkSync(pattern, 'u').status).toBe('safe');
  });

  it.each([
    ['Subscribe', 'begins with \\^'],
    ['^a|b', 'brackets around what \\| parts'],
    ['^(a*)*$', 'nothing with a choice'],
    ['^(?:a|ab)+$', 'nothing with a choice'],
    ['^(?:a?)+$', 'nothing with a choice'],
    ['^.*,.*$', 'at most one'],
    ['^\\s+\\s+x', 'at most one'],
    ['^(?:a{0,9}){0,9}b', 'ways to match'],
    ['^(?:a+){1,3}b', 'at most one'],
    ['^(a)\\1', 'no back reference'],
    ['^(?=a)a', 'no look-around'],
    ['^(?<!b)a', 'no look-around'],
    ['^(', 'Unterminated group'],
  ])('refuses %s and says why', (pattern, why) => {
    expect(() => compilePattern(pattern, false)).toThrow(UnsafePatternError);
    expect(() => compilePattern(pattern, false)).toThrow(new RegExp(why));
  });

  it('regards upper and lower case only when it is not told to pass over it', () => {
    expect(compilePattern('^more$', false).test('MORE')).toBe(false);
    expect(compilePattern('^more$', true).test('MORE')).toBe(true);
  });
});
