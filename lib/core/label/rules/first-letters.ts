import { BEGINNING_LETTERS, lettersOf } from './line-beginning.ts';
import type { Rule } from './rule.ts';

/** Beginnings of one pattern above which shorter ones stand for them. */
const MAX_BEGINNINGS = 200;

/**
 * What a part of a pattern adds to the letters and digits of a line: the beginnings that more may follow, and those that are as
 * long as they are looked at or that anything may follow.
 */
interface Beginnings {
  readonly open: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

interface Cursor {
  readonly source: string;
  at: number;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** A mark is passed over like nothing: only letters and digits tell lines apart. */
const NOTHING: Beginnings = { open: new Set(['']), closed: new Set() };
const ANYTHING: Beginnings = { open: new Set(), closed: new Set(['']) };

function literal(character: string): Beginnings {
  return { open: new Set([lettersOf(character.toLowerCase())]), closed: new Set() };
}

function escaped(cursor: Cursor): Beginnings {
  const letter = cursor.source.charAt(cursor.at + 1);
  cursor.at += 2;
  if (letter === 'd') return literal('0');
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

function characterClass(cursor: Cursor): Beginnings {
  const end = classEnd(cursor.source, cursor.at);
  const members = cursor.source.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  if (members === '^\\p{L}\\p{N}') return NOTHING;
  if (members.startsWith('^') || /\\[pPwSDW]|[\p{L}\p{N}]-/u.test(members)) return ANYTHING;
  const plain = members.replaceAll('\\d', '0').replace(/\\s/g, ' ');
  return { open: new Set([...plain].map((character) => lettersOf(character.toLowerCase()))), closed: new Set() };
}

function group(cursor: Cursor): Beginnings {
  const look = /^\(\?(?:[=!]|<[=!])/.exec(cursor.source.slice(cursor.at, cursor.at + 4))?.[0];
  cursor.at += look?.length ?? (cursor.source.startsWith('(?:', cursor.at) ? 3 : 1);
  const inner = alternatives(cursor);
  cursor.at++;
  return look === undefined ? inner : NOTHING;
}

function atom(cursor: Cursor): Beginnings {
  const character = String.fromCodePoint(cursor.source.codePointAt(cursor.at) ?? 0);
  if (character === '(') return group(cursor);
  if (character === '[') return characterClass(cursor);
  if (character === '\\') return escaped(cursor);
  cursor.at += character.length;
  if (character === '.') return ANYTHING;
  return literal(character);
}

const QUANTIFIER = /^(?:([?*+])|\{(\d{1,4})(,\d{0,4})?\})\??/;

/** How often the atom before the cursor may stand, no more than tells beginnings apart. */
function repetitions(cursor: Cursor): { readonly least: number; readonly most: number } {
  const found = QUANTIFIER.exec(cursor.source.slice(cursor.at, cursor.at + 14));
  if (found === null) return { least: 1, most: 1 };
  cursor.at += found[0].length;
  const [, mark, least = '', rest] = found;
  if (mark !== undefined) return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : BEGINNING_LETTERS };
  const most = rest === undefined ? Number(least) : Number(rest.slice(1) || BEGINNING_LETTERS);
  return { least: Math.min(Number(least), BEGINNING_LETTERS), most: Math.min(most, BEGINNING_LETTERS) };
}

function join(before: Beginnings, after: Beginnings): Beginnings {
  const open = new Set<string>();
  const closed = new Set(before.closed);
  for (const start of before.open) {
    for (const end of after.open) {
      const both = start + end;
      if (both.length >= BEGINNING_LETTERS) closed.add(both.slice(0, BEGINNING_LETTERS));
      else open.add(both);
    }
    for (const end of after.closed) closed.add((start + end).slice(0, BEGINNING_LETTERS));
  }
  return { open, closed };
}

function union(one: Beginnings, other: Beginnings): Beginnings {
  return { open: new Set([...one.open, ...other.open]), closed: new Set([...one.closed, ...other.closed]) };
}

function repeat(one: Beginnings, { least, most }: ReturnType<typeof repetitions>): Beginnings {
  let last = NOTHING;
  let all: Beginnings = least === 0 ? NOTHING : { open: new Set(), closed: new Set() };
  for (let times = 1; times <= most; times++) {
    last = join(last, one);
    all = times < least ? { open: all.open, closed: new Set([...all.closed, ...last.closed]) } : union(all, last);
  }
  return all;
}

function sequence(cursor: Cursor): Beginnings {
  let beginnings = NOTHING;
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source.charAt(cursor.at))) {
    const next = atom(cursor);
    beginnings = join(beginnings, repeat(next, repetitions(cursor)));
  }
  return beginnings;
}

function alternatives(cursor: Cursor): Beginnings {
  let beginnings = sequence(cursor);
  while (cursor.source.charAt(cursor.at) === '|') {
    cursor.at++;
    beginnings = union(beginnings, sequence(cursor));
  }
  return beginnings;
}

/**
 * What the letters and digits of every line that the pattern matches begin with, as `lineBeginning` gives them, none longer than
 * `BEGINNING_LETTERS` and none the beginning of another; '' stands for lines without any. `any` when the pattern does not say.
 */
export function firstLetters(pattern: RegExp): ReadonlySet<string> | 'any' {
  const { open, closed } = alternatives({ source: pattern.source, at: 0 });
  if (closed.has('')) return 'any';
  let all = new Set([...open, ...closed]);
  for (let length = BEGINNING_LETTERS - 1; all.size > MAX_BEGINNINGS; length--)
    all = new Set([...all].map((beginning) => beginning.slice(0, length)));
  return new Set([...all].filter((one) => one === '' || !hasShorter(one, all)));
}

function hasShorter(beginning: string, all: ReadonlySet<string>): boolean {
  for (let length = 1; length < beginning.length; length++) if (all.has(beginning.slice(0, length))) return true;
  return false;
}

/**
 * The file that tells under which beginnings each form of the rules is looked for, in their order: working it out takes longer
 * than cleaning an article. A form that may begin with any letter has none.
 */
export function beginningsModule(rules: readonly Rule[]): string {
  const lines = rules.flatMap(({ match }) =>
    match.flatMap((one) => {
      if (one.kind !== 'form') return [];
      const letters = firstLetters(new RegExp(one.pattern.source, 'u'));
      return [letters === 'any' ? '  null,' : `  ${quoted([...letters].sort().join(' '))},`];
    }),
  );
  return [
    '// Written by `npm run rules-doc`; do not edit.',
    '',
    '/** By form: the beginnings of lines, as `lineBeginning` gives them, with a blank between; an empty one for lines without letters. */',
    '// biome-ignore format: a line a form.',
    'export const FORM_BEGINNINGS: readonly (string | null)[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text}'`;
}
