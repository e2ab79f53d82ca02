import type { RemovalClass } from '../core/document.ts';
import type { RemovedBlock } from '../core/record.ts';
import { type InspectedDocument, isQuarantine } from './inspected.ts';

/** What the reader wants to see. */
export interface Filter {
  /** Empty for all. */
  readonly classes: ReadonlySet<RemovalClass>;
  /** `''` for all. */
  readonly rule: string;
  /** Confidence of removals, both ends included, 0..1. */
  readonly from: number;
  readonly to: number;
  /** Looked for without regard to case; `''` for all. */
  readonly search: string;
}

/** Lets everything through. */
export const NO_FILTER: Filter = { classes: new Set(), rule: '', from: 0, to: 1, search: '' };

/** Whether removals are narrowed down at all; searching alone does not. */
export function narrowsRemovals({ classes, rule, from, to }: Filter): boolean {
  return classes.size > 0 || rule !== '' || from > 0 || to < 1;
}

/** Whether a removal is of the classes, rule and confidence wanted. */
export function isWanted(removal: Pick<RemovedBlock, 'class' | 'rule' | 'confidence'>, filter: Filter): boolean {
  if (filter.classes.size > 0 && !filter.classes.has(removal.class)) return false;
  if (filter.rule !== '' && filter.rule !== removal.rule) return false;
  return removal.confidence >= filter.from && removal.confidence <= filter.to;
}

/** Whether a text holds what is searched for. */
export function holds(text: string, { search }: Filter): boolean {
  return search === '' || text.toLowerCase().includes(search.toLowerCase());
}

/** Whether a document is listed: it has a wanted removal, and what is searched for stands in its name, title or text. */
export function isListed({ name, answer }: InspectedDocument, filter: Filter): boolean {
  if (isQuarantine(answer)) return !narrowsRemovals(filter) && (holds(name, filter) || holds(answer.message, filter));
  if (narrowsRemovals(filter) && !answer.removed.some((removal) => isWanted(removal, filter))) return false;
  return (
    holds(name, filter) ||
    holds(answer.title ?? '', filter) ||
    holds(answer.text, filter) ||
    answer.removed.some(({ text }) => holds(text, filter))
  );
}

/** Rule ids of the removals of the classes wanted, most frequent first, with the number of removals. */
export function rulesOf(
  documents: readonly InspectedDocument[],
  { classes }: Filter,
): readonly (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { answer } of documents) {
    if (isQuarantine(answer)) continue;
    for (const { rule, class: name } of answer.removed) {
      if (classes.size === 0 || classes.has(name)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}
