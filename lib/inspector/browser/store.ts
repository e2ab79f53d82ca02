import { type Filter, isListed, NO_FILTER } from '../filter.ts';
import type { InspectedDocument, InspectorData } from '../inspected.ts';

/** What is shown: the overview, or the document of this index. */
export type View = 'overview' | number;

/** All that the page knows; every change is told to those who draw. */
export class Store {
  readonly documents: InspectedDocument[];
  readonly rationales: Record<string, string>;
  filter: Filter = NO_FILTER;
  view: View = 'overview';
  /** Of the rows: all, or only what was removed. */
  onlyRemoved = false;
  readonly #listeners: (() => void)[] = [];

  constructor(readonly data: InspectorData) {
    this.documents = [...data.documents];
    this.rationales = { ...data.rationales };
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.changed();
  }

  show(view: View): void {
    this.view = view;
    this.changed();
  }

  /** Documents that came later, a new run of the same name in place of the old. */
  add(documents: readonly InspectedDocument[], rationales: Readonly<Record<string, string>>): void {
    Object.assign(this.rationales, rationales);
    for (const one of documents) {
      const known = this.documents.findIndex(({ name }) => name === one.name);
      if (known < 0) this.documents.push(one);
      else this.documents[known] = one;
    }
    this.changed();
  }

  /** Indices of the documents that the filter lets through. */
  listed(): readonly number[] {
    return this.documents.flatMap((one, index) => (isListed(one, this.filter) ? [index] : []));
  }

  /** Shows the next listed document, or the one before. */
  step(by: 1 | -1): void {
    const listed = this.listed();
    const at = this.view === 'overview' ? -1 : listed.indexOf(this.view);
    const next = listed[Math.max(0, Math.min(listed.length - 1, at + by))];
    if (next !== undefined) this.show(next);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
