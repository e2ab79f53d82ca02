const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Thai}/u];
/** Beyond the range of one-byte encodings for Latin, Greek and Cyrillic, where these questions say little. */
const OTHER_SCRIPT = SCRIPTS.length;

/**
 * How much decoded text looks written rather than misread, 0 to 1: the share of its characters beyond ASCII that stand
 * where they can stand. A letter stands among letters of its own script, without a capital after a small one; a sign
 * does not stand between two letters; no character is unassigned. 1 for ASCII.
 */
export function plausibility(text: string): number {
  const characters = Array.from(text);
  let seen = 0;
  let good = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character < '\u0080') continue;
    seen++;
    if (canStand(characters[at - 1] ?? ' ', character, characters[at + 1] ?? ' ')) good++;
  }
  return seen === 0 ? 1 : good / seen;
}

function canStand(before: string, character: string, after: string): boolean {
  if (/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(character)) return false;
  if (MARK.test(character)) return LETTER.test(before) || MARK.test(before);
  if (!LETTER.test(character)) return canSignStand(before, character, after);
  if (UPPER.test(character) && LOWER.test(before)) return false;
  const script = scriptOf(character);
  const neighbours = [before, after].filter((neighbour) => LETTER.test(neighbour) || MARK.test(neighbour));
  return neighbours.every((neighbour) => scriptOf(neighbour) === script);
}

/** Signs that prose has. */
const COMMON_SIGN = /[\u00a0§©«®°·»½‐-—‘’‚“”„•…‹›€™£\u3000-\u303f\uff00-\uffef]/;

/** No sign stands inside a word, and one that prose hardly has does not touch a letter or another such sign. */
function canSignStand(before: string, character: string, after: string): boolean {
  if (LETTER.test(before) && LETTER.test(after)) return /[’·‐‑\u00ad]/.test(character);
  if (COMMON_SIGN.test(character)) return true;
  return [before, after].every(
    (neighbour) => !LETTER.test(neighbour) && (neighbour < '\u0080' || COMMON_SIGN.test(neighbour)),
  );
}

function scriptOf(character: string): number {
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  return script === -1 ? OTHER_SCRIPT : script;
}
