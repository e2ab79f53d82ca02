import type { Removal } from '../../document.ts';
import { endsInCredit } from '../rules/credit-tail.ts';
import { countTextCharacters } from './line-model/character-facts.ts';
import { type LineEnd, lineEnd } from './line-model/line-end.ts';
import { type WordEvidence, type WordTable, weighWords } from './line-model/word-table.ts';
import { isPersonName, tellsOccupation } from './person-name.ts';
import { hashWords } from './terms.ts';
import { countCapitals, countText, type HeadlineLetters, headlineLetters, type TextCounts } from './text-counts.ts';
import { formOf, type TextForm } from './text-form.ts';

/** What a text says of itself, whatever document it stands in; worked out when it is first asked for. */
export class TextFacts {
  readonly text: string;
  /** Number of the text among those of its document, from 0. */
  readonly number: number;
  /** The removal that its wording calls for; `undefined` until it has been looked for. */
  phrase: Removal | null | undefined = undefined;
  private small: string | null = null;
  private hashes: readonly number[] | null = null;
  private units: readonly number[] | null = null;
  private named: boolean | null = null;
  private telling: boolean | null = null;
  private crediting: boolean | null = null;
  private looks: TextForm | null = null;
  private ofHeadline: HeadlineLetters | null = null;
  private counted: TextCounts | null = null;
  /** -1 until it is asked for. */
  private capitalWords = -1;
  private ending: LineEnd | null = null;
  private weighed: { readonly table: WordTable; readonly evidence: WordEvidence } | null = null;

  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }

  /** In lower case. */
  get lower(): string {
    this.small ??= this.text.toLowerCase();
    return this.small;
  }

  /** Hashes of its words, repeats included. */
  get words(): readonly number[] {
    this.hashes ??= hashWords(this.text, this.lower);
    return this.hashes;
  }

  /** One value for each of `CHARACTER_COUNTS`. */
  get characters(): readonly number[] {
    this.units ??= countTextCharacters(this.text);
    return this.units;
  }

  get end(): LineEnd {
    this.ending ??= lineEnd(this.text);
    return this.ending;
  }

  /** What its words say by a table; remembered for the table that was asked last. */
  evidence(table: WordTable): WordEvidence {
    if (this.weighed?.table !== table) this.weighed = { table, evidence: weighWords(table, this.words) };
    return this.weighed.evidence;
  }

  get form(): TextForm {
    this.looks ??= formOf(this.text);
    return this.looks;
  }

  /** Words that begin with a capital. */
  get capitals(): number {
    if (this.capitalWords < 0) this.capitalWords = countCapitals(this.text);
    return this.capitalWords;
  }

  get counts(): TextCounts {
    this.counted ??= countText(this.text);
    return this.counted;
  }

  /** Asked for lines like a headline alone. */
  get letters(): HeadlineLetters {
    this.ofHeadline ??= headlineLetters(this.text);
    return this.ofHeadline;
  }

  /** Ends in the credit of a picture. */
  get endsInCredit(): boolean {
    this.crediting ??= endsInCredit(this.text, this.lower);
    return this.crediting;
  }

  get isName(): boolean {
    this.named ??= isPersonName(this.text);
    return this.named;
  }

  get tellsOccupation(): boolean {
    this.telling ??= tellsOccupation(this.text, this.lower);
    return this.telling;
  }
}

/** The texts of a document that have been looked at: its clean text, read again, consists of them. */
export class KnownTexts {
  private readonly facts = new Map<string, TextFacts>();

  /** The facts of a text, the same object for equal texts. */
  of(text: string): TextFacts {
    let found = this.facts.get(text);
    if (found === undefined) {
      found = new TextFacts(text, this.facts.size);
      this.facts.set(text, found);
    }
    return found;
  }
}
