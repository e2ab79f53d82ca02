import { asUtf8 } from './strict-utf8.ts';
import { byteOf, HIGH_CHARACTERS } from './windows-1252.ts';

const TRAIL = `\\u0080-\\u00bf${HIGH_CHARACTERS}`;

/** UTF-8 that was once read as windows-1252: what a lead byte and its trail bytes look like then. */
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef][${TRAIL}]{2}|[\\u00f0-\\u00f4][${TRAIL}]{3}`,
  'y',
);
const FIRST_LEAD = 0xc2;
const LAST_LEAD = 0xf4;

/** Sequences from which a text is taken for misread; one or two may be quoted on purpose. */
export const LEAST_PAIRS = 3;

/**
 * Text whose UTF-8 was read as windows-1252 and written again (`Ã¶` for `ö`), as it was; `null` for any other text.
 * Characters that were written right stay. Tried letter by letter: a pattern that is seldom asked is interpreted on the whole page.
 */
export function repairMojibake(text: string): string | null {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_LEAD || unit > LAST_LEAD) continue;
    SEQUENCE.lastIndex = at;
    const sequence = SEQUENCE.exec(text)?.[0];
    const character = sequence === undefined ? null : decodeSequence(sequence);
    if (sequence === undefined || character === null) continue;
    parts.push(text.slice(from, at), character);
    from = at + sequence.length;
    at = from - 1;
  }
  if (parts.length < 2 * LEAST_PAIRS) return null;
  parts.push(text.slice(from));
  return parts.join('');
}

function decodeSequence(sequence: string): string | null {
  return asUtf8(Uint8Array.from(sequence, byteOf));
}
