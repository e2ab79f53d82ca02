import type { Author } from '../record.ts';
import { agencyOf } from './agencies.ts';
import type { BylinePart } from './byline-parts.ts';
import { addAgency, type CreditList } from './credits.ts';

/** People of a byline with the roles that stand after them; agencies go to the credits. */
export function authorsOf(parts: readonly BylinePart[], credits: CreditList): readonly Author[] {
  const authors: Author[] = [];
  for (const { kind, text, email } of parts) {
    if (kind === 'person') authors.push({ name: text, ...(email ? { email } : {}) });
    else if (kind === 'agency') {
      const agency = agencyOf(text);
      if (agency) addAgency(credits, agency);
    } else if (kind === 'photographer') {
      if (!credits.photographers.includes(text)) credits.photographers.push(text);
    } else if (kind === 'role') {
      const last = authors.at(-1);
      if (last && !last.role) authors[authors.length - 1] = { ...last, role: text };
    }
  }
  return authors;
}
