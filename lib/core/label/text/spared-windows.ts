import type { TeaserDocument } from './teaser-document.ts';
import { firstLine } from './teaser-features.ts';
import type { CardLine } from './teaser-lines.ts';
import type { TeaserWindow } from './teaser-windows.ts';

/** Cards carry no marks: a headline with a number, a time of day, a bullet or a mark of Markdown is the article's own. */
const OWN_HEAD = /^(?:\d{1,2}[.:h]\d{2}\b|#{1,6}\s|[-*•·▪►»>]\s|\(?\d{1,3}[.):]\s|\*\*)/;

/**
 * Probabilities from which windows fall at the head of a document, where its headline and lead stand as a rule: a text alone, and one
 * with headline and picture, of which the article has the like. On sites held back a hundredth of cards with text stands there; at
 * .97 in place of .995 documents with the picture between headline and text keep .2 % less, .3 points more of other cards go.
 */
const HEAD_THRESHOLDS: Readonly<Record<string, number>> = { X: 0.97, HXI: 0.995, HIX: 0.995, IHX: 0.995 };

/**
 * Windows that fall at no probability, or at a high one: marked heads, texts that announce what follows, the headline that the
 * document begins with, the lead.
 *
 * @param isPage Whether it is the text of a whole page: menus stand before its headline, and picture and lead below it, as in a card.
 */
export function isSpared(
  document: TeaserDocument,
  window: TeaserWindow,
  probability: number,
  isPage: boolean,
): boolean {
  const head = window.headline < 0 ? undefined : document.cards[window.headline];
  if (head !== undefined && OWN_HEAD.test(head.line.text)) return true;
  if (announcesMore(document.cards[window.text])) return true;
  const isLead = window.text === document.lead && (isPage || head === undefined);
  const first = isPage ? headlineOfLead(document) : firstLine(document.cards);
  const opens = isLead || (head !== undefined && window.headline === first);
  return opens && probability < (HEAD_THRESHOLDS[window.shape] ?? Number.POSITIVE_INFINITY);
}

/** The text of a card ends or is cut off; one that ends in a colon goes on below. */
function announcesMore(text: CardLine | undefined): boolean {
  return text?.line.ending === ':' || text?.line.ending === '：';
}

/** The last line like a headline before the first of prose; -1 for none. */
function headlineOfLead({ headlines, lead }: TeaserDocument): number {
  return headlines.findLast((line) => line < lead) ?? -1;
}
