/** Characters for the bytes 0x80 to 0x9f. Some Node releases read windows-1252 as latin1 and leave these as controls. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text of bytes in a WHATWG encoding, with windows-1252 as the standard has it; ill-formed bytes become U+FFFD. */
export function decodeLegacy(bytes: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset).decode(bytes);
  return charset === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character)
    : text;
}

/** The byte of a character of windows-1252; its code for any other below U+0100. */
export function byteOf(character: string): number {
  const high = HIGH.indexOf(character);
  return high === -1 ? character.charCodeAt(0) : 0x80 + high;
}

/** Characters beyond latin1 that bytes 0x80 to 0x9f stand for. */
export const HIGH_CHARACTERS = HIGH.replace(/[\u0080-\u009f]/g, '');
