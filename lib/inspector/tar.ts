const BLOCK_BYTES = 512;
/** Bytes of a name in the header; case folders have names far shorter. */
const MAX_NAME_BYTES = 100;

/**
 * Files as one tar archive, which every system unpacks.
 *
 * @throws Error for a path of more than 100 bytes.
 * @see POSIX.1-1988, ustar.
 */
export function writeTar(files: readonly { readonly path: string; readonly text: string }[]): Uint8Array {
  const parts = files.flatMap(({ path, text }) => {
    const body = new TextEncoder().encode(text);
    const padding = new Uint8Array((BLOCK_BYTES - (body.length % BLOCK_BYTES)) % BLOCK_BYTES);
    return [headerOf(path, body.length), body, padding];
  });
  parts.push(new Uint8Array(2 * BLOCK_BYTES));
  const archive = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}

function headerOf(path: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK_BYTES);
  const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  const name = new TextEncoder().encode(path);
  if (name.length > MAX_NAME_BYTES)
    throw new Error(`expected a path of at most ${MAX_NAME_BYTES} bytes, got "${path}"`);
  header.set(name, 0);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(0, 11));
  // The checksum is summed up as if it were spaces.
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\x0000');
  put(
    148,
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
  );
  return header;
}
