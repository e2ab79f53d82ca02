import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How trees are fitted; `rows` and `columns` are the shares that each tree sees, 0..1. */
export interface FitOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
  /** Penalty on the squares of the leaves; xgboost's own is 1. */
  readonly penalty?: number;
}

/**
 * What the trees for HTML are fitted with. Cross-validated on 1,502 pages, F1 of news (shingles) and of all page types (words), mean
 * of three seeds: 120 trees at rate .1 with penalty 1 .9706 .8803, 160 at .08 with penalty 4 .9722 .8817, 240 at .05 .9713 .8819. With
 * the thresholds of today 160 with penalty 4 .9701 .8882, 120 .9705 .8874: more trees cost time and bring nothing. One seed to the
 * next differs by .002.
 */
export const FIT: FitOptions = {
  trees: 120,
  leaves: 15,
  rate: 0.1,
  rows: 0.7,
  columns: 0.5,
  seed: 1,
  penalty: 4,
};

const BOOST = fileURLToPath(new URL('./boost.py', import.meta.url));
/** Debian installs xgboost for its own interpreter only. */
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** Trees to be fitted. */
export interface FitJob {
  readonly name: string;
  /** Fold whose rows are left out; `null` for none. */
  readonly without: number | null;
  /** Feature families that the trees may not use. */
  readonly hidden: readonly string[];
}

/** Trees as `boost.py` writes them: nodes `[column or 255, value, distance to the right child]`. */
export interface FittedTrees {
  readonly base: number;
  readonly trees: readonly (readonly (readonly [number, number, number])[])[];
}

/**
 * Fits trees on a training set, two jobs at a time; the answers come in the order of the jobs.
 *
 * @throws Error when Python or xgboost is missing.
 */
export function fitTrees(
  folder: string,
  features: readonly string[],
  jobs: readonly FitJob[],
  options: FitOptions = FIT,
): readonly FittedTrees[] {
  const columns = (hidden: readonly string[]): readonly number[] =>
    features.flatMap((name, at) => (hidden.includes(name.split(':')[0] ?? '') ? [] : [at]));
  const fits = jobs.map(({ name, without, hidden }) => ({ name, without, columns: columns(hidden) }));
  return boost(folder, { ...options, width: features.length }, fits);
}

/** One fit: the fold that is left out, `null` for none, and the columns that it may use. */
export interface Fit {
  readonly name: string;
  readonly without: number | null;
  readonly columns: readonly number[];
}

/**
 * Runs `boost.py` on the matrix that lies in a folder; the answers come in the order of the fits.
 *
 * @throws Error when Python or xgboost is missing.
 */
export function boost(
  folder: string,
  options: FitOptions & { readonly width: number },
  fits: readonly Fit[],
): readonly FittedTrees[] {
  writeFileSync(join(folder, 'options.json'), JSON.stringify({ ...options, fits }));
  const { status } = spawnSync(PYTHON, [BOOST, folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${PYTHON} ${BOOST} failed: it needs numpy and xgboost (Debian: python3-xgboost)`);
  return fits.map(({ name }) => JSON.parse(readFileSync(join(folder, `trees-${name}.json`), 'utf8')) as FittedTrees);
}
