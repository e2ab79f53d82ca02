import type { Credits, Dateline } from '../record.ts';
import { agenciesOf } from './agencies.ts';
import { addAgency, type CreditList, readCreditLine } from './credits.ts';
import { readDateStamp } from './date-stamp.ts';
import { readDateline } from './datelines.ts';
import { isProse, type Page } from './page.ts';
import { findVisibleDate } from './visible-dates.ts';

/** Words of the paragraph in which a dateline is looked for. */
const MIN_LEDE_WORDS = 8;

/** Reads the dateline of the first paragraph of the article; its agency is added to the credits. */
export function findDateline(page: Page, credits: CreditList): Dateline | null {
  const first = page.blocks.findIndex((entry) => isProse(entry, MIN_LEDE_WORDS) && entry.block.kind === 'paragraph');
  const lede = page.blocks[first];
  if (!lede) return null;
  const { text } = lede.block;
  const stamp = page.labelled.document.format === 'html' ? null : readDateStamp(text);
  const date = stamp && (findVisibleDate(stamp.raw, 'day-first')?.date ?? null);
  const rest = page.blocks
    .slice(first, first + 30)
    .map(({ block }) => block.text)
    .join('\n');
  const found = readDateline(text.slice(stamp?.end ?? 0), rest.slice(20), date);
  const dateline =
    found && stamp ? { ...found, raw: date === found.raw ? stamp.raw : `${stamp.raw} ${found.raw}` } : found;
  if (!dateline) return null;
  for (const agency of agenciesOf(dateline.agency ?? '')) addAgency(credits, agency);
  return dateline;
}

/** Reads all blocks that labelling took for credits, and the copyright line of the footer. */
export function collectCredits(page: Page, credits: CreditList): void {
  for (const { block, removal } of page.blocks) {
    if (removal?.class === 'credit') readCreditLine(block.text, credits);
    else if (
      removal?.class === 'footer' &&
      credits.copyright === null &&
      /^\s*(?:©|copyright\b|\(c\)\s)/i.test(block.text) &&
      block.words <= 40
    )
      readCreditLine(block.text, credits);
  }
}

/** The record's credits; `null` when there are none. */
export function toCredits(list: CreditList): Credits | null {
  const credits: Credits = {
    ...(list.agencies.length > 0
      ? { agencies: list.agencies.map(({ name, code }) => (code ? { name, code } : { name })) }
      : {}),
    ...(list.contributors.length > 0 ? { contributors: list.contributors } : {}),
    ...(list.editors.length > 0 ? { editors: list.editors } : {}),
    ...(list.photographers.length > 0 ? { photographers: list.photographers } : {}),
    ...(list.copyright !== null ? { copyright: list.copyright } : {}),
  };
  return Object.keys(credits).length > 0 ? credits : null;
}
