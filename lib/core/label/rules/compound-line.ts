import { countWords } from '../../parse/words.ts';
import { matchRule } from './match-rule.ts';
import type { Rule } from './rule.ts';

/** What themes put between the parts of a line about the article: byline, date, read time, share links. */
const PART_MARK = /\s[·•|‧∙]\s/;
const MARKS = ['|', '·', '•', '‧', '∙'] as const;
const MAX_WORDS = 30;
const MAX_PARTS = 8;
const DATE_WORDS = 7;
/** A date or time and little else; alone it could head an entry of a timeline. */
const DATE = /^(?=.{0,60}\d)[\p{L}\p{M}\d\s.,:/'’+年月日()-]{4,60}$/u;
const YEAR_OR_TIME = /\b(?:19|20)\d{2}\b|\b\d{1,2}[:.]\d{2}\b|年/u;

/**
 * The rule of a line of several parts, such as `By A. Name · 3 May 2021 · 5 min read`: every part is a phrase of the
 * rules or a date, and at least one is a phrase. The first such part names the line; `null` when a part is prose.
 */
export function matchCompoundLine(text: string, words: number): Rule | null {
  if (words > MAX_WORDS || !MARKS.some((mark) => text.includes(mark)) || !PART_MARK.test(text)) return null;
  const parts = text.split(PART_MARK).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  let named: Rule | null = null;
  for (const part of parts) {
    const size = countWords(part);
    const rule = matchRule(part.trim(), size);
    if (rule === null && !(size <= DATE_WORDS && DATE.test(part) && YEAR_OR_TIME.test(part))) return null;
    named ??= rule;
  }
  return named;
}
