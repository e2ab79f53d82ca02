/** Which readings of a `<ruby>` are read: those that the page itself puts in brackets with `<rp>`, so that no word is glued. */
export class RubyReadings {
  private bracketed = false;

  /** Takes each start tag in order; true for one whose text is left out. */
  skips(name: string): boolean {
    if (name === 'ruby') this.bracketed = false;
    else if (name === 'rp') this.bracketed = true;
    return name === 'rt' && !this.bracketed;
  }
}
