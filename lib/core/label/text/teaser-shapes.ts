import { countLines, sharedWords, type Vocabulary } from './cohesion.ts';
import type { CardLine } from './teaser-lines.ts';
import type { TeaserShape, TeaserWindow } from './teaser-windows.ts';

/** What the windows of one shape have in common. */
export interface ShapeFacts {
  readonly count: number;
  /** 1 for lines that lie in a window of the shape. */
  readonly covers: Uint8Array;
  /** Share of the words of each covered line, and each line of prose, that stand outside the windows of the shape. */
  readonly inCore: Float32Array;
  readonly headlineShare: number;
  readonly proseShare: number;
  readonly sizeShare: number;
  /** How much better the lines outside hang together than those inside. */
  readonly cohesionGap: number;
  readonly sizeGap: number;
  readonly backToBack: number;
}

/** Figures of the document that a shape is compared with. */
export interface DocumentTotals {
  readonly headlines: number;
  readonly prose: readonly number[];
  readonly size: number;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Measures the windows `own` of a shape; there is at least one. */
export function shapeFacts(
  shape: TeaserShape,
  own: readonly TeaserWindow[],
  cards: readonly CardLine[],
  vocabulary: Vocabulary,
  totals: DocumentTotals,
): ShapeFacts {
  const covers = new Uint8Array(cards.length);
  for (const window of own) covers.fill(1, window.start, window.end);
  const inCore = new Float32Array(cards.length);
  let headlines = 0;
  let size = 0;
  cards.forEach((card, i) => {
    if (covers[i] === 0) return;
    size += card.line.size;
    if (card.shape === 'H') headlines++;
  });
  // Nothing asks what stands outside all prose.
  if (shape !== 'X') {
    const core = countLines(vocabulary, (i) => covers[i] === 0);
    cards.forEach((card, i) => {
      const covered = covers[i] === 1;
      if (card.shape !== 'X' && !covered) return;
      inCore[i] = sharedWords(vocabulary, i, core, covered ? 0 : 1);
    });
  }
  const inside = { count: 0, shared: 0, size: 0 };
  const outside = { count: 0, shared: 0, size: 0 };
  for (const line of totals.prose) {
    const side = covers[line] === 1 ? inside : outside;
    side.count++;
    side.shared += inCore[line] ?? 0;
    side.size += cards[line]?.line.size ?? 0;
  }
  const both = inside.count > 0 && outside.count > 0;
  let runs = 0;
  for (let i = 1; i < own.length; i++) if (own[i]?.start === own[i - 1]?.end) runs++;
  return {
    count: own.length,
    covers,
    inCore,
    headlineShare: ratio(headlines, totals.headlines),
    proseShare: ratio(inside.count, totals.prose.length),
    sizeShare: ratio(size, totals.size),
    cohesionGap: both ? outside.shared / outside.count - inside.shared / inside.count : 0,
    sizeGap: both ? ratio(inside.size / inside.count, outside.size / outside.count) - 1 : 0,
    backToBack: ratio(runs, own.length),
  };
}
