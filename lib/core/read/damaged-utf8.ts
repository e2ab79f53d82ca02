import { decodeLegacy } from './windows-1252.ts';

/** Letters of windows-1252 that words have in the languages written in it; the rest are as likely the start of a cut sequence. */
const isLetterByte = (byte: number): boolean => byte >= 0xdf && byte <= 0xfc && byte !== 0xf7;
/** Ellipsis, quotation marks and dashes of windows-1252. */
const isSignByte = (byte: number): boolean => byte === 0x85 || (byte >= 0x91 && byte <= 0x97);
const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** UTF-8 with a few broken sequences: at least as many characters beyond ASCII are well-formed as are broken. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit > 127) whole++;
  }
  return (whole > 0 && whole >= broken) || (broken === 1 && whole === 0 && text.endsWith('\ufffd'));
}

/**
 * Text of damaged UTF-8. Runs of windows-1252 that someone pasted in are read as what they are where they touch a
 * letter or are quotation marks and dashes; any other ill-formed byte becomes U+FFFD.
 */
export function decodeDamagedUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const character = fromWindows1252(bytes, at);
    if (character !== null) {
      parts.push(decoder.decode(bytes.subarray(from, at)), character);
      from = at + 1;
    }
    at++;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('');
}

function fromWindows1252(bytes: Uint8Array, at: number): string | null {
  const byte = bytes[at] ?? 0;
  const touches = isAsciiLetter(bytes[at - 1] ?? 0) || isAsciiLetter(bytes[at + 1] ?? 0);
  if (!isSignByte(byte) && !(isLetterByte(byte) && touches)) return null;
  return decodeLegacy(bytes.subarray(at, at + 1), 'windows-1252');
}

/** Length of the well-formed sequence at a place; 0 for none. @see Unicode, table 3-7 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
