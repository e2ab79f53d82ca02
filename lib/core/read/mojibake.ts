import { asUtf8 } from './strict-utf8.ts';
import { byteOf, HIGH_CHARACTERS } from './windows-1252.ts';

const TRAIL = `\\u0080-\\u00bf${HIGH_CHARACTERS}`;

/** UTF-8 that was once read as windows-1252: what a lead byte and its trail bytes look like then. */
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef][${TRAIL}]{2}|[\\u00f0-\\u00f4][${TRAIL}]{3}`,
  'g',
);

/** Sequences from which a text is taken for misread; one or two may be quoted on purpose. */
const LEAST = 3;

/**
 * Text whose UTF-8 was read as windows-1252 and written again (`Ã¶` for `ö`), as it was; `null` for any other text.
 * Characters that were written right stay.
 */
export function repairMojibake(text: string): string | null {
  const found = text.match(SEQUENCE);
  if (found === null || found.filter((sequence) => decodeSequence(sequence) !== null).length < LEAST) return null;
  return text.replace(SEQUENCE, (sequence) => decodeSequence(sequence) ?? sequence);
}

function decodeSequence(sequence: string): string | null {
  return asUtf8(Uint8Array.from(sequence, byteOf));
}
