import { BLOCK_KINDS, REMOVAL_CLASSES } from '../../document.ts';
import { FEATURE_WORDS, type FeatureUnit } from '../model/feature-words.ts';
import { FAMILIES, FEATURES } from '../model/features.ts';
import type { ModelPage } from '../model/model-page.ts';
import type { RateOf } from '../model/token-rates.ts';
import { decidingName } from './deciding-name.ts';
import { type Reason, round } from './explanation.ts';

/** Stands for "no such row" in features that count blocks from a landmark. */
const NO_LANDMARK = 500;

/** What the reasons of one row are read from. */
export interface RowScores {
  readonly page: ModelPage;
  readonly row: number;
  /** One value and one contribution a feature. */
  readonly values: Float32Array;
  readonly contributions: Float64Array;
  readonly rateOf: RateOf;
}

/**
 * The families of features by what they add to the score of a row, most weighty first. A family is told by the feature
 * that adds most in its direction: features of one family say nearly the same and share what they add by chance.
 */
export function reasonsOf(scores: RowScores): readonly Reason[] {
  let first = 0;
  const reasons = FAMILIES.map(({ family, names }): Reason => {
    const start = first;
    first += names.length;
    const own = scores.contributions.subarray(start, first);
    const weight = own.reduce((sum, value) => sum + value, 0);
    const sign = weight < 0 ? -1 : 1;
    const strongest = own.reduce((best, value, at) => (value * sign > (own[best] ?? 0) * sign ? at : best), 0);
    const feature = FEATURES[start + strongest] ?? '';
    const value = scores.values[start + strongest] ?? 0;
    return {
      text: tell(feature, value, scores),
      direction: weight < 0 ? 'against' : 'for',
      weight: round(weight, 3),
      family,
      feature,
      value: round(value, 4),
    };
  });
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function tell(feature: string, value: number, { page, row, rateOf }: RowScores): string {
  const known = FEATURE_WORDS.get(feature);
  if (known === undefined) return `${feature}: ${value}`;
  const name = feature.startsWith('tokens:') ? decidingName(page, row, feature, rateOf) : null;
  return `${known.words}: ${tellValue(value, known.unit)}${name === null ? '' : ` (${name})`}`;
}

/** A value as a reader takes it in. */
export function tellValue(value: number, unit: FeatureUnit): string {
  switch (unit) {
    case 'share':
      return value < 0 ? 'none' : `${Math.round(value * 100)} %`;
    case 'log':
      return value < 0 ? 'none' : String(Math.round(Math.expm1(value)));
    case 'count':
      return value < 0 ? 'none' : String(round(value, 1));
    case 'yes':
      return value < 0 ? 'none' : value > 0 ? 'yes' : 'no';
    case 'distance':
      return value === NO_LANDMARK ? 'none' : value < 0 ? `${-value} before it` : String(value);
    case 'class':
      return value < 0 ? 'keep' : (REMOVAL_CLASSES[value] ?? 'remove');
    case 'kind':
      return BLOCK_KINDS[value] ?? 'other';
    default:
      return unit satisfies never;
  }
}
