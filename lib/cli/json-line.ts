/**
 * One value as one line of JSON, with its line feed. U+2028 and U+2029 are escaped: many readers take them for line ends.
 */
export function toJsonLine(value: unknown): string {
  const json = JSON.stringify(value).replace(/[\u2028\u2029]/g, (mark) => (mark === '\u2028' ? '\\u2028' : '\\u2029'));
  return `${json}\n`;
}
