import { isWhite } from '../parse/fold.ts';

/** The digits that dates are written in: of Latin, Arabic, Persian, Devanagari, Bengali and of full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const;

/** Value of a digit of any of the scripts; -1 for other UTF-16 units. */
export function digitValue(unit: number): number {
  if (unit < 0x660) return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : -1;
  for (const zero of ZEROS) if (unit >= zero && unit <= zero + 9) return unit - zero;
  return -1;
}

/**
 * Whether a text holds two numbers at least, and one that may be a year: of four digits, of two behind a sign, or in a text of
 * a few words or of East Asia any. Next to no line of prose does.
 *
 * @param few UTF-16 units of a text of a few words, at most.
 */
export function mayHoldDate(text: string, few: number): boolean {
  let numbers = 0;
  let digits = 0;
  let hasYear = text.length <= few;
  for (let at = 0; at <= text.length; at++) {
    if (digitValue(text.charCodeAt(at)) >= 0) {
      if (digits === 0) numbers++;
      digits++;
      continue;
    }
    if (digits > 0) hasYear ||= digits >= 4 || (digits === 2 && isBehindSign(text, at - 2));
    digits = 0;
  }
  return numbers > 1 && (hasYear || text.includes('年') || text.includes('년'));
}

/** Whether a hyphen, an apostrophe, a stroke or a full stop stands before a number, but for spaces. */
function isBehindSign(text: string, number: number): boolean {
  let at = number - 1;
  while (at >= 0 && isWhite(text.charCodeAt(at))) at--;
  return at >= 0 && "-'’/.".includes(text.charAt(at));
}
