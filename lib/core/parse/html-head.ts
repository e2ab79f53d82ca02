import type { PageHead } from '../document.ts';
import type { RawAttributes } from './html-attributes.ts';
import { foldSpaces, toNfc } from './html-text.ts';
import { absoluteUrl } from './html-url.ts';
import { repairJson } from './repair-json.ts';

const HTML_COMMENT_OR_CDATA =
  /^\s*(?:<!--|(?:(?:\/\/|\/\*)\s*)?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:(?:\/\/|\/\*)\s*)?\]\]>(?:\s*\*\/)?)\s*$/gi;

/** Line ends and tabs that templates leave in strings; between values they are white space anyway. */
const CONTROL = /\p{Cc}/gu;

/** Characters of scripts of one page that are looked at. */
const MAX_SCRIPT_CHARS = 8_000_000;
/** What names of a day of publication have in them, and the characters of it that may stand in the part before. */
const OF_PUBLICATION = 'ubli';
const TAIL = OF_PUBLICATION.length - 1;

/**
 * The value of a script that is JSON, comment and CDATA marks around it, control characters within its strings and what
 * `repairJson` mends allowed; `undefined` when it is none.
 */
export function parseScriptJson(script: string): unknown {
  const text = script.trim();
  const json = /^[{[]/.test(text) && /[}\]]$/.test(text.slice(-1)) ? text : text.replace(HTML_COMMENT_OR_CDATA, '');
  const value = parseJson(json);
  if (value !== undefined || !/^\s*[{[]/.test(json)) return value;
  const line = json.replace(CONTROL, ' ');
  return parseJson(line) ?? parseJson(repairJson(line));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Gathers what the head of a page says, wherever on the page it stands. */
export class HeadCollector {
  private title: string | null = null;
  private titleParts = '';
  private lang: string | null = null;
  private dir: string | null = null;
  private canonical: string | null = null;
  private base: string | null = null;
  private ogUrl: string | null = null;
  private readonly metas: { name: string; content: string }[] = [];
  private readonly jsonLd: unknown[] = [];
  private readonly scripts: string[] = [];
  private scriptChars = 0;
  private script = '';
  private scriptTail = '';
  private namesDay = false;

  /** @param pageUrl Where the page was fetched from; resolves its relative references. */
  constructor(private readonly pageUrl: string | null) {}

  /** What relative references are resolved against, as far as read; `null` when nothing says it. */
  get baseUrl(): string | null {
    return this.base ?? this.pageUrl ?? this.canonical ?? this.ogUrl;
  }

  root(attributes: RawAttributes | null): void {
    this.lang ??= attributes?.lang?.trim() || null;
    this.dir ??= attributes?.dir?.trim().toLowerCase() || null;
  }

  /** An element with attributes: those that say something of the page are noted. */
  element(name: string, attributes: RawAttributes): void {
    if (name === 'meta') this.meta(attributes);
    else if (name === 'link') this.link(attributes);
    else if (name === 'base') this.baseElement(attributes);
  }

  private meta(attributes: RawAttributes): void {
    // Some pages, often saved ones, give the content of a meta as its value.
    const content = attributes.content ?? attributes.value;
    if (content === undefined) return;
    for (const name of new Set([attributes.name, attributes.property, attributes.itemprop, attributes.httpEquiv])) {
      if (!name) continue;
      const folded = toNfc(foldSpaces(content)).trim();
      this.metas.push({ name: name.trim().toLowerCase(), content: folded });
      if (name === 'og:url') this.ogUrl ??= absoluteUrl(folded, null);
    }
  }

  private link(attributes: RawAttributes): void {
    if (attributes.rel?.toLowerCase() === 'canonical')
      this.canonical ??= absoluteUrl(attributes.href, this.base ?? this.pageUrl ?? this.ogUrl);
  }

  private baseElement(attributes: RawAttributes): void {
    this.base ??= absoluteUrl(attributes.href, this.pageUrl ?? this.canonical ?? this.ogUrl);
  }

  titleText(data: string): void {
    if (this.title === null) this.titleParts += data;
  }

  endTitle(): void {
    this.title ??= toNfc(foldSpaces(this.titleParts)).trim() || null;
    this.titleParts = '';
  }

  /** Text of a script, or a part of it. */
  scriptText(data: string): void {
    this.script += data;
    this.namesDay ||= data.includes(OF_PUBLICATION) || (this.scriptTail + data.slice(0, TAIL)).includes(OF_PUBLICATION);
    this.scriptTail = data.slice(-TAIL);
  }

  /** Of a script that is no linked data, what may name a day of publication is kept. */
  endScript(isLinkedData: boolean): void {
    const { script } = this;
    if (isLinkedData) {
      const value = parseScriptJson(script);
      // Broken JSON-LD says nothing; the page itself is still read.
      if (value !== undefined) this.jsonLd.push(value);
    } else {
      this.scriptChars += script.length;
      if (this.scriptChars <= MAX_SCRIPT_CHARS && this.namesDay) this.scripts.push(script);
    }
    this.script = '';
    this.scriptTail = '';
    this.namesDay = false;
  }

  finish(): PageHead {
    const { title, lang, dir, metas, jsonLd, scripts } = this;
    return { title, lang, dir, canonicalUrl: this.canonical, baseUrl: this.base, metas, jsonLd, scripts };
  }
}
