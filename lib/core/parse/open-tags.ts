import { SCOPE_TAGS, TABLE_PARTS } from './html-tags.ts';
import type { Tag } from './tag.ts';

interface Entry<T> {
  readonly element: T;
  readonly name: string;
  readonly inline: boolean;
  readonly isBlock: boolean;
  ended: boolean;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * The stack of open elements. Every question is answered from the last position of a name, so an end tag costs what it pops and
 * nothing more. Position 0 is the root and is never popped.
 */
export class OpenTags<T extends { readonly name: string; readonly skipped: boolean }> {
  private readonly entries: Entry<T>[] = [];
  private readonly positions = new Map<string, number[]>();
  private readonly scopes: number[] = [];
  private readonly blocks: number[] = [];
  private topElement: T;

  constructor(
    private readonly root: T,
    private readonly onClose: (element: T) => void,
  ) {
    this.topElement = root;
    this.push(root, { inline: false, isBlock: false });
  }

  get top(): T {
    return this.topElement;
  }

  /** Number of open elements, the root included. */
  get depth(): number {
    return this.entries.length;
  }

  has(name: string): boolean {
    return this.last(name) >= 0;
  }

  push(element: T, { inline, isBlock }: Pick<Tag, 'inline' | 'isBlock'>): void {
    const { name } = element;
    const at = this.entries.push({ element, name, inline, isBlock, ended: false }) - 1;
    const known = this.positions.get(name);
    if (known === undefined) this.positions.set(name, [at]);
    else known.push(at);
    if (SCOPE_TAGS.has(name)) this.scopes.push(at);
    if (isBlock) this.blocks.push(at);
    this.topElement = element;
  }

  /**
   * An end tag. False when nothing open answers to it. That of an element which the standard does not know does nothing when a
   * block was opened in the element and is still open.
   */
  end(name: string): boolean {
    const at = this.last(name);
    if (at < 1 || at < this.limitOf(name)) return false;
    const entry = this.entries[at];
    // What is skipped is left whole: an element left open in a drawing must not outlive it and swallow the page.
    const isAroundBlock = !this.topElement.skipped && at < endOf(this.blocks);
    if (entry === undefined || entry.isBlock || !isAroundBlock) this.popTo(at);
    else if (entry.inline) this.endMisnested(entry);
    return true;
  }

  /** An end tag of any heading ends the heading that is open. */
  endHeading(): boolean {
    let at = -1;
    for (const name of HEADINGS) at = Math.max(at, this.last(name));
    if (at < 1 || at < this.lastScope('')) return false;
    this.popTo(at);
    return true;
  }

  endInScope(name: string): void {
    const at = this.last(name);
    if (at > 0 && at > this.lastScope(name)) this.popTo(at);
  }

  /** Ends the innermost of `names` unless a scope or one of the two limiting elements stands between. */
  endWithin(names: readonly string[], limit: string, otherLimit: string): void {
    let at = -1;
    for (const name of names) at = Math.max(at, this.last(name));
    if (at > 0 && at > this.last(limit) && at > this.last(otherLimit) && (limit === 'table' || at > this.lastScope('')))
      this.popTo(at);
  }

  popTo(depth: number): void {
    while (this.entries.length > Math.max(depth, 1)) {
      const entry = this.entries.pop();
      if (entry === undefined) return;
      const at = this.entries.length;
      if (endOf(this.scopes) === at) this.scopes.pop();
      if (endOf(this.blocks) === at) this.blocks.pop();
      this.topElement = at === 0 ? this.root : (this.entries[at - 1]?.element ?? this.root);
      if (entry.ended) continue;
      this.positions.get(entry.name)?.pop();
      this.onClose(entry.element);
    }
  }

  /** `<b><p>text</b> more</p>`: the inline element ends, the blocks inside it stay open. */
  private endMisnested(entry: Entry<T>): void {
    entry.ended = true;
    this.positions.get(entry.name)?.pop();
    this.onClose(entry.element);
  }

  private last(name: string): number {
    const positions = this.positions.get(name);
    return positions === undefined ? -1 : endOf(positions);
  }

  /** The position that an end tag of a name cannot reach behind. */
  private limitOf(name: string): number {
    if (TABLE_PARTS.has(name)) return this.last('table');
    if (name === 'table') return -1;
    const scope = this.lastScope(name);
    return name === 'li' ? Math.max(scope, this.last('ul'), this.last('ol')) : scope;
  }

  /** An end tag may name a scope element itself, such as `</object>`: then that scope does not count. */
  private lastScope(name: string): number {
    return SCOPE_TAGS.has(name) ? -1 : endOf(this.scopes);
  }
}

/** The last of some positions, -1 without any. Every tag asks this several times, and `at` is a call for each. */
function endOf(positions: readonly number[]): number {
  return positions.length === 0 ? -1 : (positions[positions.length - 1] as number);
}
