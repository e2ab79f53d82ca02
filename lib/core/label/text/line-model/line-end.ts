/** How a text ends, as far as the line model asks. */
export interface LineEnd {
  /** Of what stands behind the last sentence of a line that does not end like one, as a credit behind a caption does: UTF-16 units; -1 for a line without a sentence. */
  readonly units: number;
  /** The share (0..1) of them that are capitals. */
  readonly capitals: number;
  readonly isBracket: boolean;
  readonly isAsking: boolean;
}

/** Longest end of a line that is looked at; UTF-16 units. */
const TAIL_UNITS = 80;
const BRACKETS = ')]）】';
const ASKING = '?!？！';

/** Looks at the end of a text. */
export function lineEnd(text: string): LineEnd {
  const last = text.slice(-1);
  const closing = last === '.' ? text.slice(-2, -1) : last;
  const tail = tailOf(text);
  return {
    units: tail?.length ?? -1,
    capitals: tail ? countCapitals(tail) / tail.length : 0,
    isBracket: closing !== '' && BRACKETS.includes(closing),
    isAsking: last !== '' && ASKING.includes(last),
  };
}

function tailOf(text: string): string | null {
  const least = Math.max(0, text.length - TAIL_UNITS);
  for (let at = text.length - 1; at >= least; at--)
    if (endsSentence(text.charCodeAt(at))) return text.slice(at + 1).trim();
  return null;
}

/** `.`, `!`, `?`, `|`, `/` and the ideographic full stop. */
function endsSentence(unit: number): boolean {
  return unit === 46 || unit === 33 || unit === 63 || unit === 124 || unit === 47 || unit === 0x3002;
}

function countCapitals(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (unit >= 65 && unit <= 90) count++;
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at) ?? unit);
    if (letter.length > 1) at++;
    if (letter !== letter.toLowerCase()) count++;
  }
  return count;
}
