const [OPEN, CLOSE, QUOTE, BACKSLASH] = [0x7b, 0x7d, 0x22, 0x5c];

/**
 * The JSON texts in lines that should each be one: a line that holds several objects behind one another is split, and
 * where the first line is a lone `{`, every object reaches over many lines, until another begins at the start of one.
 *
 * @param maxBytes Of one text; one that is longer is not held.
 */
export async function* jsonTexts(
  lines: AsyncIterable<Uint8Array | 'too-long'>,
  maxBytes: number,
): AsyncGenerator<Uint8Array | 'too-long'> {
  let isPrinted: boolean | null = null;
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const line of lines) {
    isPrinted ??= isBlank(line) ? null : isLoneBrace(line);
    if (isPrinted !== true) {
      if (line === 'too-long') yield line;
      else yield* splitObjects(line);
      continue;
    }
    if (line !== 'too-long' && line[0] === OPEN && bytes > 0) {
      yield joined(held, bytes, maxBytes);
      [held, bytes] = [[], 0];
    }
    bytes += line === 'too-long' ? maxBytes + 1 : line.length + 1;
    if (bytes > maxBytes) held = [];
    else held.push(line as Uint8Array, LINE_FEED);
  }
  if (bytes > 0) yield joined(held, bytes, maxBytes);
}

const LINE_FEED = Uint8Array.of(0x0a);

function joined(held: readonly Uint8Array[], bytes: number, maxBytes: number): Uint8Array | 'too-long' {
  return bytes > maxBytes ? 'too-long' : Buffer.concat(held);
}

function isBlank(line: Uint8Array | 'too-long'): boolean {
  return line !== 'too-long' && line.every((byte) => byte <= 0x20);
}

function isLoneBrace(line: Uint8Array | 'too-long'): boolean {
  return line !== 'too-long' && line[0] === OPEN && line.subarray(1).every((byte) => byte <= 0x20);
}

/** The objects of a line, where it is nothing but objects; otherwise the line as it is. */
function splitObjects(line: Uint8Array): readonly Uint8Array[] {
  // Few lines have it even within a string, and only those are looked at byte by byte.
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.length);
  if (!bytes.includes('}{') && !bytes.includes('} {')) return [line];
  const objects: Uint8Array[] = [];
  for (let start = 0; !isBlank(line.subarray(start)); ) {
    const end = endOfObject(line, start);
    if (end < 0) return [line];
    objects.push(line.subarray(start, end));
    start = end;
  }
  return objects;
}

/** Where the object ends that begins at `start`, white space aside; -1 where none does, or it has no end. */
export function endOfObject(json: Uint8Array, start: number): number {
  let at = start;
  while (at < json.length && (json[at] as number) <= 0x20) at++;
  if (json[at] !== OPEN) return -1;
  for (let depth = 0, isInString = false; at < json.length; at++) {
    const byte = json[at];
    if (isInString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}
