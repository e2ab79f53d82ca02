const ESCAPED = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * One value as JSON on one line, without a line feed. Controls that `JSON.stringify` leaves are escaped, and so are U+2028 and
 * U+2029, which many readers take for line ends.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One value as one line of JSON, with its line feed. */
export function toJsonLine(value: unknown): string {
  return `${toJson(value)}\n`;
}
