import type { ModelData } from './model-data.ts';
export const MAIN_TEXT: ModelData = {
  features: '',
  threshold: 0.5,
  base: 0,
  sizes: '',
  columns: '',
  values: '',
  rights: '',
  tokens: '',
  training: { sets: [], sites: 0, rows: 0, seed: 1, split: '' },
};
