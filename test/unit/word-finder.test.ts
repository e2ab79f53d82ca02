import fc from 'fast-check';
import { WordFinder } from '../../lib/core/label/rules/word-finder.ts';

const SPACED = ['our cookie', 'ad blocker', 'rgpd', 'pr', 'e-bülten', 'çerez'];
const UNSPACED = ['評論', '。', '쿠키', '©', 'cookieを'];
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SPACED.join('|')})|(?:${UNSPACED.join('|')})`, 'u');
const finder = new WordFinder({ spaced: SPACED, unspaced: UNSPACED });

describe('a word finder', () => {
  it.each([
    ['a word at the start', 'rgpd et vie privée', true],
    ['a word at the end', 'le rgpd', true],
    ['a word that goes on', 'an ad blockers test', true],
    ['no word within another', 'xrgpd', false],
    ['no word behind a letter of two units', '\u{10400}rgpd', false],
    ['a word behind half of a letter', '\udc00rgpd', true],
    ['a short word', 'the pr team', true],
    ['no short word within another', 'spring', false],
    ['a word of a script without spaces anywhere', '全部評論区', true],
    ['nothing in nothing', '', false],
  ])('finds %s', (_, text, found) => {
    expect(finder.isIn(text)).toBe(found);
  });

  it('finds what a pattern of alternatives finds', () => {
    const pieces = [...SPACED, ...UNSPACED, ' ', 'x', '7', 'ö', '\u{10400}', '-', 'c', 'our', 'cookie'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), fc.nat(8), (parts, cut) => {
        const text = parts.join('').slice(cut);
        expect(finder.isIn(text)).toBe(PATTERN.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
