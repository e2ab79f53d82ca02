import { load } from 'cheerio';
import { Parser } from 'htmlparser2';
import { parse } from 'parse5';
import { cleanArticle } from '../../lib/index.ts';

/** Something that reads a page; `page` is what `prepare` made of its bytes, outside the measured time. */
export interface Contestant<Page = unknown> {
  readonly name: string;
  readonly prepare: (bytes: Uint8Array) => Page;
  readonly run: (page: Page) => void | Promise<void>;
}

/** A contestant whose kind of page nobody else needs to know. */
export function contestant<Page>(
  name: string,
  prepare: (bytes: Uint8Array) => Page,
  run: (page: Page) => void | Promise<void>,
): Contestant {
  return { name, prepare, run: run as Contestant['run'] };
}

export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const asBytes = (bytes: Uint8Array): Uint8Array => bytes;
const nothing = (): void => {};

/** What all others are measured against: a parser whose events go nowhere, on text that is decoded already. */
export const SAX = contestant('htmlparser2-sax', decode, (page) => {
  const parser = new Parser({ onopentag: nothing, ontext: nothing, onclosetag: nothing });
  parser.write(page);
  parser.end();
});

/** The whole way from bytes to the written record. */
export const HTML = contestant('html', asBytes, (page) => {
  JSON.stringify(cleanArticle(page, 'text/html'));
});

/** The tree that the standard asks for, and the one that scrapers are written on. */
const PARSE5 = contestant('parse5-dom', decode, (page) => void parse(page));
const CHEERIO = contestant('cheerio-load', decode, (page) => void load(page));

/** What every comparison has; other extractors come beside them. */
export const CONTESTANTS: readonly Contestant[] = [SAX, PARSE5, CHEERIO, HTML];

/** Plain text from bytes to the written record, and what any program does with a text that came as JSON. */
export const TEXT = contestant('text', asBytes, (text) => {
  JSON.stringify(cleanArticle(text, 'text/plain'));
});
export const JSON_ROUND = contestant(
  'json',
  (bytes) => JSON.stringify({ text: decode(bytes) }),
  (json) => void JSON.stringify(JSON.parse(json)),
);
