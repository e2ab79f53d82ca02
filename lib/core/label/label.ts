import type { ArticleDocument, LabelledDocument } from '../document.ts';
import type { Sha256 } from '../hash.ts';
import type { CleanOptions } from '../source.ts';
import { labelHiddenText } from './html/hidden-text.ts';
import { MARKUP_ROWS } from './html/markup-table.ts';
import { labelWithModel } from './model/label-with-model.ts';
import { MAIN_TEXT } from './model/main-text-model.ts';
import { ruleSetHash } from './rules/rule-set-hash.ts';
import { judgeText } from './text/label-text.ts';
import { LINE_TREES } from './text/line-model/line-trees-model.ts';
import { TEASER_WEIGHTS } from './text/teaser-weights.ts';
import { KnownTexts } from './text/text-facts.ts';

type LabelOptions = Pick<CleanOptions, 'thoroughness'>;

/** Labels the readings of one source, each document like `labelBlocks`: what it has found out of a line is kept for the next. */
export function sourceLabeller(options: LabelOptions = {}): (document: ArticleDocument) => LabelledDocument {
  const known = new KnownTexts();
  return (document) => labelBlocks(document, options, known);
}

/** A verdict on every block. Nothing is deleted here: the renderer leaves out what carries a removal. */
export function labelBlocks(
  document: ArticleDocument,
  { thoroughness }: LabelOptions = {},
  known?: KnownTexts,
): LabelledDocument {
  if (document.format === 'html') return { document, blocks: labelHiddenText(document, labelWithModel(document)) };
  const { blocks, notes } = judgeText(document, { thoroughness, known });
  return { document: notes.length === 0 ? document : { ...document, notes: [...document.notes, ...notes] }, blocks };
}

/** Names what labelled the blocks: records of one version of rules and model can be told from those of another. */
export interface LabelVersions {
  /** First 16 hex digits of the sha256 of the phrase rules and the markup rows. */
  readonly ruleSet: string;
  /** First 16 hex digits of the sha256 of the model for HTML and of those that judge lines and weigh teasers in text. */
  readonly model: string;
}

let versions: LabelVersions | null = null;

/** Computed once; the tables do not change while a process runs. */
export function labelVersions(sha256: Sha256): LabelVersions {
  const hash = (value: unknown) => sha256(new TextEncoder().encode(JSON.stringify(value))).slice(0, 16);
  versions ??= {
    ruleSet: hash([ruleSetHash(sha256), MARKUP_ROWS.map(({ rationale: _, ...row }) => row)]),
    model: hash([MAIN_TEXT, LINE_TREES, TEASER_WEIGHTS]),
  };
  return versions;
}
