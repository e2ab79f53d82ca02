import type { Removal } from '../../document.ts';
import { mayBeginWith } from '../../parse/word-starts.ts';
import { type Draft, NOTHING, type Proposal, sumWords } from './draft.ts';
import { indicesOf } from './indices.ts';

const THREAD: Removal = { class: 'comments', rule: 'comments-thread', confidence: 0.9 };
/** What stands at a comment in all blogs and forums: the button to answer it. */
const BUTTON_WORDS =
  'reply(?: to [^.!?]{2,30})?|quote|report|permalink|antworten|zitieren|melden|répondre|responder|rispondi|svara?|odpowiedz|beantwoorden|ответить|відповісти|返信|답글|回复|回覆';
const BUTTON = new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${BUTTON_WORDS})(?: ?\\(?\\d{1,4}\\)?)?[^\\p{L}\\p{N}]{0,3}$`, 'iu');
/** Nearly every line begins with a letter that begins no button. */
const mayBeButton = mayBeginWith(BUTTON_WORDS.split('|'));
/** Or who says it. */
const SPEAKER =
  /^[^\p{L}\p{N}]{0,3}[^!?:]{1,40} (?:says|sagt|schreibt|écrit|dice|diz|zegt|skriver|säger|siger|mówi|пишет)\s?:(?: ?\(?\d{1,4}\)?)?[^\p{L}\p{N}]{0,3}$/iu;
const MAX_MARK_WORDS = 8;
/** This many marks within so many blocks are a thread. */
const MARKS = 3;
const WITHIN = 24;
/** Words that must stand outside of it, and at least as many as in it: where comments outweigh all else they may be what the page is for. */
const LEAST_OUTSIDE = 100;

/**
 * Labels what stands from the first to the last mark of comments. On 50 pages with gold that have such a thread beside a longer story it
 * holds 34,000 words, none of them of an article.
 */
export function labelCommentThread(draft: Draft): Proposal {
  const marks = indicesOf(draft.blocks, ({ text, words }) => words <= MAX_MARK_WORDS && isMark(text));
  const isThread = marks.some((mark, i) => (marks[i + MARKS - 1] ?? Number.POSITIVE_INFINITY) - mark <= WITHIN);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!isThread || first === undefined || last === undefined) return NOTHING;
  const open = indicesOf(draft.removals, (removal) => removal === null);
  const inside = open.filter((i) => i >= first && i <= last);
  const words = sumWords(draft, inside);
  if (sumWords(draft, open) - words < Math.max(LEAST_OUTSIDE, words)) return NOTHING;
  return new Map(inside.map((i) => [i, THREAD]));
}

function isMark(text: string): boolean {
  return (mayBeButton(text) && BUTTON.test(text)) || (text.includes(':') && SPEAKER.test(text));
}
