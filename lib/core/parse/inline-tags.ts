import type { InlinePass } from './inline-pass.ts';
import { tagEnd } from './inline-scan.ts';

const ADDRESS = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i;
const MAIL = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/;
const TAG = /^\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/i;
/** Tags that part words. */
const BREAKING = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'td',
  'th',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
/** Tags whose content nobody reads. */
const HIDDEN = new Set(['script', 'style', 'noscript', 'template']);

function add(pass: InlinePass, piece: string, offset: number): void {
  pass.pieces.push(piece);
  pass.offsets.push(offset);
}

function attribute(tag: string, name: 'href' | 'src' | 'alt'): string | null {
  const at = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return at === null ? null : (at[1] ?? at[2] ?? at[3] ?? null);
}

/** Offset after `close`, from `at`; -1 when it does not come any more. */
function findClose(pass: InlinePass, close: string, at: number): number {
  if (pass.missing.has(close)) return -1;
  const found = pass.content.indexOf(close, at);
  if (found < 0) pass.missing.add(close);
  return found < 0 ? -1 : found + close.length;
}

function closeAnchor(pass: InlinePass): void {
  if (pass.anchor === null) return;
  pass.links.push({ from: pass.anchor.piece, to: pass.pieces.length, url: pass.anchor.url });
  pass.anchor = null;
}

function readTag(pass: InlinePass, tag: string, name: string, end: number): number {
  const closing = tag.startsWith('</');
  if (!closing && HIDDEN.has(name)) {
    const hiddenEnd = findClose(pass, `</${name}>`, end);
    return hiddenEnd < 0 ? end : hiddenEnd;
  }
  if (name === 'a') {
    closeAnchor(pass);
    const url = closing ? null : attribute(tag, 'href');
    if (url !== null) pass.anchor = { piece: pass.pieces.length, url };
  } else if (name === 'img') {
    const image = { url: attribute(tag, 'src'), alt: attribute(tag, 'alt') || null, caption: null, credit: null };
    pass.images.push(image);
  } else if (BREAKING.has(name)) add(pass, ' ', end);
  return end;
}

/** Reads what begins with `<` at `at`: an autolink, a tag or a comment; anything else is text. */
export function readAngle(pass: InlinePass, at: number): number {
  const { content } = pass;
  if (content.startsWith('<!--', at)) {
    const end = findClose(pass, '-->', at + 4);
    if (end >= 0) return end;
  }
  const end = tagEnd(content, at);
  if (end < 0) {
    add(pass, '<', at);
    return at + 1;
  }
  const inner = content.slice(at + 1, end - 1);
  const isAddress = ADDRESS.test(inner);
  if (isAddress || (inner.length < 400 && MAIL.test(inner))) {
    const piece = pass.pieces.length;
    add(pass, inner, at + 1);
    pass.links.push({ from: piece, to: piece + 1, url: isAddress ? inner : `mailto:${inner}` });
    return end;
  }
  const name = TAG.exec(inner)?.[1]?.toLowerCase();
  if (name !== undefined) return readTag(pass, content.slice(at, end), name, end);
  add(pass, '<', at);
  return at + 1;
}
