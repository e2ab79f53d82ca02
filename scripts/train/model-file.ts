import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { FEATURES } from '../../lib/core/label/model/features.ts';
import type { ModelData, ModelTraining } from '../../lib/core/label/model/model-data.ts';
import { type GoldPage, goldFile, SETS } from './bench-sets.ts';
import { FIT, type FittedTrees } from './fit.ts';

/**
 * Probability from which a block of an article is kept. On folds by site of the training part .45 to .6 differ by less than .002;
 * the higher ones keep less that is not the article.
 */
const THRESHOLD = 0.55;

/** Fitted trees in the form of a model file. */
export function packTrees(fitted: FittedTrees): Pick<ModelData, 'base' | 'sizes' | 'columns' | 'values' | 'rights'> {
  const nodes = fitted.trees.flat();
  return {
    base: Math.round(fitted.base * 1e6) / 1e6,
    sizes: base64(Uint8Array.from(fitted.trees, (tree) => tree.length)),
    columns: base64(Uint8Array.from(nodes, ([column]) => column)),
    values: base64(floatBytes(nodes.map(([, value]) => value))),
    rights: base64(Uint8Array.from(nodes, ([, , right]) => right)),
  };
}

/** The model of fitted trees and a token table. */
export function packModel(fitted: FittedTrees, tokens: string, training: ModelTraining): ModelData {
  return {
    features: FEATURES.join(' '),
    threshold: THRESHOLD,
    ...packTrees(fitted),
    tokens,
    training,
  };
}

/** What a model says of its origin. */
export function describeTraining(
  pages: readonly GoldPage[],
  bench: string,
  rows: number,
  split: string,
): ModelTraining {
  return {
    sets: SETS.map((name) => ({
      name,
      gold: createHash('sha256')
        .update(readFileSync(goldFile(bench, name)))
        .digest('hex'),
      pages: pages.filter((page) => page.set === name).length,
    })),
    sites: new Set(pages.map((page) => page.site)).size,
    rows,
    seed: FIT.seed,
    split,
  };
}

/** Writes a model as the source file that the cleaner imports. */
export function writeModelFile(path: string, model: ModelData): void {
  const lines = Object.entries(model).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  writeFileSync(
    path,
    `// Written by \`npm run train\`; do not edit.\nimport type { ModelData } from './model-data.ts';\n\n` +
      `/** The trained model for main text from HTML. */\nexport const MAIN_TEXT: ModelData = {\n${lines.join('\n')}\n};\n`,
  );
  spawnSync('npx', ['biome', 'format', '--write', path], { stdio: 'inherit' });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function floatBytes(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, at) => {
    view.setFloat32(4 * at, value, true);
  });
  return new Uint8Array(view.buffer);
}
