import { decodeHTMLStrict } from 'entities/decode';
import { foldText } from './fold.ts';
import { add, type Bracket, type InlinePass } from './inline-pass.ts';
import { readDestination } from './inline-scan.ts';

const MAX_LABEL_LENGTH = 200;

function label(text: string): string {
  return foldText(text).toLowerCase();
}

/** Address that the closing bracket at `at` leads to: in parentheses, or by reference; a footnote's is `null`. */
function target(pass: InlinePass, bracket: Bracket, at: number): { url: string | null; end: number } | null {
  const { content, references } = pass;
  if (content.charAt(at + 1) === '(') {
    const destination = readDestination(content, at + 1);
    if (destination !== null) return destination;
  }
  if (references.size === 0 || at - bracket.from > MAX_LABEL_LENGTH) return null;
  let end = at + 1;
  let name = label(content.slice(bracket.from, at));
  if (content.charAt(end) === '[') {
    const close = content.slice(end, end + MAX_LABEL_LENGTH).indexOf(']');
    const given = close > 0 ? label(content.slice(end + 1, end + close)) : '';
    if (close > 0) end += close + 1;
    if (given !== '') name = given;
  }
  const url = references.get(name);
  return url === undefined ? null : { url, end };
}

function dropFrom(pass: InlinePass, piece: number): void {
  pass.pieces.length = piece;
  pass.offsets.length = piece;
  for (const open of pass.delimiters.values()) {
    while (open.length > 0 && (open.at(-1)?.piece ?? 0) >= piece) open.pop();
  }
  while ((pass.links.at(-1)?.to ?? 0) > piece) pass.links.pop();
  if (pass.anchor !== null && pass.anchor.piece > piece) pass.anchor.piece = piece;
}

function cleanUrl(url: string): string {
  const plain = url.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return (plain.includes('&') ? decodeHTMLStrict(plain) : plain).trim();
}

/** Ends the link, image or reference whose text the bracket at `at` closes. */
export function readClose(pass: InlinePass, at: number): number {
  const bracket = pass.brackets.pop();
  const found = bracket === undefined ? null : target(pass, bracket, at);
  if (bracket === undefined || found === null) {
    add(pass, ']', at);
    return at + 1;
  }
  const { url, end } = found;
  if (url === null) dropFrom(pass, bracket.piece);
  else if (bracket.image) {
    const alt = foldText(pass.pieces.slice(bracket.piece + 1).join(''));
    dropFrom(pass, bracket.piece);
    pass.images.push({ url: cleanUrl(url) || null, alt: alt || null, caption: null, credit: null });
  } else {
    pass.pieces[bracket.piece] = '';
    pass.links.push({ from: bracket.piece + 1, to: pass.pieces.length, url: cleanUrl(url) });
    // A link holds no links, so the brackets around this one open none; those of images stay.
    while (pass.brackets.length > 0 && pass.brackets.at(-1)?.image === false) pass.brackets.pop();
  }
  return end;
}
