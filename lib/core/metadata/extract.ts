import type { LabelledDocument } from '../document.ts';
import type { Author, Evidence } from '../record.ts';
import type { SourceInfo } from '../source.ts';
import { canonicalEvidence, siteEvidence } from './address-evidence.ts';
import { type Authors, findAuthors } from './authors.ts';
import { type CreditList, emptyCredits } from './credits.ts';
import { findDataComments } from './data-comments.ts';
import { numericOrder } from './date-order.ts';
import { findArticle } from './json-ld.ts';
import { findKind } from './kind.ts';
import { directionOf, findLanguage } from './language.ts';
import type { ArticleMetadata } from './metadata.ts';
import { indexPage } from './page.ts';
import { findDates } from './published.ts';
import { canonicalise, findCanonical, findSite, sectionKeys, siteKeys } from './site.ts';
import { collectCredits, findDateline, toCredits } from './story-credits.ts';
import { findTitle } from './title.ts';
import { findKicker, findSection, findSubtitle, findTags } from './topics.ts';
import { lettersOf } from './values.ts';

/**
 * Says what an article is: headline, people, credits, dates, place and language, each with the evidence for it.
 * Nothing is guessed: what the source does not say is a missing key. Never throws, whatever the page declares.
 */
export function extractMetadata(labelled: LabelledDocument, info: SourceInfo): ArticleMetadata {
  const page = indexPage(labelled, info);
  const shown = new Set(
    labelled.blocks
      .filter(({ block }) => block.kind === 'heading' && (block.level ?? 9) <= 2)
      .map(({ block }) => lettersOf(block.text)),
  );
  const declared = lettersOf(
    page.metas.get('og:title')?.[0]?.slice(0, 500) ?? labelled.document.head.title?.slice(0, 500) ?? '',
  );
  const article = findArticle(page.graph, (headline) => {
    const letters = lettersOf(headline.slice(0, 500));
    return letters !== '' && (shown.has(letters) || declared.includes(letters));
  });
  const url = canonicalise(info.url) === null ? null : (info.url ?? null);
  const canonicalUrl = findCanonical(page);
  const site = findSite(page, article, canonicalUrl);
  const keys = siteKeys(page, site, article);
  const title = findTitle(page, article, { site: keys, sections: sectionKeys(page, article) });
  const headline = title?.block ?? -1;
  const language = findLanguage(page, article);
  const credits = emptyCredits();
  const dateline = findDateline(page, credits);
  collectCredits(page, credits);
  const authors = withReporters(findAuthors(page, article, keys, headline, credits), credits);
  const order = numericOrder(page, language?.tag ?? null, site?.domain ?? null);
  const people = authors.list.map(({ name }) => name);
  const dates = findDates({ page, article, headline, people, order, url: url ?? canonicalUrl });
  const section = findSection(page, article, title?.text ?? null);
  const direction = directionOf(language?.tag ?? null, labelled.document.head.dir);
  return definedOnly({
    url,
    canonicalUrl,
    site,
    kind: findKind(page, title?.text ?? null),
    title: title?.text,
    subtitle: findSubtitle(page, article, headline, title?.text ?? null),
    kicker: findKicker(page, headline),
    section: section?.name,
    tags: nonEmpty(findTags(page, article)),
    authors: nonEmpty(authors.list),
    credits: toCredits(credits),
    dateline,
    datePublished: dates.published?.date ?? dateline?.date,
    dateModified: dates.modified?.date,
    evidence: evidenceOf({
      title: title?.evidence,
      authors: authors.evidence,
      datePublished:
        dates.published?.evidence ??
        (dateline?.date ? { source: 'dateline', confidence: 0.8, raw: dateline.raw } : null),
      dateModified: dates.modified?.evidence,
      section: section?.evidence,
      language: language?.evidence,
      canonicalUrl: canonicalEvidence(page, canonicalUrl),
      site: siteEvidence(page, article, site),
    }),
    language: language?.tag,
    direction,
    comments: findDataComments(page.graph, article),
  });
}

/** People of `Reporting by ...` wrote the story where no byline names others; beside a byline they contributed. */
function withReporters(authors: Authors, credits: CreditList): Authors {
  if (credits.reporters.length === 0) return authors;
  if (authors.list.length > 0) {
    const known = new Set(authors.list.map(({ name }) => lettersOf(name)));
    for (const reporter of credits.reporters)
      if (!known.has(lettersOf(reporter.name))) credits.contributors.push(reporter);
    return authors;
  }
  const list: readonly Author[] = credits.reporters.map(({ name, organization }) =>
    organization ? { name, organization } : { name },
  );
  return { list, evidence: { source: 'credit', confidence: 0.7, raw: list.map(({ name }) => name).join('; ') } };
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}

function evidenceOf(
  fields: Readonly<Record<string, Evidence | null | undefined>>,
): Readonly<Record<string, Evidence>> | null {
  const entries = Object.entries(fields).flatMap(([field, evidence]) => (evidence ? [[field, evidence] as const] : []));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** A missing value is a missing key. */
function definedOnly(
  fields: { readonly [K in keyof ArticleMetadata]: ArticleMetadata[K] | null | undefined },
): ArticleMetadata {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as ArticleMetadata;
}
