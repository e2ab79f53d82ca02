import { countWords } from '../parse/words.ts';
import type { ArticleImage, ArticleRecord, Author, Credits } from '../record.ts';
import { present } from './present.ts';
import { pageUri, webUri } from './uri.ts';

interface Organization {
  readonly '@type': 'Organization';
  readonly name: string;
  readonly url?: string;
  readonly alternateName?: string;
}

interface Person {
  readonly '@type': 'Person';
  readonly name: string;
  readonly jobTitle?: string;
  readonly worksFor?: Organization;
  readonly url?: string;
  readonly email?: string;
}

interface ImageObject {
  readonly '@type': 'ImageObject';
  readonly contentUrl: string;
  readonly caption?: string;
  readonly creditText?: string;
  readonly description?: string;
}

/** A JSON-LD document of one `NewsArticle`. @see https://schema.org/NewsArticle */
export interface NewsArticleDocument {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  /** The `id` of the record. */
  readonly identifier: string;
  readonly url?: string;
  readonly mainEntityOfPage?: string;
  readonly headline?: string;
  readonly alternativeHeadline?: string;
  readonly articleSection?: string;
  readonly keywords?: readonly string[];
  readonly author?: readonly Person[];
  readonly contributor?: readonly Person[];
  readonly editor?: readonly Person[];
  readonly publisher?: Organization;
  readonly sourceOrganization?: readonly Organization[];
  readonly copyrightNotice?: string;
  readonly dateline?: string;
  readonly locationCreated?: { readonly '@type': 'Place'; readonly name: string };
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly inLanguage?: string;
  readonly image?: readonly ImageObject[];
  readonly correction?: readonly { readonly '@type': 'CorrectionComment'; readonly text: string }[];
  /** Only where a paywall was seen: nothing says that all other pages are free. */
  readonly isAccessibleForFree?: false;
  readonly wordCount: number;
  readonly articleBody: string;
}

/** Writes a record as schema.org JSON-LD, the form that search engines read. */
export function toNewsArticle(record: ArticleRecord): NewsArticleDocument {
  const page = pageUri(record);
  return present<NewsArticleDocument>({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: record.id,
    url: page,
    mainEntityOfPage: page,
    headline: record.title,
    alternativeHeadline: record.subtitle,
    articleSection: record.section,
    keywords: record.tags,
    author: record.authors?.map(toAuthor),
    ...toCredits(record.credits),
    publisher: toPublisher(record),
    dateline: record.dateline?.raw,
    locationCreated: record.dateline?.place === undefined ? null : { '@type': 'Place', name: record.dateline.place },
    datePublished: record.datePublished,
    dateModified: record.dateModified,
    inLanguage: record.language,
    image: record.images?.flatMap(toImage),
    correction: record.blocks.flatMap(({ type, text }) =>
      type === 'correction' ? [{ '@type': 'CorrectionComment', text } as const] : [],
    ),
    isAccessibleForFree: record.quality.flags.some(({ flag }) => flag === 'paywalled') ? false : null,
    wordCount: countWords(record.text),
    articleBody: record.text,
  });
}

function toAuthor({ name, role, organization, url, email }: Author): Person {
  return present<Person>({
    '@type': 'Person',
    name,
    jobTitle: role,
    worksFor: organization === undefined ? null : { '@type': 'Organization', name: organization },
    url: webUri(url),
    email,
  });
}

function toCredits(credits: Credits = {}) {
  return {
    contributor: credits.contributors?.map((person) => toAuthor(person)),
    editor: credits.editors?.map((name) => toAuthor({ name })),
    sourceOrganization: credits.agencies?.map(({ name, code }) =>
      present<Organization>({ '@type': 'Organization', name, alternateName: code === name ? null : code }),
    ),
    copyrightNotice: credits.copyright,
  };
}

function toPublisher({ site }: ArticleRecord): Organization | null {
  const name = site?.name ?? site?.domain;
  if (name === undefined) return null;
  const url = site?.domain === undefined ? null : webUri(`https://${site.domain}/`);
  return present<Organization>({ '@type': 'Organization', name, url });
}

function toImage({ url, alt, caption, credit }: ArticleImage): readonly ImageObject[] {
  const contentUrl = webUri(url);
  if (contentUrl === null) return [];
  return [present<ImageObject>({ '@type': 'ImageObject', contentUrl, caption, creditText: credit, description: alt })];
}
