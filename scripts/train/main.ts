// npm run train -- BENCH [--figures]: trains the model for main text from HTML on the sets under BENCH/html.
// Without --figures it trains on all sites and writes the model file; with it, it trains without the held-back third of the
// sites and prints the scores on those beside the rules'.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { labelBy } from '../../lib/core/label/model/label-with-model.ts';
import { readModel } from '../../lib/core/label/model/model.ts';
import type { ModelData } from '../../lib/core/label/model/model-data.ts';
import { type GoldPage, readSet, SETS } from './bench-sets.ts';
import { measureLabellers } from './measure.ts';
import { packModel, writeModelFile } from './model-file.ts';
import { isHeldBack } from './sites.ts';
import { writeTrainingSet } from './training-set.ts';

const MODEL_FILE = fileURLToPath(new URL('../../lib/core/label/model/main-text-model.ts', import.meta.url));
const BOOST = fileURLToPath(new URL('./boost.py', import.meta.url));
/** Debian installs scikit-learn for its own interpreter only. */
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

const [bench = '../shared/bench'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const figures = process.argv.includes('--figures');
const folder = mkdtempSync(join(tmpdir(), 'train-'));
const pages = SETS.flatMap((set) => readSet(bench, set));

try {
  if (figures) {
    const model = readModel(
      train(
        pages.filter((page) => !isHeldBack(page.site)),
        'two thirds of the sites by hash',
      ),
    );
    const heldBack = pages.filter((page) => isHeldBack(page.site));
    measureLabellers(bench, join(folder, 'scores'), heldBack, {
      rules: labelHtml,
      model: (document) => labelBy(model, document),
    });
  } else writeModelFile(MODEL_FILE, train(pages, 'all sites'));
} finally {
  rmSync(folder, { recursive: true });
}

function train(own: readonly GoldPage[], split: string): ModelData {
  const set = writeTrainingSet(folder, own);
  console.log(`${own.length} pages, ${set.rows} rows after ${process.uptime().toFixed(0)} s`);
  const { status } = spawnSync(PYTHON, [BOOST, folder], { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`${PYTHON} ${BOOST} failed: it needs numpy and scikit-learn (Debian: python3-sklearn)`);
  console.log(`trees fitted after ${process.uptime().toFixed(0)} s`);
  return packModel(set, own, bench, split);
}
