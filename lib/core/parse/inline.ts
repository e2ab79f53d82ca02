import { decodeHTMLStrict } from 'entities/decode';
import type { Image, Link } from '../document.ts';
import { foldText } from './fold.ts';
import { readDelimiter, runEnd } from './inline-delimiters.ts';
import { readClose } from './inline-links.ts';
import { add, type InlinePass, type References } from './inline-pass.ts';
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

const NO_REFERENCES: References = new Map();
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
