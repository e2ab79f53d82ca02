import type { RemovalClass } from '../../document.ts';

/** What a removal is called: its class and the rule that says so. */
export interface RemovalName {
  readonly class: RemovalClass;
  readonly rule: string;
}

/** Classes that a heading passes on to what stands under it. */
export const SECTION_CLASSES: ReadonlySet<RemovalClass> = new Set([
  'related',
  'teaser',
  'newsletter',
  'comments',
  'tag-list',
  'contact',
  'bio',
  'cookie',
]);

/** Where the article stands among the rows. */
export interface KeptSpan {
  /** First and last kept row; -1 when nothing is kept. */
  readonly first: number;
  readonly last: number;
}
