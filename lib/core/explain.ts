import type { Sha256 } from './hash.ts';
import { explainHtml } from './label/explain/explain-html.ts';
import { explainText } from './label/explain/explain-text.ts';
import type { DocumentExplanation } from './label/explain/explanation.ts';
import { labelBlocks } from './label/label.ts';
import { parseSource } from './parse/source.ts';
import { decode } from './read/decode.ts';
import { detectFormat } from './read/detect.ts';
import { rescueText } from './rescue/rescue.ts';
import type { CleanOptions, SourceInfo } from './source.ts';

/** Bytes or text in, the reasons for every block out. @throws CleaningError for what can never be cleaned */
export type ArticleExplainer = (
  body: Uint8Array | string,
  source?: SourceInfo,
  options?: CleanOptions,
) => DocumentExplanation;

/** The explainer, pure but for the hash that it is given; it labels as the cleaner does and says why. */
export function createExplainer(sha256: Sha256): ArticleExplainer {
  return (body, source = {}, options = {}) => {
    const { text } = decode(body, source, options, sha256);
    const format = detectFormat(text, source);
    const document = parseSource(text, format, source.url);
    if (format !== 'html') return { format, blocks: explainText(document) };
    // A page that shows next to nothing is explained as the cleaner reads it.
    const { document: read } = rescueText(text, labelBlocks(document), source.url ?? null);
    return { format, blocks: explainHtml(read) };
  };
}
