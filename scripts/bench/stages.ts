import type { ArticleDocument, LabelledDocument } from '../../lib/core/document.ts';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { labelBlocks, labelVersions } from '../../lib/core/label/label.ts';
import { FEATURES, measureFeatures } from '../../lib/core/label/model/features.ts';
import { MAIN_TEXT } from '../../lib/core/label/model/main-text-model.ts';
import { readModel } from '../../lib/core/label/model/model.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { evaluateTrees } from '../../lib/core/label/model/trees.ts';
import { labelSource } from '../../lib/core/label-source.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import { parseDecodedHtml } from '../../lib/core/parse/html.ts';
import { type Decoded, decode } from '../../lib/core/read/decode.ts';
import { detectFormat } from '../../lib/core/read/detect.ts';
import { renderRecord } from '../../lib/core/render/render.ts';
import type { SourceInfo } from '../../lib/core/source.ts';
import { sha256 } from '../../lib/io/sha256.ts';
import { type Contestant, contestant } from './contestants.ts';

const INFO: SourceInfo = { mediaType: 'text/html' };
const model = readModel(MAIN_TEXT);

const decoded = (bytes: Uint8Array): Decoded => decode(bytes, INFO, {}, sha256);
const parsed = (bytes: Uint8Array): ArticleDocument => parseDecodedHtml(decoded(bytes).source.pieces(), null);
// Pages whose text lies in their scripts have none of it until it is looked for there.
const labelled = (bytes: Uint8Array): LabelledDocument => labelSource(decoded(bytes).source, 'html', null);

function measured(document: ArticleDocument, byRule: ReturnType<typeof labelHtml>): Float32Array {
  const { elements } = document;
  return elements === null ? new Float32Array() : measureFeatures(measurePage(document, elements, model.rates, byRule));
}

/** The stages of the way of a page, each fed with what the one before made of it. `label` is rules, features and trees with what joins them. */
export const STAGES: readonly Contestant[] = [
  contestant(
    'decode',
    (bytes) => bytes,
    (bytes) => void detectFormat(decoded(bytes).source, INFO),
  ),
  contestant(
    'parse',
    (bytes) => decoded(bytes).source,
    (source) => void parseDecodedHtml(source.pieces(), null),
  ),
  contestant('label', parsed, (document) => void labelBlocks(document)),
  contestant('label: rules', parsed, (document) => void labelHtml(document)),
  contestant(
    'label: features',
    (bytes) => {
      const document = parsed(bytes);
      return { document, byRule: labelHtml(document) };
    },
    ({ document, byRule }) => void measured(document, byRule),
  ),
  contestant(
    'label: trees',
    (bytes) => {
      const document = parsed(bytes);
      return measured(document, labelHtml(document));
    },
    (matrix) => void evaluateTrees(model.trees, matrix, FEATURES.length),
  ),
  contestant('metadata', labelled, (document) => void extractMetadata(document, INFO)),
  contestant(
    'render',
    (bytes) => {
      const document = labelled(bytes);
      return { labelled: document, metadata: extractMetadata(document, INFO), decoded: decoded(bytes) };
    },
    (page) => {
      const versions = labelVersions(sha256);
      JSON.stringify(renderRecord({ ...page, info: INFO, options: {}, sha256, versions }));
    },
  ),
];
