import { decodeHTMLStrict } from 'entities';
import type { Image, Link } from '../document.ts';
import { foldText, isWhite } from './fold.ts';
import { readDestination } from './inline-scan.ts';
import { readAngle } from './inline-tags.ts';

/** Text of a line or paragraph of Markdown without its markup. */
export interface InlineText {
  /** Folded. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Characters of `text` that lie in links. */
  readonly linkLength: number;
  readonly images: readonly Image[];
  /** The pieces that `text` is folded from, and where in the content each begins. */
  readonly pieces: readonly string[];
  readonly offsets: readonly number[];
}

/** Reference definitions by label: the address, or `null` for a footnote. */
export type References = ReadonlyMap<string, string | null>;

interface Delimiter {
  readonly piece: number;
  readonly insideWord: boolean;
  count: number;
}

interface Bracket {
  readonly piece: number;
  /** Offset of the text between the brackets. */
  readonly from: number;
  readonly image: boolean;
}

/** State of one pass over the content; `inline-tags.ts` adds to it too. */
export interface InlinePass {
  readonly content: string;
  readonly references: References;
  readonly pieces: string[];
  readonly offsets: number[];
  readonly images: Image[];
  readonly links: { from: number; to: number; url: string }[];
  readonly brackets: Bracket[];
  readonly delimiters: Map<number, Delimiter[]>;
  /** Offsets of runs of backticks by their length; made when the first one is met. */
  ticks: Map<number, number[]> | null;
  /** Open `<a href>`. */
  anchor: { piece: number; url: string } | null;
  /** Closing tags that do not come any more. */
  readonly missing: Set<string>;
}

const NO_REFERENCES: References = new Map();
const MAX_LABEL_LENGTH = 200;
const MAX_ENTITY_LENGTH = 32;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

const BACKSLASH = 92;
const AMPERSAND = 38;
const TICK = 96;
const STAR = 42;
const UNDERSCORE = 95;
const TILDE = 126;
const OPEN = 91;
const CLOSE = 93;
const BANG = 33;
const LESS = 60;

const SPECIAL = new Uint8Array(128);
for (const code of [BACKSLASH, AMPERSAND, TICK, STAR, UNDERSCORE, TILDE, OPEN, CLOSE, BANG, LESS]) SPECIAL[code] = 1;

function add(pass: InlinePass, piece: string, offset: number): number {
  pass.offsets.push(offset);
  return pass.pieces.push(piece) - 1;
}

function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

function readEscape(pass: InlinePass, at: number): number {
  const next = pass.content.charAt(at + 1);
  if (next === '\n' || next === '\r') return at + 1;
  if (!ESCAPABLE.test(next)) {
    add(pass, '\\', at);
    return at + 1;
  }
  add(pass, next, at + 1);
  return at + 2;
}

function readEntity(pass: InlinePass, at: number): number {
  const end = pass.content.slice(at, at + MAX_ENTITY_LENGTH).indexOf(';');
  const entity = end > 0 ? pass.content.slice(at, at + end + 1) : '&';
  add(pass, entity.length > 2 ? decodeHTMLStrict(entity) : entity, at);
  return at + entity.length;
}

function runEnd(content: string, at: number): number {
  const code = content.charCodeAt(at);
  let end = at + 1;
  while (content.charCodeAt(end) === code) end++;
  return end;
}

function findTicks(content: string, from: number): Map<number, number[]> {
  const ticks = new Map<number, number[]>();
  for (let at = content.indexOf('`', from); at >= 0; ) {
    const end = runEnd(content, at);
    const known = ticks.get(end - at);
    if (known === undefined) ticks.set(end - at, [at]);
    else known.push(at);
    at = content.indexOf('`', end);
  }
  for (const offsets of ticks.values()) offsets.reverse();
  return ticks;
}

function readCode(pass: InlinePass, at: number): number {
  const { content } = pass;
  pass.ticks ??= findTicks(content, at);
  const end = runEnd(content, at);
  const offsets = pass.ticks.get(end - at) ?? [];
  while (offsets.length > 0 && (offsets.at(-1) ?? 0) < end) offsets.pop();
  const close = offsets.pop();
  if (close === undefined) {
    add(pass, content.slice(at, end), at);
    return end;
  }
  add(pass, content.slice(end, close), end);
  return close + (end - at);
}

/** Matches a run of `*`, `_` or `~` with the runs that opened before it; what is left over stays text. */
function readDelimiter(pass: InlinePass, at: number): number {
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

function readClose(pass: InlinePass, at: number): number {
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

function readSpecial(pass: InlinePass, at: number): number {
  const { content } = pass;
  switch (content.charCodeAt(at)) {
    case BACKSLASH:
      return readEscape(pass, at);
    case AMPERSAND:
      return readEntity(pass, at);
    case TICK:
      return readCode(pass, at);
    case OPEN:
      pass.brackets.push({ piece: add(pass, '[', at), from: at + 1, image: false });
      return at + 1;
    case CLOSE:
      return readClose(pass, at);
    case BANG:
      if (content.charCodeAt(at + 1) !== OPEN) break;
      pass.brackets.push({ piece: add(pass, '![', at), from: at + 2, image: true });
      return at + 2;
    case LESS:
      return readAngle(pass, at);
    default:
      return readDelimiter(pass, at);
  }
  add(pass, content.charAt(at), at);
  return at + 1;
}

function newPass(content: string, references: References): InlinePass {
  const lists = { pieces: [], offsets: [], images: [], links: [], brackets: [] };
  return { content, references, ...lists, delimiters: new Map(), ticks: null, anchor: null, missing: new Set() };
}

function finish(pass: InlinePass): InlineText {
  const { pieces, offsets, images } = pass;
  const links: Link[] = [];
  let linkLength = 0;
  for (const { from, to, url } of pass.links) {
    const text = foldText(pieces.slice(from, to).join(''));
    linkLength += text.length;
    if (text !== '' && url !== '') links.push({ text, url });
  }
  return { text: foldText(pieces.join('')), links, linkLength, images, pieces, offsets };
}

/** Reads the inline markup of Markdown and inline HTML in time linear in the content. */
export function parseInline(content: string, references: References = NO_REFERENCES): InlineText {
  const pass = newPass(content, references);
  let from = 0;
  for (let at = 0; at < content.length; ) {
    const code = content.charCodeAt(at);
    if (code >= 128 || SPECIAL[code] === 0) {
      at++;
      continue;
    }
    if (at > from) add(pass, content.slice(from, at), from);
    at = readSpecial(pass, at);
    from = at;
  }
  if (from < content.length) add(pass, content.slice(from), from);
  return finish(pass);
}

/** Images of a line that holds nothing else, such as `![]()` or `[![map](m.png)](/map)`; `null` for any other line. */
export function soleImages(line: string): readonly Image[] | null {
  if (!line.startsWith('![') && !line.startsWith('[![')) return null;
  const { text, images } = parseInline(line);
  return text === '' && images.length > 0 ? images : null;
}
