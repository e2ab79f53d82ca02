import { isWhite } from './fold.ts';
import { add, type InlinePass } from './inline-pass.ts';

const UNDERSCORE = 95;
const TILDE = 126;

function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

/** Offset after the run of the character at `at`. */
export function runEnd(content: string, at: number): number {
  const code = content.charCodeAt(at);
  let end = at + 1;
  while (content.charCodeAt(end) === code) end++;
  return end;
}

/** Matches a run of `*`, `_` or `~` with the runs that opened before it; what is left over stays text. */
export function readDelimiter(pass: InlinePass, at: number): number {
  const { content } = pass;
  const code = content.charCodeAt(at);
  const end = runEnd(content, at);
  const before = at === 0 ? 32 : content.charCodeAt(at - 1);
  const after = end >= content.length ? 32 : content.charCodeAt(end);
  const insideWord = isWordCode(before) && isWordCode(after);
  const piece = add(pass, content.slice(at, end), at);
  if ((code === UNDERSCORE && insideWord) || (code === TILDE && end - at < 2)) return end;
  const open = pass.delimiters.get(code) ?? [];
  pass.delimiters.set(code, open);
  let count = end - at;
  while (count > 0 && !isWhite(before)) {
    const opener = open.at(-1);
    if (opener === undefined || (insideWord && opener.insideWord)) break;
    const used = Math.min(count, opener.count);
    count -= used;
    opener.count -= used;
    pass.pieces[opener.piece] = String.fromCharCode(code).repeat(opener.count);
    if (opener.count === 0) open.pop();
  }
  pass.pieces[piece] = content.slice(at, at + count);
  if (count > 0 && !isWhite(after)) open.push({ piece, insideWord, count });
  return end;
}
