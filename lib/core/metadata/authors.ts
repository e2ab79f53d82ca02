import type { Author, Evidence } from '../record.ts';
import { agencyOf } from './agencies.ts';
import { authorsOf } from './byline-people.ts';
import { visibleBylines } from './bylines.ts';
import type { CreditList } from './credits.ts';
import { firstOf, type LdNode, resolve, typesOf } from './json-ld.ts';
import { isPersonName, readByline, withoutLead } from './names.ts';
import type { Page } from './page.ts';
import { asList, asObject, cleanString, lettersOf, property } from './values.ts';

export interface Authors {
  readonly list: readonly Author[];
  readonly evidence: Evidence | null;
}

const META_AUTHORS = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc:creator',
  'dcterms.creator',
  'dc.creator.1',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'authors',
  'author_name',
  'article.author',
  'creator',
  'vr:author',
  'bt:author',
  'rbauthors',
];
const MAX_AUTHORS = 25;

interface Source {
  readonly source: string;
  readonly confidence: number;
  readonly raw: string;
  readonly authors: readonly Author[];
  /** The source says by its form that it names people. */
  readonly personal: boolean;
}

/**
 * Names the people who wrote the article. Agencies that a byline names are added to the credits.
 *
 * @param siteKeys Letters of the site's names: an author who is called like the site is the house, no person.
 * @param headline Index of the block that shows the headline; -1 when none does.
 */
export function findAuthors(
  page: Page,
  article: LdNode | null,
  siteKeys: ReadonlySet<string>,
  headline: number,
  credits: CreditList,
): Authors {
  const sources: Source[] = [];
  const keep = (found: Source | null) => {
    if (found === null) return;
    // A site may bear its author's name, but then something must say that the name is a person's.
    const authors = unique(
      found.authors.filter(
        ({ name }) => !siteKeys.has(lettersOf(name)) || (found.personal && isPersonName(name, 'visible')),
      ),
    );
    if (authors.length > 0) sources.push({ ...found, authors });
  };
  keep(fromLinkedData(page, article, credits));
  keep(fromMetas(page, credits));
  for (const byline of visibleBylines(page, headline, credits)) keep({ ...byline, personal: true });
  const best = choose(sources);
  if (!best) return { list: [], evidence: null };
  const confirmed = sources.some(
    (other) =>
      other !== best && other.authors.some(({ name }) => best.authors.some((author) => sameName(author.name, name))),
  );
  return {
    list: best.authors.slice(0, MAX_AUTHORS).map((author) => enrich(author, sources)),
    evidence: {
      source: best.source,
      confidence: Math.min(0.99, best.confidence + (confirmed ? 0.1 : 0)),
      raw: best.raw.slice(0, 300),
    },
  };
}

/** The first source, unless a later one names the same people and more. */
function choose(sources: readonly Source[]): Source | null {
  let best = sources[0] ?? null;
  for (const source of sources) {
    // Markup marks cards of other authors too; written bylines and data say who wrote this.
    if (!best || source === best || source.source === 'markup' || source.authors.length <= best.authors.length)
      continue;
    if (best.authors.every(({ name }) => source.authors.some((other) => sameName(name, other.name)))) best = source;
  }
  return best;
}

/** Adds what other sources know about the same person. */
function enrich(author: Author, sources: readonly Source[]): Author {
  let full = author;
  for (const { authors } of sources)
    for (const other of authors)
      if (other !== author && sameName(author.name, other.name)) full = { ...other, ...full };
  return full;
}

/** Equal but for case, signs and order of the words. */
export function sameName(one: string, other: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)
      .filter(Boolean)
      .sort()
      .join(' ');
  return words(one) === words(other);
}

function unique(authors: readonly Author[]): readonly Author[] {
  const found: Author[] = [];
  for (const author of authors) if (!found.some(({ name }) => sameName(name, author.name))) found.push(author);
  return found;
}

function fromLinkedData(page: Page, article: LdNode | null, credits: CreditList): Source | null {
  if (!article) return null;
  const value = firstOf(article, 'author', 'creator');
  const authors: Author[] = [];
  const raws: string[] = [];
  let personal = false;
  for (const entry of asList(value, MAX_AUTHORS)) {
    const node = resolve(page.graph, entry);
    for (const name of asList(node ? nameOf(node) : entry, MAX_AUTHORS)) {
      const text = cleanString(name, 600);
      if (text === null || text.includes('://')) continue;
      raws.push(text);
      const types = node === null ? [] : typesOf(node);
      if (types.includes('Person')) personal = true;
      const isHouse = !types.includes('Person') && types.some((type) => type.endsWith('Organization'));
      authors.push(...peopleOf(text, 'structured', credits, node, isHouse));
    }
  }
  return authors.length === 0 ? null : { source: 'json-ld', confidence: 0.85, raw: raws.join('; '), authors, personal };
}

function nameOf(node: LdNode): unknown {
  const name = property(node, 'name');
  if (name !== undefined) return name;
  const parts = [property(node, 'givenName'), property(node, 'familyName')].filter((part) => typeof part === 'string');
  return parts.length === 2 ? parts.join(' ') : undefined;
}

function peopleOf(
  text: string,
  trust: 'structured' | 'visible',
  credits: CreditList,
  node: LdNode | null = null,
  isHouse = false,
): readonly Author[] {
  const { rest } = withoutLead(text);
  // An organization that is written like a person is one only when it has no site of its own; templates mistype people.
  if (isHouse && agencyOf(rest) === null && !isPersonName(rest, 'visible')) return [];
  const people = authorsOf(readByline(rest, trust), credits);
  const [only] = people;
  if (!node || !only || people.length > 1) return people;
  const job = cleanString(property(node, 'jobTitle'), 100);
  const url = urlOf(firstOf(node, 'url', 'sameAs'));
  const house = cleanString(property(asObject(firstOf(node, 'worksFor', 'affiliation')) ?? {}, 'name'), 100);
  return [
    { ...only, ...(job ? { role: job } : {}), ...(house ? { organization: house } : {}), ...(url ? { url } : {}) },
  ];
}

function urlOf(value: unknown): string | null {
  const text = cleanString(Array.isArray(value) ? value[0] : value, 2000);
  return text !== null && /^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : null;
}

function fromMetas(page: Page, credits: CreditList): Source | null {
  for (const name of META_AUTHORS) {
    const texts = (page.metas.get(name) ?? []).flatMap((content) => cleanString(content, 600) ?? []);
    const people = texts
      .filter((text) => !/:\/\/|^\/\/|^www\.|^@/i.test(text))
      .flatMap((text) => peopleOf(text, 'structured', credits));
    if (people.length > 0)
      return { source: `meta:${name}`, confidence: 0.75, raw: texts.join('; '), authors: people, personal: false };
  }
  // The cards of one network carry the byline as a labelled pair.
  for (const number of ['1', '2']) {
    const label = page.metas.get(`twitter:label${number}`)?.[0] ?? '';
    if (
      !/^\s*(?:written by|by|geschrieben von|verfasst von|écrit par|escrito por|scritto da|geschreven door|skrevet av|skriven av|author|autor|автор|napisane przez)/i.test(
        label,
      )
    )
      continue;
    const text = cleanString(page.metas.get(`twitter:data${number}`)?.[0], 600);
    const people = text === null ? [] : peopleOf(text, 'structured', credits);
    if (text !== null && people.length > 0)
      return { source: `meta:twitter:data${number}`, confidence: 0.75, raw: text, authors: people, personal: true };
  }
  return null;
}
