import type { Document } from 'domhandler';
import type { LabelledBlock, LabelledDocument, Removal, RemovalClass } from '../document.ts';
import { readDate } from '../metadata/dates.ts';
import type { Author, Evidence } from '../record.ts';
import { namesOf } from './author-names.ts';
import { readSelector, type Selection } from './select.ts';
import type { Selectors, SiteRule } from './site-rule.ts';
import type { SiteCleaner, SiteVerdict } from './site-rules.ts';
import { readSiteTree, type SiteTree } from './site-tree.ts';
import { compilePattern } from './text-pattern.ts';

/** Rule ids of what site rules remove. */
const OUTSIDE: Removal = { class: 'other', rule: 'site-outside-body', confidence: 1 };
const STRIP_RULE = 'site-strip';
const TEXT_RULE = 'site-text';

/** Longest text of a block that text patterns are tried on, UTF-16 units: what they are for is a line. */
const MAX_PATTERN_TEXT = 2_000;

interface Compiled {
  readonly body: readonly Selection[];
  readonly keep: readonly Selection[];
  readonly strip: readonly (readonly [Selection, RemovalClass])[];
  readonly text: readonly (readonly [RegExp, RemovalClass])[];
  readonly title: readonly Selection[];
  readonly author: readonly Selection[];
  readonly date: readonly Selection[];
}

/**
 * Makes a rule ready to be applied.
 *
 * @param id Names the rule and its version in records.
 * @throws Error for a selector that is none, UnsafePatternError for a pattern that could take long.
 */
export function compileSiteRule(rule: SiteRule, id: string): SiteCleaner {
  const compiled: Compiled = {
    body: selectionsOf(rule.body),
    keep: selectionsOf(rule.keep),
    strip: (rule.strip ?? []).map((strip) =>
      typeof strip === 'string' ? [readSelector(strip), 'other'] : [readSelector(strip.selector), strip.class],
    ),
    text: (rule.text ?? []).map(({ pattern, class: name, ignoreCase }) => [
      compilePattern(pattern, ignoreCase === true),
      name,
    ]),
    title: selectionsOf(rule.title),
    author: selectionsOf(rule.author),
    date: selectionsOf(rule.date),
  };
  return { id, apply: (labelled, source) => applyRule(compiled, labelled, source) };
}

function selectionsOf(selectors: Selectors | undefined): readonly Selection[] {
  if (selectors === undefined) return [];
  return (typeof selectors === 'string' ? [selectors] : selectors).map(readSelector);
}

function applyRule(rule: Compiled, before: LabelledDocument, source: string): SiteVerdict {
  const tree = before.document.format === 'html' ? readSiteTree(source, null) : null;
  // The text of a page that shows none was found elsewhere: selectors of the page say nothing of it.
  const fits = tree !== null && tree.size === before.document.elements?.tag.length;
  const labels = new SiteLabels(rule, fits ? tree : null, before);
  const labelled = { ...before, blocks: before.blocks.map((one) => labels.of(one)) };
  const metadata = tree === null ? {} : readMetadata(rule, tree.root);
  // The rule of a site that has been built anew finds the wrong elements: better none than that.
  if (removedBySite(before, labelled) > keptWords(labelled)) {
    const notes = [...before.document.notes, 'site-rule-not-applied'];
    return { labelled: { ...before, document: { ...before.document, notes } }, metadata: {}, applied: false };
  }
  return { labelled, metadata, applied: true };
}

/** The labels of one document by a site's rule. */
class SiteLabels {
  private readonly inBody: ReadonlySet<number>;
  private readonly kept: ReadonlySet<number>;
  private readonly stripped: readonly (readonly [ReadonlySet<number>, RemovalClass])[];

  constructor(
    private readonly rule: Compiled,
    tree: SiteTree | null,
    private readonly labelled: LabelledDocument,
  ) {
    const found = (selections: readonly Selection[]) => firstFound(selections, tree);
    this.inBody = found(rule.body);
    this.kept = found(rule.keep);
    this.stripped = rule.strip.map(([selection, name]) => [found([selection]), name]);
  }

  of(one: LabelledBlock): LabelledBlock {
    const removal = this.removalOf(one);
    return removal === one.removal ? one : { ...one, removal, type: removal === null ? one.type : null };
  }

  private removalOf({ block, removal }: LabelledBlock): Removal | null {
    const { element } = block;
    if (this.isWithin(element, this.kept)) return null;
    for (const [elements, name] of this.stripped) {
      if (this.isWithin(element, elements)) return { class: name, rule: STRIP_RULE, confidence: 1 };
    }
    if (block.text !== '' && block.text.length <= MAX_PATTERN_TEXT) {
      for (const [pattern, name] of this.rule.text) {
        if (pattern.test(block.text)) return { class: name, rule: TEXT_RULE, confidence: 1 };
      }
    }
    if (removal === null && this.inBody.size > 0 && !this.isWithin(element, this.inBody)) return OUTSIDE;
    return removal;
  }

  private isWithin(element: number, wanted: ReadonlySet<number>): boolean {
    const parents = this.labelled.document.elements?.parent;
    if (wanted.size === 0 || parents === undefined) return false;
    for (let at = element; at >= 0; at = parents[at] ?? -1) if (wanted.has(at)) return true;
    return false;
  }
}

function firstFound(selections: readonly Selection[], tree: SiteTree | null): ReadonlySet<number> {
  if (tree === null) return new Set();
  for (const selection of selections) {
    const indices = selection.elements(tree.root).flatMap((element) => tree.indexOf.get(element) ?? []);
    if (indices.length > 0) return new Set(indices);
  }
  return new Set();
}

function keptWords({ blocks }: LabelledDocument): number {
  return blocks.reduce((sum, { block, removal }) => sum + (removal === null ? block.words : 0), 0);
}

/** Words that stood before and that the rule takes away. */
function removedBySite(before: LabelledDocument, after: LabelledDocument): number {
  return after.blocks.reduce((sum, { block, removal }, at) => {
    return sum + (removal !== null && before.blocks[at]?.removal === null ? block.words : 0);
  }, 0);
}

function readMetadata(rule: Compiled, root: Document): SiteVerdict['metadata'] {
  const first = (selections: readonly Selection[]) =>
    selections.map((selection) => selection.values(root)).find((values) => values.length > 0) ?? [];
  const evidence: Record<string, Evidence> = {};
  const said = (field: string, raw: string) => {
    evidence[field] = { source: 'site-rule', confidence: 1, raw };
  };
  const [title] = first(rule.title);
  if (title !== undefined) said('title', title);
  const bylines = first(rule.author);
  const authors = bylines.flatMap(namesOf).map((name): Author => ({ name }));
  if (authors.length > 0) said('authors', bylines.join('; '));
  const [date, rawDate] = readFirstDate(rule.date, root);
  if (date !== null) said('datePublished', rawDate);
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(date !== null && { datePublished: date }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  };
}

/** Of a `time` element the attribute says more than the text. */
function readFirstDate(selections: readonly Selection[], root: Document): readonly [string | null, string] {
  for (const selection of selections) {
    const declared = selection.elements(root).flatMap(({ attribs }) => attribs.datetime ?? attribs.content ?? []);
    for (const raw of selection.attribute === null
      ? [...declared, ...selection.values(root)]
      : selection.values(root)) {
      const date = readDate(raw);
      if (date !== null) return [date, raw];
    }
  }
  return [null, ''];
}
