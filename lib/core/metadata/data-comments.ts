import type { ReaderComment } from '../record.ts';
import { readDate } from './dates.ts';
import { firstOf, type LdGraph, type LdNode, resolve, typesOf } from './json-ld.ts';
import { asList, asObject, cleanString, foldText, MAX_NAME_CHARS } from './values.ts';

/** Comments of linked data that are read, and characters of one. */
const MAX_COMMENTS = 100;
const MAX_COMMENT_CHARS = 20_000;

/** Readers' comments that linked data of the article hold; `null` without any. @see https://schema.org/Comment */
export function findDataComments(graph: LdGraph, article: LdNode | null): readonly ReaderComment[] | null {
  const found: ReaderComment[] = [];
  // A set yields what is added while it is read, and each node once, whatever refers to it.
  const open = new Set<unknown>(article === null ? [] : asList(article.comment, MAX_COMMENTS));
  for (const entry of open) {
    if (found.length >= MAX_COMMENTS) break;
    const node = resolve(graph, entry);
    if (!node || !typesOf(node).some((type) => type === 'Comment' || type === 'UserComments')) continue;
    const comment = readComment(graph, node);
    if (comment) found.push(comment);
    // Replies are comments of a comment.
    for (const reply of asList(node.comment, MAX_COMMENTS)) open.add(reply);
  }
  return found.length > 0 ? found : null;
}

function readComment(graph: LdGraph, node: LdNode): ReaderComment | null {
  const text = cleanString(firstOf(node, 'text', 'commentText'), MAX_COMMENT_CHARS);
  if (text === null) return null;
  const given = asList(firstOf(node, 'author', 'creator'))[0];
  const author = nameOf(graph, given);
  const published = readDate(firstOf(node, 'dateCreated', 'datePublished', 'commentTime'));
  return { text, ...(author !== null && { author }), ...(published !== null && { published }) };
}

function nameOf(graph: LdGraph, author: unknown): string | null {
  if (typeof author === 'string') return foldText(author, MAX_NAME_CHARS);
  const person = asObject(author) ? resolve(graph, author) : null;
  return person === null ? null : cleanString(firstOf(person, 'name'), MAX_NAME_CHARS);
}
