/** Names of metas that hold authors, the most trusted first. */
export const META_AUTHORS: readonly string[] = (
  'author article:author article:author_name og:article:author parsely-author sailthru.author dc.creator ' +
  'dc:creator dcterms.creator dc.creator.1 byl citation_author cxenseparse:author authors author_name ' +
  'article.author creator vr:author bt:author rbauthors'
).split(' ');

/** Names of metas that hold the date of publication, the most trusted first. */
export const PUBLISHED_METAS: readonly string[] = (
  'article:published_time og:article:published_time article:published og:published_time og:pubdate ' +
  'datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime pubdate publishdate ' +
  'publish-date publish_date publication_date publication-date date.published originalpublicationdate ' +
  'article_date_original published_time published-date published_at article.published article:post_date ' +
  'citation_publication_date citation_online_date dc.date.issued dcterms.issued dc.date.created ' +
  'dcterms.created dcterms.date dc.date dc:date article.created article:created_time ptime ' +
  'rnews:datepublished vr:published_time bt:pubdate displaydate date_published datecreated published ' +
  'first-publication date'
).split(' ');

/** Names of metas that hold the date of the last change. */
export const MODIFIED_METAS: readonly string[] = (
  'article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified ' +
  'dateupdated last-modified lastmod dc.date.modified dcterms.modified article.updated modified_time ' +
  'updated_time revised utime'
).split(' ');
