import type { Block, ElementTable } from '../../document.ts';
import type { ModelPage } from './model-page.ts';

/** Rule id of the posts of social networks that are removed. */
export const EMBEDDED_POST_RULE = 'html-embedded-post';

/** Classes that the networks' own embed codes give the quoted post; scripts find it by them, so no theme renames them. */
const POST_CLASSES = new Set(
  (
    'twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed mastodon-embed reddit-embed-bq reddit-card ' +
    'text-post-media imgur-embed-pub fb-xfbml-parse-ignore'
  ).split(' '),
);
/** The same for codes that put the quote into an element of their own. */
const WRAPPER_CLASSES = new Set('fb-post fb-video tumblr-post twitter-tweet'.split(' '));

/** Words of the longest unit: an element that holds more has such a class for another reason. */
const MAX_POST_WORDS = 600;

/** A dash, a name, the handle in brackets (`@user`, `@user@host`), and a date. */
const SIGNATURE = /^[—–―-]{1,2}\s?\S.{0,120}\(@[\p{L}\p{N}_.-]{1,60}(?:@[\p{L}\p{N}.-]{1,80})?\)(?=.{0,60}\d)/u;
const MAX_SIGNATURE_WORDS = 30;

/**
 * The posts of social networks that a page quotes, as embed codes write them or, without their classes, as a block quote whose
 * last line is a signature: dash, name, handle and a dated link.
 *
 * @returns By row the number of the post's element; -1 outside posts.
 */
export function findPosts({ blocks, elements }: ModelPage): Int32Array {
  const { table, parent, words, blocks: held } = elements;
  const post = new Int32Array(table.tag.length).fill(-1);
  const signed = signedQuotes(blocks, table);
  for (let at = 1; at < post.length; at++) {
    const above = post[parent[at] ?? 0] ?? -1;
    const mayBe = above < 0 && held[at] !== 0;
    const isOwn = mayBe && (isPostElement(table, at) || signed.has(at)) && (words[at] ?? 0) <= MAX_POST_WORDS;
    post[at] = isOwn ? at : above;
  }
  const posts = new Int32Array(blocks.length);
  for (let row = 0; row < posts.length; row++) posts[row] = post[(blocks[row] as Block).element] ?? -1;
  return posts;
}

function isPostElement(table: ElementTable, at: number): boolean {
  const names = table.attributes[at]?.class;
  if (names === undefined) return false;
  const known = table.tag[at] === 'blockquote' ? POST_CLASSES : table.tag[at] === 'div' ? WRAPPER_CLASSES : null;
  return known !== null && names.split(/\s+/, 10).some((name) => known.has(name));
}

/** Block quotes whose last row is a signature. */
function signedQuotes(blocks: readonly Block[], table: ElementTable): ReadonlySet<number> {
  const quotes = new Set<number>();
  blocks.forEach((block, row) => {
    if (block.kind !== 'quote' || !isSignature(block)) return;
    const quote = quoteAround(block, table);
    const next = blocks[row + 1];
    if (quote > 0 && (next === undefined || quoteAround(next, table) !== quote)) quotes.add(quote);
  });
  return quotes;
}

function isSignature({ text, words, linkDensity }: Block): boolean {
  return words <= MAX_SIGNATURE_WORDS && linkDensity > 0 && SIGNATURE.test(text);
}

function quoteAround({ element }: Block, { tag, parent }: ElementTable): number {
  let at = element;
  while (at > 0 && tag[at] !== 'blockquote') at = parent[at] ?? 0;
  return at;
}

/** Probabilities in which all rows of a post have the mean of its words: it is kept, or dropped, as one. */
export function joinPosts({ blocks }: ModelPage, posts: Int32Array, probability: Float64Array): Float64Array {
  const sums = new Map<number, { words: number; sum: number }>();
  posts.forEach((post, row) => {
    if (post < 0) return;
    const total = sums.get(post) ?? { words: 0, sum: 0 };
    const words = (blocks[row]?.words ?? 0) + 1;
    total.words += words;
    total.sum += words * (probability[row] ?? 0);
    sums.set(post, total);
  });
  if (sums.size === 0) return probability;
  return probability.map((own, row) => {
    const total = sums.get(posts[row] ?? -1);
    return total === undefined ? own : total.sum / total.words;
  });
}
