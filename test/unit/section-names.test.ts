import { isSectionName } from '../../lib/core/label/section-names.ts';
import { announces, isMeasured } from '../../lib/core/label/story-lists.ts';
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

describe('lists of quantities', () => {
  const measured = (...items: string[]): boolean => isMeasured(items.map((text) => ({ text })));

  it.each([
    ['1 kg rhubarb', '800 g sugar', '2 oranges'],
    ['½ cup milk', '2–3 tbsp flour', 'salt'],
    ['250 ml Milch', '2 EL Mehl', 'Salz', '1 Prise Zucker'],
    ['砂糖 大さじ2', '小麦粉 200g', '卵'],
  ])('are what a recipe takes: %s', (...items) => {
    expect(measured(...items)).toBe(true);
  });

  it.each([
    ['1 Football', '2 Cricket', '3 Rugby'],
    ['5 hacks for a site', '9 reasons to bail', '7 steps'],
    ['1 kg rhubarb', '800 g sugar'],
    ['2GB', 'Nine News', 'Sport'],
  ])('are no numbers of stories: %s', (...items) => {
    expect(measured(...items)).toBe(false);
  });
});
