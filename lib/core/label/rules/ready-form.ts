import type { Rule } from './rule.ts';

/** A form made ready: what is tried on the line in lower case carries no `i`, which is many times slower. */
export class ReadyForm {
  private pattern: RegExp | null = null;

  /** @param order Place in the order in which rules are tried. */
  constructor(
    readonly rule: Rule,
    readonly order: number,
    readonly maxWords: number,
    private readonly source: () => string,
    private readonly isLower: boolean,
  ) {}

  /** Compiled on the first line that may have the form: most never are. */
  fits(text: string, lower: string): boolean {
    this.pattern ??= new RegExp(this.source(), 'u');
    return this.pattern.test(this.isLower ? lower : text);
  }
}
