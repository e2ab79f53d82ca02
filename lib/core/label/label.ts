import type { ArticleDocument, LabelledDocument } from '../document.ts';
import type { Sha256 } from '../hash.ts';
import { MARKUP_ROWS } from './html/markup-table.ts';
import { labelWithModel } from './model/label-with-model.ts';
import { MAIN_TEXT } from './model/main-text-model.ts';
import { ruleSetHash } from './rules/rule-set-hash.ts';
import { labelText } from './text/label-text.ts';
import { FIRST_PASS, SECOND_PASS } from './text/teaser-weights.ts';
import { writeTrees } from './text/tree-model.ts';

/** A verdict on every block. Nothing is deleted here: the renderer leaves out what carries a removal. */
export function labelBlocks(document: ArticleDocument): LabelledDocument {
  const blocks = document.format === 'html' ? labelWithModel(document) : labelText(document);
  return { document, blocks };
}

/** Names what labelled the blocks: records of one version of rules and model can be told from those of another. */
export interface LabelVersions {
  /** First 16 hex digits of the sha256 of the phrase rules and the markup rows. */
  readonly ruleSet: string;
  /** First 16 hex digits of the sha256 of the model for HTML and of the trees that weigh teasers in text. */
  readonly model: string;
}

let versions: LabelVersions | null = null;

/** Computed once; the tables do not change while a process runs. */
export function labelVersions(sha256: Sha256): LabelVersions {
  const hash = (value: unknown) => sha256(new TextEncoder().encode(JSON.stringify(value))).slice(0, 16);
  versions ??= {
    ruleSet: hash([ruleSetHash(sha256), MARKUP_ROWS.map(({ rationale: _, ...row }) => row)]),
    model: hash([MAIN_TEXT, ...[FIRST_PASS, SECOND_PASS].map(writeTrees)]),
  };
  return versions;
}
