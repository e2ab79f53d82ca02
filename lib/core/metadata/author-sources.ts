import type { Author } from '../record.ts';
import { agencyOf } from './agencies.ts';
import { withoutLead } from './byline-lead.ts';
import { readByline } from './byline-parts.ts';
import { authorsOf } from './byline-people.ts';
import type { CreditList } from './credits.ts';
import { firstOf, type LdNode, resolve, typesOf } from './json-ld.ts';
import { META_AUTHORS } from './meta-names.ts';
import { STAFF_WORDS } from './name-words.ts';
import { isPersonName, type NameTrust } from './names.ts';
import type { Page } from './page.ts';
import { asList, asObject, cleanString, property } from './values.ts';

/** Authors read from one list; a page with more lists something else. */
export const MAX_AUTHORS = 25;

/** What one source of a page says about its authors. */
export interface AuthorSource {
  readonly source: string;
  readonly confidence: number;
  readonly raw: string;
  readonly authors: readonly Author[];
  /** The source says by its form that it names people. */
  readonly personal: boolean;
  /** It joins several elements of the page. */
  readonly merged?: boolean;
}

/** Authors of the page's linked data. */
export function fromLinkedData(page: Page, article: LdNode | null, credits: CreditList): AuthorSource | null {
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
      const people = peopleOf(text, 'data', credits, node, isHouse);
      authors.push(...(people.length === 0 && types.includes('Person') ? lowerCaseName(text) : people));
    }
  }
  return authors.length === 0 ? null : { source: 'json-ld', confidence: 0.85, raw: raws.join('; '), authors, personal };
}

/** A name that its owner writes without capitals, in a field for names of persons. */
function lowerCaseName(text: string): readonly Author[] {
  const isName = /^\p{Ll}[\p{Ll}\p{M}'’-]+(?:\s\p{Ll}[\p{Ll}\p{M}'’-]+){1,2}$/u.test(text);
  return isName && !text.split(' ').some((word) => STAFF_WORDS.has(word)) ? [{ name: text }] : [];
}

function nameOf(node: LdNode): unknown {
  const name = property(node, 'name');
  if (name !== undefined) return name;
  const parts = [property(node, 'givenName'), property(node, 'familyName')].filter((part) => typeof part === 'string');
  return parts.length === 2 ? parts.join(' ') : undefined;
}

function peopleOf(
  text: string,
  trust: NameTrust,
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

/** An address, a handle or a domain: a value that holds one names a house. */
const ADDRESS = /:\/\/|^\/\/|\bwww\.|^@|(?:^|[\s(,])[\p{Ll}\d-]{2,}\.\p{Ll}{2,10}(?=$|[\s),/])/u;

/** Authors of the metas; addresses and handles are passed over. */
export function fromMetas(page: Page, credits: CreditList): AuthorSource | null {
  for (const name of META_AUTHORS) {
    const texts = (page.metas.get(name) ?? []).flatMap((content) => cleanString(content, 600) ?? []);
    const people = texts.filter((text) => !ADDRESS.test(text)).flatMap((text) => peopleOf(text, 'data', credits));
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
    const people = text === null ? [] : peopleOf(text, 'data', credits);
    if (text !== null && people.length > 0)
      return { source: `meta:twitter:data${number}`, confidence: 0.75, raw: text, authors: people, personal: true };
  }
  return null;
}
