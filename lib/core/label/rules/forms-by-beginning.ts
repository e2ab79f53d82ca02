import { addTo } from './key-lists.ts';
import { firstSpellings, openingPattern, phrasesByBeginning } from './opening-patterns.ts';
import { ReadyForm } from './ready-form.ts';
import type { OpeningMatch, Rule } from './rule.ts';

interface Opening {
  readonly match: OpeningMatch;
  readonly rule: Rule;
  readonly order: number;
}

const NO_FORMS: readonly ReadyForm[] = [];

/** Forms by what a line begins with. Openings of forty languages are spelled out when the first line with their first letter comes. */
export class FormsByBeginning {
  private readonly own = new Map<string, ReadyForm[]>();
  private readonly unread = new Map<string, Opening[]>();
  private readonly merged = new Map<string, readonly ReadyForm[]>();

  add(beginning: string, form: ReadyForm): void {
    addTo(this.own, beginning, form);
  }

  addOpening(match: OpeningMatch, rule: Rule, order: number): void {
    const byLetter = new Map<string, string[]>();
    for (const phrase of match.phrases) for (const letter of firstSpellings(phrase)) addTo(byLetter, letter, phrase);
    for (const [letter, [first, ...others]] of byLetter)
      if (first !== undefined)
        addTo(this.unread, letter, { match: { ...match, phrases: [first, ...others] }, rule, order });
  }

  /** Those that a line with this beginning may have, in the order in which rules are tried. */
  of(beginning: string): readonly ReadyForm[] {
    this.readOpenings(beginning.charAt(0));
    let length = beginning.length;
    while (length > 0 && !this.own.has(beginning.slice(0, length))) length--;
    // Lines without a letter have forms of their own.
    if (length === 0) return (beginning === '' ? this.own.get('') : undefined) ?? NO_FORMS;
    const known = beginning.slice(0, length);
    let forms = this.merged.get(known);
    if (forms === undefined) {
      forms = this.merge(known);
      this.merged.set(known, forms);
    }
    return forms;
  }

  private readOpenings(letter: string): void {
    const openings = this.unread.get(letter);
    if (openings === undefined) return;
    this.unread.delete(letter);
    for (const { match, rule, order } of openings) {
      for (const [beginning, phrases] of phrasesByBeginning(match)) {
        if (!beginning.startsWith(letter)) continue;
        const source = (): string => openingPattern(phrases, match);
        this.add(beginning, new ReadyForm(rule, order, match.maxWords, source, true));
      }
    }
  }

  /** The forms of a beginning and of all shorter ones. */
  private merge(beginning: string): readonly ReadyForm[] {
    const forms = new Set<ReadyForm>();
    for (let length = beginning.length; length > 0; length--)
      for (const form of this.own.get(beginning.slice(0, length)) ?? NO_FORMS) forms.add(form);
    return [...forms].sort((a, b) => a.order - b.order);
  }
}
