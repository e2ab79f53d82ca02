import type { Format } from '../document.ts';
import { CleaningError } from '../errors.ts';
import type { SourceInfo } from '../source.ts';
import type { SourceText } from '../source-text.ts';
import { nameOf } from './input-name.ts';

/** Media types as uploaders write them; what is missing here is told from the content. */
const MEDIA_TYPES: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
};

const EXTENSIONS: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};

const SNIFF_CHARACTERS = 16_384;
const PAGE_START = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const ELEMENT =
  /<(?:p|div|span|a|br|h[1-6]|ul|li|table|article|section|main|img|meta|title|strong|em)(?:\s[^<>]{0,500})?\/?>/gi;
const MARKDOWN_LINE =
  /^(?:#{1,6} \S|!?\[[^\]\n\r\u2028\u2029]{0,300}\]\([^)\n\r\u2028\u2029]{1,600}\)|> \S|```|(?:\*\*|__)\S)/gm;
/** The address of a link by reference; they stand at the end of a text. */
const DEFINITION = /^ {0,3}\[[^\]\n\r\u2028\u2029]{1,100}\]:[ \t]{1,4}<?(?:https?:|\/|#)\S/gm;
const MARKDOWN_LINK = /\]\((?:https?:|\/|#)[^)\s\]]{0,600}\)/g;
/** Links with targets from which a declared plain text is Markdown. */
const MIN_TARGETS = 3;
/** The same for headings; a number sign alone may stand for a number. */
const HEADING = /^#{2,6} \S/gm;
const MIN_HEADINGS = 2;
const OTHER_MARKUP =
  /^\s*<(?:\?xml[^>]{0,200}>\s*<)?(?:rss|feed|svg|urlset|sitemapindex|rdf:rdf|plist|soap:envelope)\b/i;
/** HTML has no internal subset; XML defines entities there, which are never expanded. */
const INTERNAL_SUBSET = /^\s*(?:<\?xml[^>]{0,200}>\s*)?<!doctype\s[^<>[]{0,200}\[/i;
const XML_DECLARATION = /^\s*<\?xml\s/i;
const ROOT = /<([a-z_][\w:.-]{0,40})/i;
const HTML_ROOT = /^(?:html|head|body|title|meta|div|p|article|main|section|h1|span|table)$/i;
const WARC = /^WARC\/\d\.\d\r?\n/;

/**
 * Tells HTML, plain text and Markdown apart: what the content plainly is wins over what was declared.
 *
 * @throws CleaningError `unsupported-type` for feeds, sitemaps, WARC and declared types that hold no article text.
 */
export function detectFormat(source: SourceText, info: SourceInfo): Format {
  const head = source.start.slice(0, SNIFF_CHARACTERS);
  if (OTHER_MARKUP.test(head) || WARC.test(head)) throw unsupported(head.trimStart().slice(0, 24), info);
  if (INTERNAL_SUBSET.test(head) || (XML_DECLARATION.test(head) && !HTML_ROOT.test(ROOT.exec(head)?.[1] ?? ''))) {
    throw unsupported('XML', info);
  }
  if (PAGE_START.test(head)) return 'html';
  const declared = declaredFormat(info);
  const elements = count(ELEMENT, head);
  if (declared === 'html')
    return elements > 0 || !/[<&]/.test(head) ? (elements > 0 ? 'html' : sniffText(head)) : 'html';
  if (declared === 'text')
    return isMostlyElements(head, elements) ? 'html' : isMarkdown(source.text, head) ? 'markdown' : 'text';
  if (declared !== null) return declared;
  if (elements >= 2 && isMostlyElements(head, elements)) return 'html';
  if (/^\s*[[{]/.test(head) && isJson(source.text)) throw unsupported('JSON without an article body', info);
  return sniffText(head);
}

function declaredFormat(info: SourceInfo): Format | null {
  const media = info.mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const byType = Object.hasOwn(MEDIA_TYPES, media) ? MEDIA_TYPES[media] : undefined;
  if (byType === undefined && /^(?:image|audio|video|font)\//.test(media)) throw unsupported(media, info);
  const name = (info.key ?? info.uri ?? '').replace(/\.(?:gz|br|zst)$/i, '');
  const extension = /\.([a-z]{2,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const byName = Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
  // Uploaders send everything unknown as text/plain, so a clear name says more.
  if (byType === 'text' && byName !== null) return byName;
  return byType ?? byName;
}

/** A page fragment has an element at least every 400 characters; prose that mentions a tag has not. */
function isMostlyElements(head: string, elements: number): boolean {
  return elements >= 3 && elements * 400 >= head.length && /^\s*</.test(head);
}

/** Links with their targets and headings of lower ranks are Markdown whatever the file is called: scrapers write it into files named `.txt`. */
function isMarkdown(text: string, head: string): boolean {
  if (count(MARKDOWN_LINK, head) >= MIN_TARGETS || count(HEADING, head) >= MIN_HEADINGS) return true;
  return count(DEFINITION, text.slice(-SNIFF_CHARACTERS)) >= MIN_TARGETS;
}

function sniffText(head: string): Format {
  return count(MARKDOWN_LINE, head) + count(MARKDOWN_LINK, head) >= 2 ? 'markdown' : 'text';
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unsupported(what: string, info: SourceInfo): CleaningError {
  return new CleaningError(
    'unsupported-type',
    `expected an article as HTML, text, Markdown or JSON, got ${JSON.stringify(what)} (${nameOf(info)})`,
  );
}
