import { type Draft, openBlocks, sumWords } from './draft.ts';

/** Share of the words (0..1) in long ended lines below which a document may be a dump of a whole page. */
const MAX_PROSE_SHARE = 0.9;
/** Share of the lines (0..1) shorter than `SHORT_WORDS` above which it may be one. */
const MIN_SHORT_SHARE = 0.35;
const SHORT_WORDS = 6;
/** Fewer lines than this are no page. */
const MIN_LINES = 30;

/** True for the text of a whole page: few of its words stand in sentences, many of its lines are a word or two. */
export function isPageDump(draft: Draft): boolean {
  const open = openBlocks(draft);
  if (open.length < MIN_LINES) return false;
  const prose = open.filter((i) => draft.lines[i]?.ended && (draft.lines[i]?.size ?? 0) >= 12);
  const short = open.filter((i) => (draft.lines[i]?.size ?? 0) < SHORT_WORDS);
  return (
    sumWords(draft, prose) < MAX_PROSE_SHARE * sumWords(draft, open) && short.length > MIN_SHORT_SHARE * open.length
  );
}
