import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEAST_PAIRS, repairMojibake } from '../../lib/core/read/mojibake.ts';
import { scanUtf8 } from '../../lib/core/read/scan-utf8.ts';
import { asUtf8 } from '../../lib/core/read/strict-utf8.ts';
import { keepVisible } from '../../lib/core/read/visible-characters.ts';
import { SourceText } from '../../lib/core/source-text.ts';

/** Bytes as they stand at the limits of what is well-formed, and pieces of text that have to be looked at. */
const BYTES: readonly (readonly number[])[] = [
  ...[0x00, 0x09, 0x0a, 0x1b, 0x1f, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xdf, 0xe0, 0xe2],
  ...[0xed, 0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff],
].map((byte) => [byte]);
const TEXTS: readonly string[] = [
  ...[
    'harbour ',
    'é',
    'Ã¶',
    'â€œ',
    '船',
    '\u0085',
    '\u00a0',
    '\u200b',
    '\u200c',
    '\u202a',
    '\u202f',
    '\u2060',
    '\u206f',
  ],
  ...['\u2070', '\ufeff', '\ufff8', '\ufff9', '\ufffc', '\ufffd', '\ufffe', '\ud7ff', '\ue000', '\u{1f600}'],
  ...['\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}', '\u{e0041}', '\u{e0100}', '\u{10ffff}', '\u{1f3f4}', '\x1b[31m'],
];
const encoded = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const soup = (pieces: readonly (readonly number[])[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => Uint8Array.from(some.flat()));

describe('a pass over bytes', () => {
  it('knows well-formed UTF-8 as the standard decoder does', () => {
    fc.assert(
      fc.property(fc.oneof(soup([...BYTES, ...TEXTS.map(encoded)]), fc.uint8Array({ maxLength: 12 })), (bytes) => {
        expect(scanUtf8(bytes) === null).toBe(asUtf8(bytes) === null);
      }),
      { numRuns: 10_000 },
    );
  });

  it('tells of all that is dropped or repaired, and of nothing else but flags', () => {
    fc.assert(
      fc.property(soup(TEXTS.map(encoded)), (bytes) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const signs = scanUtf8(bytes);
        const isDropped = keepVisible(text).text !== text;
        expect(isDropped && signs?.hides === false).toBe(false);
        if (!text.includes('\u{1f3f4}')) expect(signs?.hides).toBe(isDropped);
        expect(signs?.isDamaged).toBe(text.includes('\ufffd'));
        if (repairMojibake(text) !== null) expect(signs?.misreadPairs).toBeGreaterThanOrEqual(LEAST_PAIRS);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads in pieces what it reads as a whole', () => {
    for (const unit of ['a', 'é', '船', '\u{1f600}', 'é船\u{1f600}a']) {
      const text = unit.repeat(30_000);
      const source = SourceText.ofUtf8(new TextEncoder().encode(text));
      const pieces = [...source.pieces()];
      expect(pieces.length).toBeGreaterThan(0);
      expect(pieces.join('')).toBe(text);
      expect(text.startsWith(source.start) && source.start.length >= Math.min(text.length, 16_384)).toBe(true);
      expect(source.text).toBe(text);
      expect([...source.pieces()]).toEqual([text]);
    }
  });
});
