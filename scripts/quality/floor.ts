import type { Figures } from './scorers.ts';

/** What is pinned of one set. */
export interface SetFloor {
  /** SHA-256 of the gold files and pages that the figures were measured on. */
  readonly corpus: string;
  /** Rows measured. */
  readonly documents: number;
  /** How far a figure may lie below its floor. */
  readonly epsilon: number;
  readonly figures: Figures;
}

/** What one run measured of a set. */
export type SetFigures = Omit<SetFloor, 'epsilon'>;

export type Floors = Readonly<Record<string, SetFloor>>;

/** `test/quality/floor.json`. */
export interface FloorFile {
  readonly about: readonly string[];
  readonly full: Floors;
  readonly sample: Floors;
}

/** One figure that lies lower than its floor allows, or was not measured any more (`came` is `null`). */
export interface Fall {
  readonly figure: string;
  readonly floor: number;
  readonly came: number | null;
}

/**
 * What a floor may be missed by, on the scale of 0 to 1. The same code gives the same figures on every machine, so this is
 * no allowance for noise: it lets through changes that the tables of figures, with three places, would hardly show.
 */
export const EPSILON = 0.002;

/** Figures that lie further below their floors than epsilon. */
export function findFalls(floor: SetFloor, measured: SetFigures): readonly Fall[] {
  return Object.entries(floor.figures).flatMap(([group, figures]) =>
    Object.entries(figures).flatMap(([measure, value]) => {
      const came = measured.figures[group]?.[measure] ?? null;
      return came === null || came < value - floor.epsilon
        ? [{ figure: `${group} ${measure}`, floor: value, came }]
        : [];
    }),
  );
}

/** Why a set does not hold, a line a reason; none where it holds. */
export function reasonsAgainst(floor: SetFloor | undefined, measured: SetFigures): readonly string[] {
  if (floor === undefined) return ['has no floor yet: --write-floors'];
  if (floor.corpus !== measured.corpus)
    return [`other corpus: expected sha256 ${floor.corpus}, got ${measured.corpus}; its figures cannot be compared`];
  if (floor.documents !== measured.documents)
    return [`other documents: expected ${floor.documents}, got ${measured.documents}`];
  return findFalls(floor, measured).map((fall) => `fell: ${describeFall(fall)} (epsilon ${floor.epsilon})`);
}

/** `article f1 0.9012, floor 0.9100`. */
export function describeFall({ figure, floor, came }: Fall): string {
  return `${figure} ${came === null ? 'not measured' : came.toFixed(4)}, floor ${floor.toFixed(4)}`;
}

/**
 * The floor after a run: what was measured, but never less than before where the fall lies within epsilon, so that many small
 * steps down do not add up. `falls` are the figures that it lowers further; the caller decides whether that is wanted.
 */
export function nextFloor(
  floor: SetFloor | undefined,
  measured: SetFigures,
): { readonly floor: SetFloor; readonly falls: readonly Fall[] } {
  if (floor === undefined) return { floor: asFloor(measured, EPSILON, measured.figures), falls: [] };
  const falls = findFalls(floor, measured);
  const lowered = new Set(falls.map(({ figure }) => figure));
  const isComparable = floor.corpus === measured.corpus;
  const figures = Object.entries(measured.figures).map(([group, values]) => {
    const next = Object.entries(values).map(([measure, value]) => {
      const before = floor.figures[group]?.[measure];
      const keeps = isComparable && before !== undefined && !lowered.has(`${group} ${measure}`);
      return [measure, keeps ? Math.max(before, value) : value];
    });
    return [group, Object.fromEntries(next)];
  });
  return { floor: asFloor(measured, floor.epsilon, Object.fromEntries(figures)), falls };
}

/** With the keys in the order that they have in the file. */
function asFloor({ corpus, documents }: SetFigures, epsilon: number, figures: Figures): SetFloor {
  return { corpus, documents, epsilon, figures };
}
