import type { ArticleDocument, LabelledBlock, LabelledDocument } from '../document.ts';
import { labelHtml } from '../label/html/label-html.ts';
import { isProse } from '../label/html/prose.ts';
import { labelBlocks } from '../label/label.ts';
import { parseHtml, parseWholePage } from '../parse/html.ts';
import type { SourceText } from '../source-text.ts';
import { graft } from './graft.ts';
import { linkedDataBody, type ScriptBody } from './linked-data-body.ts';
import { PageIdentity } from './page-identity.ts';
import { scriptBody } from './script-body.ts';

/** Words kept from a page below which its text may lie elsewhere. */
const MAX_SHELL_WORDS = 100;
/** Words of a text that is found elsewhere, at least, and over the words that the page itself shows. */
const MIN_WORDS = 50;
const MIN_GAIN = 3;
/** Words of prose that the rules keep from which a page cannot be without text. */
const MIN_RULE_PROSE = 60;

type Labeller = (document: ArticleDocument) => LabelledDocument;

/**
 * Looks for the text of an HTML page that shows next to none: in `noscript` and `template`, in linked data, in the state that its
 * scripts start from. Where nothing is found and the model kept nothing, the rules decide. Every other page comes back as it is.
 */
export function rescueText(
  source: SourceText,
  labelled: LabelledDocument,
  url: string | null,
  label: Labeller = labelBlocks,
): LabelledDocument {
  if (labelled.document.format !== 'html') return labelled;
  const shown = keptWords(labelled.blocks);
  if (shown >= MAX_SHELL_WORDS) return labelled;
  const enough = Math.max(MIN_WORDS, shown * MIN_GAIN);
  return rescueFrom(source, labelled, url, enough, label) ?? (shown > 0 ? labelled : labelByRules(labelled));
}

function rescueFrom(
  source: SourceText,
  labelled: LabelledDocument,
  url: string | null,
  enough: number,
  label: Labeller,
): LabelledDocument | null {
  const { document, scripts } = parseWholePage(source.text, url);
  const page = document.blocks.length > labelled.document.blocks.length ? label(document) : null;
  if (page !== null && keptWords(page.blocks) >= enough) return withNotes(page, ['rescued-noscript']);
  const identity = new PageIdentity(document, url);
  const declared = linkedDataBody(scripts, identity);
  const fromState = declared === null || declared.truncated ? scriptBody(scripts, identity) : null;
  const better = fromState !== null && (declared === null || fromState.words > declared.words) ? fromState : declared;
  if (better === null || better.words < enough) return null;
  const shell = page ?? { document, blocks: label(document).blocks };
  const text = labelBody(better, document, url, label);
  if (keptWords(text.blocks) < enough) return null;
  const notes = [better === declared ? 'rescued-linked-data' : 'rescued-script'];
  return withNotes(graft(shell, text, better.script), better.truncated ? [...notes, 'truncated'] : notes);
}

/** Labels a text as the page's own; where the model would leave out most of it, the rules decide. */
function labelBody(body: ScriptBody, page: ArticleDocument, url: string | null, label: Labeller): LabelledDocument {
  const fragment = parseHtml(body.html, page.head.baseUrl ?? url ?? page.head.canonicalUrl);
  const document = { ...fragment, head: page.head };
  const labelled = label(document);
  return keptWords(labelled.blocks) * 2 >= body.words ? labelled : { document, blocks: labelHtml(document) };
}

function labelByRules(labelled: LabelledDocument): LabelledDocument {
  const blocks = labelHtml(labelled.document);
  const prose = blocks.reduce(
    (sum, { block, removal }) => sum + (removal === null && isProse(block) ? block.words : 0),
    0,
  );
  return prose < MIN_RULE_PROSE ? labelled : withNotes({ ...labelled, blocks }, ['low-confidence']);
}

function withNotes(labelled: LabelledDocument, notes: readonly string[]): LabelledDocument {
  const { document, blocks } = labelled;
  return { document: { ...document, notes: [...document.notes, ...notes] }, blocks };
}

function keptWords(blocks: readonly LabelledBlock[]): number {
  return blocks.reduce(
    (sum, { block, removal, type }) => sum + (removal === null && type !== 'caption' ? block.words : 0),
    0,
  );
}
