import fc from 'fast-check';
import { CleaningError } from '../../lib/core/errors.ts';
import { isFolderMarker, MAX_KEY_BYTES, outputKey, quarantineKey } from '../../lib/io/output-key.ts';

describe('output keys', () => {
  it.each(['a b.html', 'a+b.html', 'Übersicht/日本.html', 'a//b.html', '../up.html', 'no-extension', 'a.json'])(
    'keeps %j as it is and appends',
    (key) => {
      expect(outputKey(key, '.json')).toBe(`${key}.json`);
      expect(outputKey(key, '.jsonl.gz', 'out/')).toBe(`out/${key}.jsonl.gz`);
    },
  );

  it('never gives two inputs one output', () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(key, key, (one, other) => {
        fc.pre(one !== other);
        expect(outputKey(one, '.json')).not.toBe(outputKey(other, '.json'));
        expect(quarantineKey('raw', one)).not.toBe(quarantineKey('raw', other));
      }),
    );
  });

  it('counts bytes of UTF-8, not characters', () => {
    const fits = 'é'.repeat((MAX_KEY_BYTES - '.json'.length - 1) / 2);
    expect(Buffer.byteLength(outputKey(fits, '.json'))).toBe(MAX_KEY_BYTES - 1);
    expect(() => outputKey(`${fits}é`, '.json')).toThrow(CleaningError);
  });

  it('refuses a key that has no room for the suffix as invalid-key, and names it by its hash in quarantine', () => {
    const key = 'k'.repeat(1020);
    expect(() => outputKey(key, '.json')).toThrow(expect.objectContaining({ reason: 'invalid-key' }));
    expect(quarantineKey('raw', key, 'q/')).toMatch(/^q\/invalid-key\/[0-9a-f]{64}\.json$/);
    expect(quarantineKey('raw', key)).not.toBe(quarantineKey('raw', `${key}k`));
  });

  it('takes only empty objects for folder markers', () => {
    expect(isFolderMarker('news/', 0)).toBe(true);
    expect(isFolderMarker('news_$folder$', 0)).toBe(true);
    expect(isFolderMarker('news/', 12)).toBe(false);
    expect(isFolderMarker('news/a.html', 0)).toBe(false);
  });
});
