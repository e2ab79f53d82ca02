import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TEASER_FEATURES, type TeaserModelData } from '../../lib/core/label/text/teaser-model.ts';
import { hashPages } from '../train/page-rows.ts';
import { hashTextSet } from '../train/text-rows.ts';
import { SECOND_FIT, type TrainedModels } from './fit-models.ts';
import type { Gathered } from './gather.ts';
import { hashInventedRows } from './invented-rows.ts';
import { TEASER_SETS } from './rows.ts';

const MODEL_FILE = fileURLToPath(new URL('../../lib/core/label/text/teaser-weights.ts', import.meta.url));

/** Writes the model of all sites as the source file that the cleaner imports. */
export function writeTeaserModel(bench: string, gathered: Gathered, { all, windows }: TrainedModels): void {
  if (all === null) throw new Error('expected a model of all sites, got those of folds');
  const model: TeaserModelData = {
    features: TEASER_FEATURES.join(' '),
    ...all,
    training: {
      sets: [
        ...TEASER_SETS.map((name) => ({ name, gold: hashTextSet(bench, name), pages: gathered.given[name].length })),
        { name: 'pages', gold: hashPages(bench), pages: gathered.pages },
        { name: 'invented', gold: hashInventedRows(), pages: gathered.invented },
      ],
      sites: new Set(gathered.measured.map(({ row }) => row.site)).size,
      rows: windows,
      seed: SECOND_FIT.seed,
      split: 'all sites',
    },
  };
  const lines = Object.entries(model).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  writeFileSync(
    MODEL_FILE,
    `// Written by \`npm run train-teasers\`; do not edit.\nimport type { TeaserModelData } from './teaser-model.ts';\n\n` +
      `/** The trained model for teasers in text. */\nexport const TEASER_WEIGHTS: TeaserModelData = {\n${lines.join('\n')}\n};\n`,
  );
  spawnSync('npx', ['biome', 'format', '--write', MODEL_FILE], { stdio: 'inherit' });
}
