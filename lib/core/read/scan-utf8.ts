/** What the bytes of well-formed UTF-8 may hold. */
export interface ByteSigns {
  /** Whether characters are among them that `keepVisible` drops. */
  readonly hides: boolean;
  /** Whether U+FFFD is: it stands for what somebody could not read. */
  readonly isDamaged: boolean;
  /** Pairs that UTF-8 makes of itself when it is read as windows-1252 and written again. */
  readonly misreadPairs: number;
}

/** Lead bytes by the length of their sequence; 0 for bytes that begin none. */
const LENGTHS = new Uint8Array(256).fill(1, 0, 0x80).fill(2, 0xc2, 0xe0).fill(3, 0xe0, 0xf0).fill(4, 0xf0, 0xf5);
/** ASCII that is no part of a text: controls but TAB and line ends. */
const CONTROLS = new Uint8Array(256).fill(1, 0, 0x20).fill(1, 0x7f, 0x80);
for (const byte of [0x09, 0x0a, 0x0c, 0x0d]) CONTROLS[byte] = 0;
/** Lead bytes of what the bytes 0x80 to 0xBF are in windows-1252. */
const TRAIL_LEADS = new Uint8Array(256);
for (const byte of [0xc2, 0xc5, 0xc6, 0xcb, 0xe2]) TRAIL_LEADS[byte] = 1;

/**
 * Looks at bytes for what has to be dropped from their text or repaired in it; `null` where they are no well-formed UTF-8. One
 * pass over them in place of patterns over the whole text, of which nearly every page has nothing.
 *
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export function scanUtf8(bytes: Uint8Array): ByteSigns | null {
  let hides = false;
  let isDamaged = false;
  let misreadPairs = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      if (CONTROLS[lead] === 1) hides = true;
      at++;
      continue;
    }
    const length = LENGTHS[lead] as number;
    const second = bytes[at + 1] ?? 0;
    if (length === 0 || !isTail(bytes, at + 1, length - 1) || !isInRange(lead, second)) return null;
    if (length === 2) {
      if (lead === 0xc2) hides ||= second < 0xa0;
      else if (lead === 0xc3 && second >= 0x82 && second <= 0xb4) misreadPairs += TRAIL_LEADS[bytes[at + 2] ?? 0] ?? 0;
    } else if (length === 4) hides ||= lead === 0xf3 && second === 0xa0 && (bytes[at + 2] as number) <= 0x81;
    else if (lead === 0xe2) hides ||= isHidden(second, bytes[at + 2] as number);
    else if (lead === 0xef) {
      const third = bytes[at + 2] as number;
      hides ||=
        (second === 0xbb && third === 0xbf) || (second === 0xbf && third >= 0xb9 && third !== 0xbc && third !== 0xbd);
      isDamaged ||= second === 0xbf && third === 0xbd;
    }
    at += length;
  }
  return { hides, isDamaged, misreadPairs };
}

function isTail(bytes: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

/** Whether a second byte may follow its lead: no longer than needed, no surrogates, nothing beyond U+10FFFF. */
function isInRange(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

/** Whether what stands behind E2 is a character that nobody sees: U+200B, U+202A to U+202E, U+2060 to U+206F. */
function isHidden(second: number, third: number): boolean {
  if (second === 0x80) return third === 0x8b || (third >= 0xaa && third <= 0xae);
  return second === 0x81 && third >= 0xa0 && third <= 0xaf;
}
