import { announces } from '../../lib/core/label/announced-list.ts';
import { isSectionName } from '../../lib/core/label/section-names.ts';
import { countWords } from '../../lib/core/parse/words.ts';

describe('names of the parts of an article', () => {
  it.each([
    'Conclusion',
    '## FAQ',
    '**Zutaten**',
    "L'essentiel",
    'Our verdict:',
    'まとめ',
    '■ 结论',
    'الخلاصة',
    'निष्कर्ष',
    'PROS',
  ])('are told: %s', (text) => {
    expect(isSectionName(text)).toBe(true);
  });

  it.each(['Conclusion of the talks', 'Sport', 'Related stories', 'Newsletter', '', '—', 'x'.repeat(60)])(
    'are not: %s',
    (text) => {
      expect(isSectionName(text)).toBe(false);
    },
  );
});

describe('lines that announce a list', () => {
  const said = (text: string): boolean => announces({ text, words: countWords(text) });

  it.each(['The council decided on three things:', '**Bring with you to the boat:**', 'Lo que se sabe hasta ahora:'])(
    'end in a colon: %s',
    (text) => {
      expect(said(text)).toBe(true);
    },
  );

  it.each(['In this article:', 'Related reads:', 'The council decided on three things.', 'At 10:30 the boats left'])(
    'are neither labels nor other lines: %s',
    (text) => {
      expect(said(text)).toBe(false);
    },
  );
});
