import type { Removal } from '../../document.ts';
import type { Draft, Proposal } from './draft.ts';

const IMAGE: Removal = { class: 'image-placeholder', rule: 'image-placeholder', confidence: 1 };
const SEPARATOR: Removal = { class: 'separator', rule: 'separator-line', confidence: 1 };

/** Labels what is no text by its form: pictures that left only their mark, and rules between parts. */
export function labelCertainForms(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    if (block.kind === 'image') found.set(i, IMAGE);
    else if (block.kind === 'separator') found.set(i, SEPARATOR);
  });
  return found;
}
