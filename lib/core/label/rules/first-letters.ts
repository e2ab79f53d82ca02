/** What a part of a pattern can begin with: lower-case letters and digits, or any; and whether it can hold none. */
interface First {
  readonly letters: ReadonlySet<string> | 'any';
  readonly canBeEmpty: boolean;
}

interface Cursor {
  readonly source: string;
  at: number;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGITS: ReadonlySet<string> = new Set('0123456789');
const NOTHING: First = { letters: new Set(), canBeEmpty: true };
const ANYTHING: First = { letters: 'any', canBeEmpty: true };

function union(a: First['letters'], b: First['letters']): First['letters'] {
  return a === 'any' || b === 'any' ? 'any' : new Set([...a, ...b]);
}

/** A mark is passed over like nothing: only letters and digits tell lines apart. */
function literal(character: string): First {
  if (!LETTER_OR_DIGIT.test(character)) return NOTHING;
  return { letters: new Set([character.toLowerCase(), character]), canBeEmpty: false };
}

function escaped(cursor: Cursor): First {
  const letter = cursor.source.charAt(cursor.at + 1);
  cursor.at += 2;
  if (letter === 'd') return { letters: DIGITS, canBeEmpty: false };
  if (letter === 'b' || letter === 's') return NOTHING;
  if (LETTER_OR_DIGIT.test(letter)) {
    if (letter === 'p' || letter === 'P') cursor.at = cursor.source.indexOf('}', cursor.at) + 1;
    return ANYTHING;
  }
  return literal(letter);
}

function classEnd(source: string, at: number): number {
  let end = at + 1;
  while (source.charAt(end) !== ']') end += source.charAt(end) === '\\' ? 2 : 1;
  return end;
}

function characterClass(cursor: Cursor): First {
  const end = classEnd(cursor.source, cursor.at);
  const members = cursor.source.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  if (members === '^\\p{L}\\p{N}') return NOTHING;
  if (members.startsWith('^') || /\\[pPwSDW]|[\p{L}\p{N}]-/u.test(members)) return ANYTHING;
  const plain = members.replaceAll('\\d', '0123456789').replace(/\\s/g, ' ');
  const letters = [...plain]
    .filter((character) => LETTER_OR_DIGIT.test(character))
    .flatMap((c) => [c, c.toLowerCase()]);
  return { letters: new Set(letters), canBeEmpty: letters.length < plain.length };
}

function group(cursor: Cursor): First {
  const look = /^\(\?(?:[=!]|<[=!])/.exec(cursor.source.slice(cursor.at, cursor.at + 4))?.[0];
  cursor.at += look?.length ?? (cursor.source.startsWith('(?:', cursor.at) ? 3 : 1);
  const inner = alternatives(cursor);
  cursor.at++;
  return look === undefined ? inner : NOTHING;
}

function atom(cursor: Cursor): First {
  const character = String.fromCodePoint(cursor.source.codePointAt(cursor.at) ?? 0);
  if (character === '(') return group(cursor);
  if (character === '[') return characterClass(cursor);
  if (character === '\\') return escaped(cursor);
  cursor.at += character.length;
  if (character === '.') return ANYTHING;
  return literal(character);
}

const QUANTIFIER = /^(?:[?*+]|\{(\d{1,4})(?:,\d{0,4})?\})\??/;

/** Whether the quantifier at the cursor, if there is one, lets its atom be left out. */
function isOptional(cursor: Cursor): boolean {
  const found = QUANTIFIER.exec(cursor.source.slice(cursor.at, cursor.at + 14));
  if (found === null) return false;
  cursor.at += found[0].length;
  return found[1] === '0' || found[0].startsWith('?') || found[0].startsWith('*');
}

function sequence(cursor: Cursor): First {
  let letters: First['letters'] = new Set<string>();
  let canBeEmpty = true;
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source.charAt(cursor.at))) {
    const next = atom(cursor);
    const optional = isOptional(cursor);
    if (canBeEmpty) letters = union(letters, next.letters);
    canBeEmpty &&= next.canBeEmpty || optional;
  }
  return { letters, canBeEmpty };
}

function alternatives(cursor: Cursor): First {
  let first = sequence(cursor);
  while (cursor.source.charAt(cursor.at) === '|') {
    cursor.at++;
    const next = sequence(cursor);
    first = { letters: union(first.letters, next.letters), canBeEmpty: first.canBeEmpty || next.canBeEmpty };
  }
  return first;
}

/**
 * The letters and digits, in lower case, of which one must be the first letter or digit of every line that the pattern
 * matches; '' stands for lines without any. `any` when the pattern does not say.
 */
export function firstLetters(pattern: RegExp): ReadonlySet<string> | 'any' {
  const { letters, canBeEmpty } = alternatives({ source: pattern.source, at: 0 });
  return letters === 'any' || !canBeEmpty ? letters : new Set([...letters, '']);
}

/** The first letter or digit of a line in lower case; '' when it has none. */
export function firstLetter(lowerCaseLine: string): string {
  const code = lowerCaseLine.charCodeAt(0);
  if (code >= 97 && code <= 122) return lowerCaseLine.charAt(0);
  return LETTER_OR_DIGIT.exec(lowerCaseLine)?.[0] ?? '';
}
