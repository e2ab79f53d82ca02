import fc from 'fast-check';
import { type ArticleBlock, cleanArticle, compareFingerprints } from '../../lib/index.ts';
import { AGENCY_COPY, LOCAL_REPORT, OTHER_STORY } from '../support/invented-stories.ts';

const TEXT = { mediaType: 'text/plain' };
const clean = (paragraphs: readonly string[]) => cleanArticle(paragraphs.join('\n\n'), TEXT);
const print = (paragraphs: readonly string[]) => clean(paragraphs).fingerprint;
const compare = (a: readonly string[], b: readonly string[]) => compareFingerprints(print(a), print(b));

describe('comparison of fingerprints', () => {
  it('takes one text for a near-duplicate of itself, whatever its form', () => {
    const page = `<article><h1>Strike ends</h1>${AGENCY_COPY.map((text) => `<p>${text}</p>`).join('')}</article>`;
    const html = cleanArticle(`<html><body>${page}</body></html>`, { mediaType: 'text/html' }).fingerprint;
    expect(compareFingerprints(html, print(AGENCY_COPY))).toEqual({
      verdict: 'near-duplicate',
      sameText: true,
      hammingDistance: 0,
      sharedParagraphs: 6,
      shareOfA: 1,
      shareOfB: 1,
    });
  });

  it('takes a text with one changed and one new paragraph for a near-duplicate', () => {
    const edited = [...AGENCY_COPY.slice(0, 5), 'The board meets in September.', OTHER_STORY[3]];
    expect(compare(AGENCY_COPY, edited)).toMatchObject({
      verdict: 'near-duplicate',
      sameText: false,
      sharedParagraphs: 5,
    });
  });

  it('says which side holds the other, in either order', () => {
    const round = [...OTHER_STORY, ...AGENCY_COPY.slice(0, 3), ...LOCAL_REPORT];
    expect(compare(round, AGENCY_COPY.slice(0, 3))).toMatchObject({ verdict: 'contains', container: 'a', shareOfB: 1 });
    expect(compare(AGENCY_COPY.slice(0, 3), round)).toMatchObject({ verdict: 'contains', container: 'b', shareOfA: 1 });
  });

  it('finds three paragraphs of an agency in two reports of their own', () => {
    const one = [...LOCAL_REPORT, ...AGENCY_COPY.slice(0, 3)];
    const other = [...OTHER_STORY, ...AGENCY_COPY.slice(0, 3)];
    expect(compare(one, other)).toMatchObject({ verdict: 'shares-wire-copy', sharedParagraphs: 3, shareOfA: 3 / 8 });
  });

  it('finds a shortened story that keeps one paragraph to the letter and runs others together', () => {
    const shortened = [
      AGENCY_COPY[0],
      `${AGENCY_COPY[1]} ${AGENCY_COPY[2]}`,
      `${AGENCY_COPY[3]} ${AGENCY_COPY[4]?.replace(', which can take only a fifth of what the port handles', '')}`,
    ] as readonly string[];
    const found = compare(AGENCY_COPY, shortened);
    expect(found).toMatchObject({ sharedParagraphs: 1, sameText: false });
    expect(['near-duplicate', 'shares-wire-copy']).toContain(found.verdict);
  });

  it('calls two stories different, and two that share one note of their site', () => {
    const note = 'This newsroom publishes every day of the year but one, and its readers know which one it is.';
    expect(compare(LOCAL_REPORT, OTHER_STORY)).toMatchObject({ verdict: 'different', sharedParagraphs: 0 });
    expect(compare([...LOCAL_REPORT, note], [...OTHER_STORY, note])).toMatchObject({
      verdict: 'different',
      sharedParagraphs: 1,
    });
  });

  it('counts a paragraph that one side repeats only as often as the other has it', () => {
    const twice = { ...print(LOCAL_REPORT), paragraphs: ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa'] };
    const once = { ...print(OTHER_STORY), paragraphs: ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'] };
    expect(compareFingerprints(twice, once)).toMatchObject({ sharedParagraphs: 1, shareOfA: 0.5, shareOfB: 0.5 });
  });

  it('does not take a quotation of one paragraph for a text in another', () => {
    expect(compare([AGENCY_COPY[2]], [...OTHER_STORY, AGENCY_COPY[2]])).toMatchObject({
      sharedParagraphs: 1,
      shareOfA: 1,
      verdict: expect.not.stringMatching(/contains|near-duplicate/),
    });
  });

  it('gives mirrored figures for swapped sides, within their ranges', () => {
    const hash = fc.stringMatching(/^[0-3]{2}$/).map((end) => `00000000000000${end}`);
    const side = fc.record({
      sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      simhash: fc.stringMatching(/^[0-9a-f]{16}$/),
      paragraphs: fc.array(hash, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const there = compareFingerprints(a, b);
        const back = compareFingerprints(b, a);
        expect(back.verdict).toBe(there.verdict);
        expect([back.shareOfA, back.shareOfB]).toEqual([there.shareOfB, there.shareOfA]);
        expect(back.hammingDistance).toBe(there.hammingDistance);
        expect(there.hammingDistance).toBe(bits(BigInt(`0x${a.simhash}`) ^ BigInt(`0x${b.simhash}`)));
        expect(Math.max(there.shareOfA, there.shareOfB)).toBeLessThanOrEqual(1);
        expect(there.container === undefined).toBe(there.verdict !== 'contains');
      }),
    );
  });

  it('leaves captions out, so that pictures do not make texts alike', () => {
    const blocks: readonly ArticleBlock[] = clean(AGENCY_COPY).blocks;
    expect(blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(6);
    expect(print(AGENCY_COPY).paragraphs).toHaveLength(6);
  });
});

function bits(value: bigint): number {
  return value.toString(2).replaceAll('0', '').length;
}
