import { withoutLead } from './byline-lead.ts';
import { findVisibleDate } from './visible-dates.ts';

/** A clock time with what belongs to it. */
const TIME =
  /\b(?:at |um |à |a las |kl\.? ?)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|[A-Z]{2,4}))?(?=$|[\s,|)])/giu;
/** A leading word inside a line such as `May 3, 2021 by Ana Ruiz`. */
const INNER_LEAD =
  /(?:^|[\s|•·/—–,])(?:by|von|par|por|door|af|av|автор|author|autor(?:in)?|auteur)\s*:?\s+(?=[\p{L}])/giu;

/** The line without its dates and times, from its leading word on. */
export function bylineText(text: string): { readonly rest: string; readonly led: boolean } {
  let line = text;
  for (let pass = 0; pass < 3 && /\d/.test(line); pass++) {
    const date = findVisibleDate(line, 'day-first');
    if (date === null) break;
    line = `${line.slice(0, date.start)} | ${line.slice(date.end)}`;
  }
  if (line !== text)
    line = line
      .replace(TIME, ' | ')
      .replace(/(?:^|\s)(?:on|am|vom|le|el|il|em|op|den)\s+(?=\|)/giu, ' ')
      .replace(/^[\s|,]+|[\s|,]+$/g, '');
  const own = withoutLead(line);
  const inner = [...own.rest.matchAll(INNER_LEAD)].at(-1);
  if (inner && !own.led) return { rest: own.rest.slice(inner.index + inner[0].length), led: true };
  return own;
}
