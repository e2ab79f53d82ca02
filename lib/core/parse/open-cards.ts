import type { Block } from '../document.ts';
import type { PageElement } from './html-element.ts';
import { OpenLine } from './html-line.ts';
import type { CardSign } from './pop-up-card.ts';

/** Size from which an element with a doubtful name is a text of its own rather than the words of the line that open one. */
const MIN_CARD = { words: 8, units: 20 };
/** Words of the largest card; an element that holds more is part of the page whatever it calls itself. */
const MAX_CARD_WORDS = 250;

/** Cards in each other from which what lies in the innermost is read as part of it: each hands on all that was read in it. */
const MAX_OPEN = 16;

/** An open element whose text is read apart from the line in which it stands. */
export interface OpenCard {
  readonly element: PageElement;
  readonly sign: CardSign;
  /** The line around it, and where that line's blocks go. */
  readonly line: OpenLine;
  readonly blocks: Block[];
}

/** The pop-up cards that are open, each in a line of the one before. */
export class OpenCards {
  private readonly cards: OpenCard[] = [];

  get none(): boolean {
    return this.cards.length === 0;
  }

  get full(): boolean {
    return this.cards.length >= MAX_OPEN;
  }

  /** Begins a card; gives the line that its text goes to. */
  open(card: OpenCard): OpenLine {
    this.cards.push(card);
    return new OpenLine(card.line.text.fork());
  }

  /**
   * Ends the card of an element and what is still open in it, innermost first; nothing when the element is none. Costs more than
   * all else at the end of an element, so that it is asked only where cards are open.
   */
  *endedBy(element: PageElement): Generator<OpenCard> {
    const at = this.cards.findLastIndex((card) => card.element === element);
    if (at < 0) return;
    while (this.cards.length > at) {
      const card = this.cards.pop();
      if (card !== undefined) yield card;
    }
  }
}

/**
 * Whether an element turns out to be part of the line: short, as words that open a card are, or with the card inside it.
 *
 * @param read What was read of it: the line and the blocks before it.
 */
export function isPartOfLine({ sign }: OpenCard, read: OpenLine, blocks: readonly Block[]): boolean {
  if (sign === 'hidden' || sign === 'card' || blocks.length > 0) return false;
  return (sign === 'maybe' && read.cards.length > 0) || read.text.isShorter(MIN_CARD.words, MIN_CARD.units);
}

/** Whether blocks in an element of doubtful name break the line as those of any other do: too short for a card, or too long. */
export function breaksLine({ sign }: OpenCard, blocks: readonly Block[]): boolean {
  const words = wordsOf(blocks);
  return (
    words > MAX_CARD_WORDS || ((sign === 'maybe' || sign === 'note' || sign === 'described') && words < MIN_CARD.words)
  );
}

/** The blocks of a card or a note that stood in a line, marked for labelling; hidden text and descriptions are judged like any other. */
export function cardBlocks({ sign }: OpenCard, blocks: readonly Block[]): readonly Block[] {
  if (sign === 'note') return blocks.map(markNote);
  return sign === 'card' || sign === 'maybe' ? blocks.map(markPopUp) : blocks;
}

/** Cards nest: what is marked already is not copied again. */
function markPopUp(block: Block): Block {
  return block.popUp === true ? block : { ...block, popUp: true };
}

function markNote(block: Block): Block {
  return block.note === true || block.popUp === true ? block : { ...block, note: true };
}

function wordsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}
