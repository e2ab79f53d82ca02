/** One line of a byte stream without its line feed, or the size of one that was longer than the limit. */
export type Line = { readonly bytes: Uint8Array } | { readonly tooLongBytes: number };

const LINE_FEED = 0x0a;

/**
 * Splits a byte stream into lines, reading no further than the consumer asks.
 *
 * Only LF ends a line: `node:readline` also splits at U+2028 and U+2029, which may stand unescaped in a JSON string.
 * Of a line over `maxBytes` no more than `maxBytes` are ever held; its end is looked for and its size reported.
 * A last line without LF counts when it is not empty.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (end: Uint8Array): Line => {
    const total = size + end.length;
    const line = total > maxBytes ? { tooLongBytes: total } : { bytes: join(parts, end, total) };
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      yield take(chunk.subarray(start, at));
      start = at + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > maxBytes) parts = [];
    else if (rest.length > 0) parts.push(rest);
  }
  if (size > 0) yield take(new Uint8Array(0));
}

function join(parts: readonly Uint8Array[], end: Uint8Array, total: number): Uint8Array {
  return parts.length === 0 ? end : Buffer.concat([...parts, end], total);
}
