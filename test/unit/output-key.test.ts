import fc from 'fast-check';
import { isFolderMarker, MAX_KEY_BYTES, outputKey, quarantineKey } from '../../lib/io/output-key.ts';

describe('output keys', () => {
  it.each([
    'a b.html',
    'a+b.html',
    'Übersicht/日本.html',
    'a//b.html',
    'a..b/c.html',
    '100%25.html',
    'no-extension',
    'a.json',
  ])('keeps %j as it is and appends', (key) => {
    expect(outputKey(key, '.json')).toBe(`${key}.json`);
    expect(outputKey(key, '.jsonl.gz', 'out/')).toBe(`out/${key}.jsonl.gz`);
  });

  it.each([
    ['../up.html', '%2E%2E/up.html'],
    ['a/./b/..', 'a/%2E/b/%2E%2E'],
    ['..\\..\\win.html', '%2E%2E\\%2E%2E\\win.html'],
    ['%2E%2E/up.html', '%252E%252E/up.html'],
    ['a\rb\u007fc\u0085.html', 'a%0Db%7Fc%C2%85.html'],
    ['%0D', '%250D'],
  ])('escapes what a reader could take for another path: %j', (key, escaped) => {
    expect(outputKey(key, '.json')).toBe(`${escaped}.json`);
    expect(quarantineKey('raw', key)).toBe(`${escaped}.json`);
  });

  it('never gives two inputs one output, whatever escapes and dots they have', () => {
    const key = fc.array(fc.constantFrom('.', '..', '/', '\\', '%', '%25', '%2E', '2E', '%0D', '\r', 'a'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(key, key, (one, other) => {
        const [a, b] = [one.join(''), other.join('')];
        fc.pre(a !== b);
        expect(outputKey(a, '.json')).not.toBe(outputKey(b, '.json'));
        expect(outputKey(a, '.json')).not.toMatch(/(?:^|[/\\])\.{1,2}(?:[/\\]|$)/);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps the folders of the quarantine bucket for itself', () => {
    const tooLong = 'x'.repeat(MAX_KEY_BYTES);
    const taken = quarantineKey('raw', tooLong).replace(/\.json$/, '');
    expect(taken).toMatch(/^invalid-key\//);
    expect(quarantineKey('raw', taken)).not.toBe(quarantineKey('raw', tooLong));
  });

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
    expect(outputKey(`${fits}é`, '.json')).toMatch(/^%2Elong-key\/[0-9a-f]{64}\.json$/);
  });

  it('names the output of a key that has no room for the suffix by its hash, where no other key leads', () => {
    const key = 'k'.repeat(1020);
    const output = outputKey(key, '.json', 'out/');
    expect(output).toMatch(/^out\/%2Elong-key\/[0-9a-f]{64}\.json$/);
    expect(outputKey(`${key}k`, '.json', 'out/')).not.toBe(output);
    expect(outputKey(output.slice('out/'.length, -'.json'.length), '.json', 'out/')).not.toBe(output);
    expect(outputKey(key, '.manifest', 'out/')).toBe(output.replace(/json$/, 'manifest'));
  });

  it('refuses a key as invalid-key where the prefix leaves no room for a hash', () => {
    const refused = expect.objectContaining({ reason: 'invalid-key' });
    expect(() => outputKey('k'.repeat(1020), '.json', `${'p'.repeat(1000)}/`)).toThrow(refused);
  });

  it('names a key that has no room for the suffix by its hash in quarantine', () => {
    const key = 'k'.repeat(1020);
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
