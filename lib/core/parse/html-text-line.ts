import type { Link } from '../document.ts';
import { foldSpaces, isBlank, keepLines, toNfc } from './html-text.ts';
import { countWords } from './words.ts';

/** Longest line whose words are counted before it ends, UTF-16 units. */
const MAX_COUNTED = 1000;

/** Text of the block that is being read, with its links. */
export class TextLine {
  private text = '';
  private space = false;
  /** White space before the first word: it counts when the line becomes part of another. */
  private led = false;
  private breaks = 0;
  private linkedUnits = 0;
  private links: Link[] = [];
  /** The open link; its text is gathered apart, because cutting it out of a growing line would copy the line every time. */
  private link: { readonly url: string | null; text: string } | null = null;

  /** A line of its own within this one: what it reads is linked when it stands in a link. */
  fork(): TextLine {
    const own = new TextLine();
    if (this.link !== null) own.link = { url: this.link.url, text: '' };
    return own;
  }

  /** Takes back what a fork has read. */
  join(fork: TextLine): void {
    if (fork.text !== '') {
      if ((this.space || fork.led) && this.text !== '') this.addSpace();
      this.text += fork.text;
      this.linkedUnits += fork.linkedUnits;
      for (const link of fork.links) this.links.push(link);
      if (this.link !== null && fork.link !== null) this.link.text += fork.link.text;
      this.breaks = fork.breaks;
      this.space = false;
    }
    this.space ||= fork.space;
  }

  /** Whether it is shorter than a text of so many words and characters; costs no more for a long line. */
  isShorter(words: number, units: number): boolean {
    return this.text.length < units || (this.text.length < MAX_COUNTED && countWords(this.text) < words);
  }

  get empty(): boolean {
    return this.text === '';
  }

  /** True when the text grew: white space alone waits for what follows. */
  append(data: string, verbatim: boolean): boolean {
    if (verbatim) return this.grow(keepLines(data));
    if (isBlank(data)) {
      this.space = true;
      return false;
    }
    let folded = foldSpaces(data);
    if (folded.startsWith(' ')) {
      this.space = true;
      folded = folded.slice(1);
    }
    const spaceAfter = folded.endsWith(' ');
    if (spaceAfter) folded = folded.slice(0, -1);
    if (folded === '') return false;
    if (this.text === '') this.led = this.space;
    else if (this.space) this.addSpace();
    this.space = false;
    this.grow(folded);
    this.space = spaceAfter;
    return true;
  }

  /** A `<br>`; true when it is the second in a row, which ends the block. */
  lineBreak(verbatim: boolean): boolean {
    if (verbatim) {
      this.grow('\n');
      return false;
    }
    this.space = true;
    return this.text !== '' && ++this.breaks >= 2;
  }

  /** @param url `null` when the link leads nowhere that is worth keeping; its text still counts as linked. */
  openLink(url: string | null): void {
    this.closeLink();
    this.link = { url, text: '' };
  }

  closeLink(): void {
    this.noteLink();
    this.link = null;
  }

  /** Hands over what was read and begins a new line; an open link goes on. */
  take(verbatim: boolean): { readonly text: string; readonly links: readonly Link[]; readonly linkDensity: number } {
    this.noteLink();
    const text = toNfc(verbatim ? this.text.trimEnd().replace(/^(?:[ \t]*\n)+/, '') : this.text);
    const taken = {
      text,
      links: this.links,
      linkDensity: this.text === '' ? 0 : Math.min(1, this.linkedUnits / this.text.length),
    };
    this.text = '';
    this.space = false;
    this.led = false;
    this.breaks = 0;
    this.linkedUnits = 0;
    this.links = [];
    return taken;
  }

  private addSpace(): void {
    this.text += ' ';
    if (this.link !== null && this.link.text !== '') {
      this.link.text += ' ';
      this.linkedUnits++;
    }
  }

  private grow(data: string): boolean {
    if (this.link !== null) {
      this.link.text += data;
      this.linkedUnits += data.length;
    }
    this.text += data;
    this.breaks = 0;
    return data !== '';
  }

  private noteLink(): void {
    if (this.link === null || this.link.text === '') return;
    const text = toNfc(this.link.text).trim();
    if (this.link.url !== null && text !== '') this.links.push({ text, url: this.link.url });
    this.link.text = '';
  }
}
