import { marked } from 'marked';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

const ACTIVE_ELEMENTS = new Set(
  (
    'script style iframe object embed base meta link form svg math frame frameset applet ' +
    'template textarea xmp plaintext noscript noembed noframes option select button input'
  ).split(' '),
);
const ACTIVE_ATTRIBUTE = /^(?:on|style$|srcdoc$|formaction$)/i;
const URL_ATTRIBUTES = new Set(
  'href src action data poster background cite longdesc lowsrc dynsrc usemap xlink:href ping manifest'.split(' '),
);

/** What of a piece of HTML could act in a browser, as `element` or `element attribute`; by a second parse of its own. */
export function activeInHtml(html: string): readonly string[] {
  const found: string[] = [];
  walk(parseFragment(html), found);
  return found;
}

/** The same for Markdown, rendered with raw HTML let through and no URL refused. */
export function activeInMarkdown(markdown: string): readonly string[] {
  return activeInHtml(marked.parse(markdown, { async: false, gfm: true }));
}

/** Whether parsing what was parsed and written changes it, as a mutation in a browser would. */
export function isStable(html: string): boolean {
  const once = serialize(parseFragment(html));
  return serialize(parseFragment(once)) === once;
}

/** Whether a URL may stand in an output: http, https, mailto, or relative, as a browser reads it. */
export function isSafeUrl(url: string): boolean {
  try {
    return /^(?:https?|mailto):$/.test(new URL(url, 'https://base.example/').protocol);
  } catch {
    // What no browser can resolve leads nowhere; schemes are refused even so.
    return !/^[\s\p{Cc}]*(?:javascript|data|vbscript|file|blob):/iu.test(url);
  }
}

function walk(node: DefaultTreeAdapterTypes.Node, found: string[]): void {
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if ('tagName' in at) check(at, found);
    if ('content' in at) open.push(at.content);
    if ('childNodes' in at) for (const child of at.childNodes) open.push(child);
  }
}

function check(element: DefaultTreeAdapterTypes.Element, found: string[]): void {
  if (ACTIVE_ELEMENTS.has(element.tagName)) found.push(element.tagName);
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`foreign ${element.tagName}`);
  for (const { name, prefix, value } of element.attrs) {
    const whole = prefix ? `${prefix}:${name}` : name;
    if (ACTIVE_ATTRIBUTE.test(whole)) found.push(`${element.tagName} ${whole}`);
    else if (URL_ATTRIBUTES.has(whole) && !isSafeUrl(value)) found.push(`${element.tagName} ${whole} URL`);
    else if (whole === 'srcset' && !value.split(/,\s+/).every((part) => isSafeUrl(part.trim().split(/\s/)[0] ?? ''))) {
      found.push(`${element.tagName} srcset URL`);
    }
  }
}
