import { countWords } from '../parse/words.ts';
import type { ArticleImage, ArticleRecord } from '../record.ts';
import { htmlView } from '../render/html-view.ts';
import { present } from './present.ts';
import { pageUri, timeOnly, webUri } from './uri.ts';

interface Labelled {
  readonly role: string;
  readonly contentType: 'text/plain' | 'text/html';
  readonly value: string;
}

interface Body extends Labelled {
  /** UTF-16 units of the text. */
  readonly charCount?: number;
  readonly wordCount?: number;
}

interface Named {
  readonly name: string;
  readonly rel: string;
}

interface Person extends Named {
  readonly uri?: string;
  readonly contactInfo?: readonly { readonly type: 'email'; readonly value: string }[];
}

interface Rendition {
  readonly name: string;
  readonly href: string;
  readonly contentType?: string;
}

interface Picture {
  /** Demanded of an associated object: `image-1`. */
  readonly name: string;
  readonly rel: 'picture';
  readonly uri: string;
  readonly type: 'picture';
  readonly by?: string;
  readonly descriptions?: readonly Labelled[];
  readonly renditions: readonly Rendition[];
}

/** One news object. @see https://iptc.org/std/ninjs/ninjs-schema_3.1.json */
export interface NinjsItem {
  /** Names the record, not the page: `urn:winnower:` and its `id`. */
  readonly uri: string;
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.1'; readonly schema: typeof SCHEMA };
  readonly type: 'text';
  readonly representationType: 'full' | 'partial';
  /** The `kind` of the record. */
  readonly profile: string;
  /** `datePublished`; a bare date has no place in ninjs. */
  readonly firstCreated?: string;
  /** `dateModified`, or `datePublished`. */
  readonly versionCreated?: string;
  readonly language?: string;
  readonly title?: string;
  readonly headlines?: readonly Labelled[];
  readonly descriptions?: readonly Labelled[];
  readonly by?: string;
  readonly located?: string;
  readonly copyrightNotice?: string;
  readonly people?: readonly Person[];
  readonly places?: readonly Named[];
  readonly subjects?: readonly Named[];
  readonly infoSources?: readonly { readonly name: string; readonly role: string; readonly literal?: string }[];
  readonly altIds?: readonly { readonly role: string; readonly value: string }[];
  readonly renditions?: readonly Rendition[];
  readonly bodies: readonly Body[];
  readonly associations?: readonly Picture[];
}

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';
/** Flags that say that not all of the story is there. */
const PARTIAL = new Set(['truncated', 'paywalled']);

/** Writes a record as an IPTC ninjs 3.1 news object. */
export function toNinjs(record: ArticleRecord): NinjsItem {
  const { title, subtitle, kicker, dateline } = record;
  return present<NinjsItem>({
    uri: `urn:winnower:${record.id}`,
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    type: 'text',
    representationType: record.quality.flags.some(({ flag }) => PARTIAL.has(flag)) ? 'partial' : 'full',
    profile: record.kind,
    firstCreated: timeOnly(record.datePublished),
    versionCreated: timeOnly(record.dateModified) ?? timeOnly(record.datePublished),
    language: record.language,
    title,
    headlines: [...plain('main', title), ...plain('kicker', kicker)],
    descriptions: plain('summary', subtitle),
    by: record.authors?.map(({ name }) => name).join(', '),
    located: dateline?.place,
    copyrightNotice: record.credits?.copyright,
    people: toPeople(record),
    places: named('dateline', dateline?.place),
    subjects: [...named('section', record.section), ...(record.tags ?? []).flatMap((tag) => named('keyword', tag))],
    infoSources: toSources(record),
    altIds: toAltIds(record),
    renditions: toRenditions(record),
    bodies: toBodies(record),
    associations: record.images?.flatMap(toPicture),
  });
}

function plain(role: string, value: string | undefined): readonly Labelled[] {
  return value === undefined ? [] : [{ role, contentType: 'text/plain', value }];
}

function named(rel: string, name: string | undefined): readonly Named[] {
  return name === undefined ? [] : [{ name, rel }];
}

function toPeople({ authors = [], credits = {} }: ArticleRecord): readonly Person[] {
  return [
    ...authors.map(({ name, url, email }) =>
      present<Person>({
        name,
        rel: 'author',
        uri: webUri(url),
        contactInfo: email === undefined ? null : [{ type: 'email', value: email }],
      }),
    ),
    ...(credits.contributors ?? []).flatMap(({ name }) => named('contributor', name)),
    ...(credits.editors ?? []).flatMap((name) => named('editor', name)),
    ...(credits.photographers ?? []).flatMap((name) => named('photographer', name)),
  ];
}

function toSources({ credits, site }: ArticleRecord): NonNullable<NinjsItem['infoSources']> {
  const agencies = (credits?.agencies ?? []).map(({ name, code }) => ({
    name,
    role: 'agency',
    ...(code !== undefined && { literal: code }),
  }));
  const publisher = site?.name ?? site?.domain;
  return publisher === undefined ? agencies : [...agencies, { name: publisher, role: 'publisher' }];
}

function toAltIds({ canonicalUrl, url, provenance }: ArticleRecord): NonNullable<NinjsItem['altIds']> {
  const ids = { canonicalUrl, url, recordId: provenance.recordId };
  return Object.entries(ids).flatMap(([role, value]) => (value === undefined ? [] : [{ role, value }]));
}

function toRenditions(record: ArticleRecord): readonly Rendition[] {
  const href = pageUri(record);
  return href === null ? [] : [{ name: 'web', href, contentType: 'text/html' }];
}

function toBodies({ text, blocks }: ArticleRecord): readonly Body[] {
  return [
    { role: 'main', contentType: 'text/plain', charCount: text.length, wordCount: countWords(text), value: text },
    { role: 'main', contentType: 'text/html', value: htmlView(undefined, blocks) },
  ];
}

function toPicture({ url, alt, caption, credit }: ArticleImage, index: number): readonly Picture[] {
  const href = webUri(url);
  if (href === null) return [];
  return [
    present<Picture>({
      name: `image-${index + 1}`,
      rel: 'picture',
      uri: href,
      type: 'picture',
      by: credit,
      descriptions: [...plain('caption', caption), ...plain('alt', alt)],
      renditions: [{ name: 'original', href }],
    }),
  ];
}
