import type { ArticleDocument } from '../../lib/core/document.ts';
import { judgeDocument, sharedModel } from '../../lib/core/label/model/label-with-model.ts';
import type { GoldPage } from './bench-sets.ts';
import { fromMarks, labelRows } from './gold-labels.ts';

/** Probability from which the model for HTML is believed, for or against a block. */
const SURE = 0.8;
/** Words from which a block that holds a wanted segment is the article whatever the model says. */
const LONG_WORDS = 12;

/** Whether each block of a page belongs to the article; `null` where that is not known. */
export function labelPage(page: GoldPage, document: ArticleDocument): readonly (boolean | null)[] {
  const { blocks } = document;
  const titles = new Set(blocks.filter(({ kind, level }) => kind === 'heading' && level === 1).map(({ text }) => text));
  const known = page.text === null ? judgeWithoutText(page, document) : judgeByText(page, document);
  return blocks.map(({ kind, text }, at) => {
    if (kind === 'image') return false;
    // The title is data: whether it stays is not judged.
    return titles.has(text) ? null : (known[at] ?? null);
  });
}

function judgeByText(page: GoldPage, { blocks }: ArticleDocument): readonly boolean[] {
  return Array.from(labelRows(page, blocks).kept, (kept) => kept === 1);
}

/** By what readers marked, else by segments; nothing is known of a page without either. */
function judgeWithoutText(page: GoldPage, document: ArticleDocument): readonly (boolean | null)[] {
  const marked = page.marks ? fromMarks(page, page.marks, document.blocks) : null;
  if (marked !== null) return Array.from(marked.kept, (kept, at) => (marked.weight[at] === 0 ? null : kept === 1));
  return page.with.length === 0 ? [] : judgeBySegments(page, document);
}

/** Where only segments are known, what the model for HTML is sure of counts, unless a segment says otherwise. */
function judgeBySegments(page: GoldPage, document: ArticleDocument): readonly (boolean | null)[] {
  const { blocks, model } = judgeDocument(sharedModel(), document);
  const known: (boolean | null)[] = blocks.map(({ removal }) => (model === null ? null : removal === null));
  model?.judged.page.rows.forEach((at, row) => {
    const probability = model.decision.probability[row] ?? 0;
    if (known[at] === true ? probability < SURE : probability > 1 - SURE) known[at] = null;
  });
  return blocks.map(({ block }, at) => {
    const holds = (segment: string): boolean => block.text.includes(segment);
    const wanted = page.with.some(holds);
    const unwanted = page.without.some(holds);
    const own = known[at] ?? null;
    if (wanted && unwanted) return null;
    if (wanted) return own === true || block.words >= LONG_WORDS ? true : null;
    return unwanted ? (own === true ? null : false) : own;
  });
}
