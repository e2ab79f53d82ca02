import type { Removal } from '../../document.ts';
import { findFrontMatter } from '../../parse/front-matter.ts';
import type { Draft, Proposal } from './draft.ts';

const IMAGE: Removal = { class: 'image-placeholder', rule: 'image-placeholder', confidence: 1 };
const SEPARATOR: Removal = { class: 'separator', rule: 'separator-line', confidence: 1 };

const FRONT_MATTER: Removal = { class: 'other', rule: 'front-matter', confidence: 1 };

/** Labels what is no text by its form: pictures that left only their mark, rules between parts, front matter. */
export function labelCertainForms(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    if (block.kind === 'image') found.set(i, IMAGE);
    else if (block.kind === 'separator') found.set(i, SEPARATOR);
  });
  const head = findFrontMatter({ ...draft.document, blocks: draft.blocks });
  for (let i = 0; i < (head?.blocks ?? 0); i++) found.set(i, FRONT_MATTER);
  return found;
}
