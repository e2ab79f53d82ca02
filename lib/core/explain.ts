import type { Sha256 } from './hash.ts';
import { explainHtml } from './label/explain/explain-html.ts';
import { explainText } from './label/explain/explain-text.ts';
import type { DocumentExplanation } from './label/explain/explanation.ts';
import { sourceLabeller } from './label/label.ts';
import { labelSource } from './label-source.ts';
import { decode } from './read/decode.ts';
import { detectFormat } from './read/detect.ts';
import { applySite } from './site/apply-site.ts';
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
    const decoded = decode(body, source, options, sha256);
    const format = detectFormat(decoded.source, source);
    const { labelled } = applySite(
      labelSource(decoded.source, format, source.url ?? null, sourceLabeller(options)),
      decoded.source,
      source,
      options,
      sha256,
    );
    const blocks = format === 'html' ? explainHtml(labelled) : explainText(labelled);
    return { format, blocks };
  };
}
