import type { RawAttributes } from './html-attributes.ts';

/** A script of a page that may hold text of the article. */
export interface PageScript {
  readonly kind: 'linked-data' | 'json' | 'code';
  /** Index into the element table. */
  readonly element: number;
  /** Number of blocks that stand before it. */
  readonly blocksBefore: number;
  readonly text: string;
}

/** Characters of scripts that are kept for one page; a script that would go beyond is left out. */
const MAX_CHARS = 8_000_000;
/** A stream comes in many scripts, some of them short. */
const MIN_CHARS = 20;
const MAX_SCRIPTS = 2000;

const CODE_TYPE = /^\s*(?:$|module\s*$|(?:text|application)\/(?:x-)?(?:java|ecma)script\b)/i;

/** Gathers the scripts of a page while it is read. */
export class ScriptCollector {
  readonly scripts: PageScript[] = [];
  private open: Omit<PageScript, 'text'> | null = null;
  private text = '';
  private room = MAX_CHARS;

  start(attributes: RawAttributes | null, element: number, blocksBefore: number): void {
    const type = attributes?.type ?? '';
    const kind = /ld\+json/i.test(type) ? 'linked-data' : /json/i.test(type) ? 'json' : 'code';
    this.open = kind === 'code' && !CODE_TYPE.test(type) ? null : { kind, element, blocksBefore };
    this.text = '';
  }

  add(data: string): void {
    if (this.open !== null && this.text.length <= this.room) this.text += data;
  }

  end(): void {
    const { open, text } = this;
    this.open = null;
    this.text = '';
    if (open === null || text.length < MIN_CHARS || text.length > this.room || this.scripts.length >= MAX_SCRIPTS)
      return;
    this.room -= text.length;
    this.scripts.push({ ...open, text });
  }
}
