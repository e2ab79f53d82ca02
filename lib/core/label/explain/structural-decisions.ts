import type { Decision } from '../model/decide.ts';
import type { Ground } from '../model/label-with-model.ts';
import type { BlockModel, JudgedPage } from '../model/model.ts';
import type { ModelPage } from '../model/model-page.ts';
import { announces } from '../story-lists.ts';
import { round } from './explanation.ts';

/** One judged row with what decided on it. */
export interface DecidedRow {
  readonly model: BlockModel;
  readonly judged: JudgedPage;
  readonly decision: Decision;
  readonly row: number;
  readonly ground: Ground;
}

/** What changed the label that the row's own probability and the usual threshold would give, in plain words and in order. */
export function structuralDecisions({ model, judged, decision, row, ground }: DecidedRow): readonly string[] {
  const { page } = judged;
  const own = judged.probability[row] ?? 0;
  const joined = decision.probability[row] ?? 0;
  const kept = decision.kept[row] === 1;
  const { threshold } = decision;
  const said: string[] = [];
  if (joined >= model.threshold !== joined >= threshold) {
    said.push(
      `threshold ${percent(threshold)} instead of ${percent(model.threshold)}, chosen for this page: it does not say outright that it is an article, or the model is not sure of it`,
    );
  }
  if (own >= threshold !== joined >= threshold) {
    const items = page.groups[row]?.blocks ?? 0;
    const inPost = (decision.posts[row] ?? -1) >= 0;
    const whole = inPost ? 'rest of its post' : `${items} items of its list or table`;
    said.push(`judged with the ${whole}: ${percent(own)} alone, ${percent(joined)} with ${inPost ? 'it' : 'them'}`);
  }
  const isNote = page.blocks[row]?.note === true;
  if (isNote && kept !== joined >= threshold) said.push('a note: stays or goes with the line in which it stood');
  else if (kept && joined < threshold) said.push(whyKept(page, row));
  if (decision.otherStory[row] === 1)
    said.push('removed with another story that follows on the page: it has a headline of its own');
  else if (!kept && joined >= threshold && ground !== 'pop-up' && !isNote) said.push(whyRemoved(page, decision, row));
  const overruled = groundDecision(ground);
  if (overruled !== null) said.push(overruled);
  return said;
}

function whyKept({ blocks }: ModelPage, row: number): string {
  if (blocks[row]?.kind === 'heading') return 'kept as a crosshead: kept text follows';
  let above = row;
  while (blocks[above]?.kind === 'list-item') above--;
  const announcing = blocks[above];
  return above < row && announcing !== undefined && announces(announcing)
    ? 'kept with its list: the kept line above announces it'
    : 'kept with the story: it stands between two parts of it, and no rule speaks against it';
}

function whyRemoved(page: ModelPage, decision: Decision, row: number): string {
  if (decision.certain[row] === 1)
    return 'removed by the rules: it asks the reader for something, counts pictures, marks an advertisement, says who wrote the story or when, or ends in the credit of a picture';
  return page.rules[row]?.class === 'comments'
    ? "removed as a reader's comment: the story beside it is longer"
    : 'removed as an orphan heading: nothing of its section is kept';
}

function groundDecision(ground: Ground): string | null {
  switch (ground) {
    case 'head-line':
      return 'settled by the rules: a short line of the head of the story with its date';
    case 'caption':
      return 'kept as a caption of the story: the rules have nothing against it';
    case 'pop-up':
      return 'settled by the rules: a card that pops up over a line';
    case 'note':
      return 'kept as a correction or an update of the story: the rules have nothing against it';
    case 'rules':
    case 'model':
      return null;
    default:
      return ground satisfies never;
  }
}

function percent(probability: number): string {
  return `${round(probability * 100, 1)} %`;
}
