import type { ArticleDocument, Block, Removal } from '../../document.ts';
import { splitBlock } from '../../parse/text-split.ts';
import { lineOf } from './lines.ts';
import { LABEL_COMPOUNDS, SECTION_LABELS } from './section-labels.ts';

/** A piece to cut off a block. */
export interface Cut {
  readonly block: number;
  /** Offset in the text of the block at which it is cut. */
  readonly at: number;
  /** Which side of the cut goes. */
  readonly side: 'before' | 'behind';
  readonly removal: Removal;
}

const LABEL: Removal = { class: 'headline', rule: 'section-label', confidence: 0.9 };
const AD: Removal = { class: 'ad', rule: 'glued-advertisement', confidence: 0.95 };

/** Least words of a headline behind a section label. */
const MIN_HEADLINE_WORDS = 4;
const LABELLED =
  /^((?:\p{Lu}|[\u3040-\u9fff\uac00-\ud7af])\S*(?: (?:News|Stories|divers))?)[ \u00a0]+(?=["'“„«‘]?[\p{Lu}\p{N}])/u;

/**
 * A section label that is glued to the headline on the first line ("World Xland's leader wants ..."). Not when the label
 * makes a name with the next word, or stands with a capital anywhere else in the document.
 */
export function cutSectionLabel(document: ArticleDocument): Cut | null {
  const at = document.blocks.findIndex((block) => block.kind !== 'image' && block.kind !== 'separator');
  const block = document.blocks[at];
  if (!block || block.kind === 'list-item') return null;
  const { text } = block;
  const label = LABELLED.exec(text)?.[1];
  if (label === undefined || !SECTION_LABELS.has(label)) return null;
  const rest = text.slice(label.length).trim();
  const line = lineOf({ ...block, text: rest, words: block.words - label.split(' ').length }, 0, undefined, null);
  if (line.shape !== 'H' || line.size < MIN_HEADLINE_WORDS) return null;
  const next = (/^["'“„«‘]?([\p{L}\p{N}’']+)/u.exec(rest)?.[1] ?? '').toLowerCase();
  if (LABEL_COMPOUNDS.has(next)) return null;
  const elsewhere = document.blocks.some((other, i) => i !== at && holdsWord(other.text, label));
  if (elsewhere) return null;
  return { block: at, at: label.length, side: 'before', removal: LABEL };
}

function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/^\p{L}/u.test(text.slice(at + word.length));
}

const AD_WORDS =
  'Advertisement|ADVERTISEMENT|Anzeige|ANZEIGE|Werbung|Publicité|Publicidad|Publicidade|Pubblicità|Advertentie|Annons|Annonse|Annonce|Mainos|Reklama|REKLAMA|Reklam|Hirdetés|Реклама';
const AD_ENDS = new Set(AD_WORDS.split('|').map((word) => word.slice(-3)));
const AD_STARTS = new Set(AD_WORDS.split('|').map((word) => word.slice(0, 3)));
const AD_BEHIND = new RegExp(`[.!?…]["”’»]?\\s*(${AD_WORDS})$`, 'u');
const AD_BEFORE = new RegExp(`^(${AD_WORDS})(?=["“„«]?\\p{Lu}\\p{Ll}|\\p{Lu} )`, 'u');

/** Nearly every paragraph ends in a mark. */
function endsAsAd(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last > 64 && AD_ENDS.has(text.slice(-3));
}

/** The word "Advertisement" where it is glued to the end or the start of a paragraph. */
export function cutAdvertisements(document: ArticleDocument): readonly Cut[] {
  const cuts: Cut[] = [];
  document.blocks.forEach(({ text, words }, block) => {
    if (words < 8) return;
    const behind = endsAsAd(text) ? AD_BEHIND.exec(text)?.[1] : undefined;
    const mayBegin = behind === undefined && AD_STARTS.has(text.slice(0, 3));
    const before = mayBegin ? AD_BEFORE.exec(text)?.[1] : undefined;
    if (behind !== undefined) cuts.push({ block, at: text.length - behind.length, side: 'behind', removal: AD });
    else if (before !== undefined) cuts.push({ block, at: before.length, side: 'before', removal: AD });
  });
  return cuts;
}

/** Blocks after the cuts, and the removal of each piece that was cut off. */
export interface Opened {
  readonly blocks: readonly Block[];
  readonly removals: ReadonlyMap<number, Removal>;
}

/** Makes every glued piece a block of its own; the pieces keep their place in the source. */
export function cutOpenings(document: ArticleDocument): Opened {
  const cuts = [cutSectionLabel(document), ...cutAdvertisements(document)];
  const byBlock = new Map(cuts.flatMap((cut) => (cut ? [[cut.block, cut] as const] : [])));
  if (byBlock.size === 0) return { blocks: document.blocks, removals: new Map() };
  const removals = new Map<number, Removal>();
  const blocks = document.blocks.flatMap((block, i) => {
    const cut = byBlock.get(i);
    return cut ? pieces(document, block, cut) : [{ block, removal: null }];
  });
  blocks.forEach(({ removal }, i) => {
    if (removal) removals.set(i, removal);
  });
  return { blocks: blocks.map(({ block }) => block), removals };
}

interface Piece {
  readonly block: Block;
  readonly removal: Removal | null;
}

function pieces(document: ArticleDocument, block: Block, cut: Cut): readonly Piece[] {
  const [first, second] = splitBlock(block, document.source ?? '', cut.at);
  const before = cut.side === 'before';
  return [
    { block: first, removal: before ? cut.removal : null },
    { block: second, removal: before ? null : cut.removal },
  ];
}
