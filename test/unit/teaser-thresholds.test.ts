import { type Fallen, lowestThresholds } from '../../lib/core/label/text/teaser-thresholds.ts';
import type { TeaserShape } from '../../lib/core/label/text/teaser-windows.ts';

function likely(shape: TeaserShape, probability: number): Fallen {
  return { window: { shape, start: 0, end: shape.length, headline: -1, text: -1 }, probability };
}

describe('the threshold of a text alone', () => {
  const of = (open: readonly Fallen[], isPlain: boolean): number => lowestThresholds(open, isPlain).X ?? 0;

  it('is lower where another text is likely, and lowest where all is prose', () => {
    const one = likely('X', 0.6);
    expect(of([one], true)).toBeLessThan(of([one, one], false));
    expect(of([one, one], false)).toBeLessThan(of([one], false));
  });

  it('is higher beside cards than where texts repeat, in prose too', () => {
    const beside = [likely('X', 0.6), likely('X', 0.6), likely('HXI', 0.99)];
    expect(of(beside, false)).toBeGreaterThan(of(beside.slice(0, 2), false));
    expect(of(beside, true)).toBe(of(beside, false));
  });
});

describe('the threshold of headline and text', () => {
  it('is higher in a document whose cards have pictures', () => {
    const pair = likely('HX', 0.9);
    const alone = lowestThresholds([pair], false).HX ?? 0;
    expect(lowestThresholds([pair, likely('IHX', 0.99)], false).HX).toBeGreaterThan(alone);
    expect(lowestThresholds([pair, likely('IHX', 0.5)], false).HX).toBe(alone);
  });
});

describe('the threshold of a card with a picture', () => {
  it('is lower where another of its shape is certain, not where one is likely or of another shape', () => {
    const card = likely('HXI', 0.55);
    const of = (...others: readonly Fallen[]): number => lowestThresholds([card, ...others], false).HXI ?? 0;
    expect(of(likely('HXI', 0.95))).toBeLessThan(0.55);
    expect(of()).toBeGreaterThan(0.55);
    expect(of(likely('HXI', 0.85))).toBe(of());
    expect(of(likely('IHX', 0.95))).toBe(of());
  });
});
