/** The line before the first match of a pattern; the whole line without one. */
export function upTo(line: string, pattern: RegExp): string {
  const at = line.search(pattern);
  return at < 0 ? line : line.slice(0, at);
}
