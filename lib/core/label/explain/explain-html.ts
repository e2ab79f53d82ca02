import type { LabelledDocument } from '../../document.ts';
import { ElementPaths } from '../../render/path.ts';
import { FEATURES, measureFeatures } from '../model/features.ts';
import { type Ground, type JudgedDocument, judgeDocument, sharedModel } from '../model/label-with-model.ts';
import { MAIN_TEXT } from '../model/main-text-model.ts';
import type { BlockModel } from '../model/model.ts';
import { readTokenTable } from '../model/token-table.ts';
import { rationaleOf } from '../rules/rationale.ts';
import { attributeScores, evenWeights } from './contributions.ts';
import { type BlockExplanation, describeBlock, round } from './explanation.ts';
import { type RowScores, reasonsOf } from './reasons.ts';
import { structuralDecisions } from './structural-decisions.ts';

/** Explains the label of every block of an HTML page: by what the trees of the model see in it, and what overruled them. */
export function explainHtml({ document, blocks }: LabelledDocument): readonly BlockExplanation[] {
  const model = sharedModel();
  const judged = judgeDocument(model, document);
  const rows = explainRows(model, judged);
  const paths = document.elements && new ElementPaths(document.elements);
  return blocks.map((labelled, at) => {
    const about = describeBlock(labelled, at, labelled.removal && rationaleOf(labelled.removal.rule));
    // What comes after the model: the text of a page without any, the teasers of an index page.
    const isLater = labelled.removal?.rule !== judged.blocks[at]?.removal?.rule;
    const ground = isLater ? 'rules' : (judged.grounds[at] ?? 'rules');
    const row = isLater ? undefined : rows.get(at);
    return {
      ...about,
      ...(paths !== null && labelled.block.element >= 0 && { path: paths.of(labelled.block.element) }),
      stage: stageOf(ground),
      ...(row ?? { reasons: [], decisions: [] }),
    };
  });
}

function stageOf(ground: Ground): 'model' | 'rules' {
  return ground === 'model' ? 'model' : 'rules';
}

type RowExplanation = Pick<
  BlockExplanation,
  'probability' | 'ownProbability' | 'threshold' | 'baseline' | 'reasons' | 'decisions'
>;

/** By block: what the model says of the rows that it judged. */
function explainRows(
  model: BlockModel,
  { model: outcome, grounds }: JudgedDocument,
): ReadonlyMap<number, RowExplanation> {
  const rows = new Map<number, RowExplanation>();
  if (outcome === null) return rows;
  const { judged, decision } = outcome;
  const { page } = judged;
  const matrix = measureFeatures(page);
  const width = FEATURES.length;
  const { base, byRow } = attributeScores(model.trees, matrix, width, evenWeights(decision.kept));
  const rateOf = readTokenTable(MAIN_TEXT.tokens);
  page.rows.forEach((at, row) => {
    const span: readonly [number, number] = [row * width, (row + 1) * width];
    const scores: RowScores = {
      page,
      row,
      values: matrix.subarray(...span),
      contributions: byRow.subarray(...span),
      rateOf,
    };
    const probability = round(decision.probability[row] ?? 0, 3);
    const own = round(judged.probability[row] ?? 0, 3);
    rows.set(at, {
      probability,
      ...(own !== probability && { ownProbability: own }),
      threshold: round(decision.threshold, 3),
      baseline: round(base, 3),
      reasons: reasonsOf(scores),
      decisions: structuralDecisions({ model, judged, decision, row, ground: grounds[at] ?? 'model' }),
    });
  });
  return rows;
}
