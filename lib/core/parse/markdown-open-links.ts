import { parseInline } from './inline.ts';
import type { Draft } from './markdown-draft.ts';

/** Blocks that one link may reach over, at most: the picture, kicker, headline, text and date of a card, and some more. */
const MAX_BLOCKS = 16;
/** Length of a block in which an open bracket is looked for, in characters. */
const MAX_LENGTH = 2000;

const BACKSLASH = 92;
const BANG = 33;
const OPEN = 91;
const CLOSE = 93;

/**
 * Offset of the last bracket of a block that nothing in it closes, where a link may begin: at the end of the block, or at its
 * start; -1 when there is none.
 */
function openBracket({ kind, content }: Draft): number {
  if (kind === 'code' || content.length > MAX_LENGTH || !content.includes('[')) return -1;
  const open: number[] = [];
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) open.push(at);
    else if (code === CLOSE) open.pop();
  }
  const last = open.at(-1) ?? -1;
  const isImage = last > 0 && content.charCodeAt(last - 1) === BANG;
  return !isImage && (last === 0 || last === content.length - 1) ? last : -1;
}

/** Address that `](address)` at the start of a block gives to the link that it ends; `null` when it ends none. */
function closedUrl({ kind, content }: Draft): string | null {
  if (kind === 'code' || !content.startsWith('](')) return null;
  const { text, links } = parseInline(`[x${content}`);
  return text.startsWith('x') ? (links[0]?.url ?? null) : null;
}

/**
 * Reads the links that reach over several blocks, as converters write an element `a` around a card: `[`, a headline, a line of
 * text, `](address)`. Their marks are no text, and the blocks between them are linked.
 */
export function joinOpenLinks(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some(({ content }) => content.startsWith(']('))) return drafts;
  const joined = [...drafts];
  let from = -1;
  let bracket = -1;
  drafts.forEach((draft, at) => {
    const url = from >= 0 && at - from <= MAX_BLOCKS ? closedUrl(draft) : null;
    if (url !== null) {
      for (let i = from; i < at; i++) joined[i] = linkedDraft(joined[i] ?? draft, i === from ? bracket : null, url);
      joined[at] = { ...draft, content: `[${draft.content}` };
      from = -1;
    }
    const open = openBracket(joined[at] ?? draft);
    if (open >= 0) {
      from = at;
      bracket = open;
    }
  });
  return joined;
}

/** A block of a link; one that begins with something else is not linked as a whole. */
function linkedDraft(draft: Draft, bracket: number | null, url: string): Draft {
  if (bracket === null) return draft.kind === 'code' ? draft : { ...draft, url };
  const content = draft.content.slice(0, bracket) + draft.content.slice(bracket + 1);
  return { ...draft, content, ...(bracket === 0 ? { url } : {}) };
}
