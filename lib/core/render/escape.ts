/**
 * Source slices go into the record as they stand, but a record holds no carriage return, form feed or other character
 * that JSON consumers choke on: those are written as `\u000d`, and a backslash that already begins such a form as `\u005c`.
 */
const TO_ESCAPE = /[\r\f\u2028\u2029]|\\(?=u[0-9a-f]{4})/g;
const ESCAPED = /\\u([0-9a-f]{4})/g;

/** A source slice in the form the record holds it in; undone by `unescapeSource`. */
export function escapeSource(slice: string): string {
  return slice.replace(TO_ESCAPE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The source slice again, to the letter. */
export function unescapeSource(text: string): string {
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
