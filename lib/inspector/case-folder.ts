import type { RemovalClass } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { CASE_EXTENSION } from './inspect.ts';
import { type InspectedDocument, isQuarantine } from './inspected.ts';
import { rowsOf } from './rows.ts';

/** What a reader says is wrong with a record. */
export type Complaint =
  | { readonly should: 'keep'; readonly removed: number }
  | { readonly should: 'remove'; readonly block: number; readonly class: RemovalClass };

export interface CaseFile {
  /** Path in the folder of cases, such as `dated-footer/input.html`. */
  readonly path: string;
  readonly text: string;
}

/** Stands where the rule that will make the removal is not known yet; the case fails until it does. */
export const RULE_TO_BE_WRITTEN = 'rule-to-be-written';

/** Kebab-case, as folders of cases are named. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+){0,15}$/;

/**
 * A case folder that says what must come out: the record as it is, but for the piece that the reader complains of. It is
 * marked as not reviewed, so that the tests fail until a person has read it.
 *
 * @param complaint `null` for the record as it is.
 * @throws Error when the document has no source, or no such piece.
 */
export function draftCase(
  inspected: InspectedDocument,
  complaint: Complaint | null,
  { slug, why }: { readonly slug: string; readonly why: string },
): readonly CaseFile[] {
  const { answer, source, format } = inspected;
  if (isQuarantine(answer) || source === undefined || format === undefined) {
    throw new Error(`expected a cleaned document with its source, got none (${inspected.name})`);
  }
  if (!SLUG.test(slug)) throw new Error(`expected a name like "dated-footer", got "${slug}"`);
  const info = {
    why,
    origin: 'to be said: who wrote the input, and where it is from',
    licence: 'to be said',
    reviewed: false,
  };
  return [
    { path: `${slug}/input.${CASE_EXTENSION[format]}`, text: source },
    { path: `${slug}/expected.json`, text: toJson(expectedOf(answer, complaint)) },
    { path: `${slug}/case.json`, text: toJson(info) },
  ];
}

interface Expected {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly text: string;
  readonly removed: readonly { readonly class: string; readonly rule: string; readonly text: string }[];
}

function expectedOf(record: ArticleRecord, complaint: Complaint | null): Expected {
  const texts: string[] = [];
  const removed: Expected['removed'][number][] = [];
  let found = complaint === null;
  for (const row of rowsOf(record)) {
    if (row.kept) {
      const goes = complaint?.should === 'remove' && complaint.block === row.index;
      found ||= goes;
      if (goes)
        removed.push({ class: complaint.class, rule: RULE_TO_BE_WRITTEN, text: row.block.raw ?? row.block.text });
      else if (row.block.type !== 'caption') texts.push(row.block.text);
    } else {
      const stays = complaint?.should === 'keep' && complaint.removed === row.index;
      found ||= stays;
      if (stays) texts.push(row.source.trim());
      else removed.push({ class: row.removal.class, rule: row.removal.rule, text: row.removal.text });
    }
  }
  if (!found) throw new Error('expected a piece of the record to complain of, got none');
  return {
    ...(record.title !== undefined && { title: record.title }),
    ...(record.authors !== undefined && { authors: record.authors.map(({ name }) => name) }),
    text: texts.join('\n\n'),
    removed,
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
