/** Letters and digits that lines are told apart by: enough to leave next to none of the forms for most lines. */
export const BEGINNING_LETTERS = 4;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;

/** The first letters and digits of a line in lower case, every digit as `0`; '' when it has none. */
export function lineBeginning(lowerCaseLine: string): string {
  let at = 0;
  while (at < BEGINNING_LETTERS && isPlainLetter(lowerCaseLine.charCodeAt(at))) at++;
  return at === BEGINNING_LETTERS ? lowerCaseLine.slice(0, at) : lettersOf(lowerCaseLine);
}

function isPlainLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The same of any text in lower case. */
export function lettersOf(text: string): string {
  let letters = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 128) {
      if (isPlainLetter(code)) letters += character;
      else if (code >= 48 && code <= 57) letters += '0';
    } else if (LETTER_OR_DIGIT.test(character)) letters += DIGIT.test(character) ? '0' : character;
    if (letters.length >= BEGINNING_LETTERS) break;
  }
  return letters.slice(0, BEGINNING_LETTERS);
}
