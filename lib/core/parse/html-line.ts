import type { Block, Image } from '../document.ts';
import type { ElementTableBuilder } from './element-table.ts';
import { htmlBlock, numbered, type PageElement, ROOT } from './html-element.ts';
import { TextLine } from './html-text-line.ts';
import { countWords } from './words.ts';

/** The line that is being read: its text, where it stands, and what waits for its end. */
export class OpenLine {
  /** Element of the first text; what the block is comes from it. */
  holder: PageElement = ROOT;
  /** The innermost element that holds all of its text; -1 before the first. */
  element = -1;
  images: { readonly image: Image; readonly element: number }[] = [];
  /** Blocks of the pop-up cards that stood in it: they follow it. */
  cards: Block[] = [];

  constructor(readonly text: TextLine = new TextLine()) {}

  /** Text of an element stands in the line. */
  hold(parent: PageElement, elements: ElementTableBuilder): void {
    if (this.element < 0) {
      this.element = parent.element;
      this.holder = parent;
    } else if (this.element !== parent.element) this.element = elements.common(this.element, parent.element);
  }

  /** The block of what was read, `null` without text; a new line begins. */
  take(): Block | null {
    if (this.text.empty) return null;
    const { kind, level, ordered, group, verbatim, figure } = this.holder;
    const { text, links, linkDensity } = this.text.take(verbatim);
    const { element } = this;
    this.element = -1;
    if (text === '') return null;
    if (kind === 'caption') figure?.addCaption(text);
    const inList = kind === 'list-item';
    const block = htmlBlock({
      kind,
      text,
      level,
      ordered: inList ? ordered : null,
      words: countWords(text),
      linkDensity,
      links,
      image: null,
      element,
      group: inList ? group : -1,
    });
    return numbered(block, this.holder);
  }

  /** Takes back a line that was read on its own. */
  join(fork: OpenLine, elements: ElementTableBuilder): void {
    this.text.join(fork.text);
    if (this.element < 0) {
      this.element = fork.element;
      this.holder = fork.holder;
    } else if (fork.element >= 0) this.element = elements.common(this.element, fork.element);
    for (const image of fork.images) this.images.push(image);
    for (const block of fork.cards) this.cards.push(block);
  }
}
