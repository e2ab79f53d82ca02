import type { Block, Removal } from '../../document.ts';
import type { Draft, Proposal } from './draft.ts';

const FILE_NAME: Removal = { class: 'image-placeholder', rule: 'image-file-name', confidence: 0.95 };
const MARKS: Removal = { class: 'separator', rule: 'stray-marks', confidence: 0.95 };

/** A mark or two, of which the words are gone: what stood between two links, a button, an arrow. */
const STRAY_MARKS = /^[[\]<>()/\\|,.:"'“”«»‹›·•×←→↑↓▲▼✓✕+-]{1,2}$/;
const MAX_MARKS = 2;
/** What a text browser writes for a picture without a description: its file name in brackets, "[pier-at-night-1024x768]". */
const BRACKETED = /^\[([^\s[\]]{5,200})\]$/;
/** Five digits, a digit among letters, an underscore, a file's ending, an argument or two hyphens: no word of a language. */
const NAMES_FILE = /^\d{5,}$|\p{L}[^\p{L}\d]*\d|\d[^\p{L}\d]*\p{L}|_|\.\p{L}{3,4}$|=|-[^-]*-/u;

/** Labels lines that hold no word: stray marks, and the file names of pictures that a text browser could not show. */
export function labelStrayMarks(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    const removal = draft.removals[i] === null ? strayMark(block) : null;
    if (removal !== null) found.set(i, removal);
  });
  return found;
}

function strayMark({ kind, text }: Block): Removal | null {
  if (kind === 'code' || kind === 'table-row') return null;
  if (text.length <= MAX_MARKS && STRAY_MARKS.test(text)) return MARKS;
  const name = text.startsWith('[') ? BRACKETED.exec(text)?.[1] : undefined;
  return name !== undefined && NAMES_FILE.test(name) ? FILE_NAME : null;
}
