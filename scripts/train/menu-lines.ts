import type { Removal, RemovalClass } from '../../lib/core/document.ts';
import { type Draft, NOTHING, openBlocks, type Proposal, sumWords } from '../../lib/core/label/text/draft.ts';
import { isPageDump } from '../../lib/core/label/text/page-dump.ts';

/** Words of a short line. */
const SHORT_WORDS = 6;
/** Lines without an end stop that must stand in a row to be called navigation. */
const MIN_RUN = 4;
/** Words of prose without which no body is known: a list of products or of threads is all short lines. */
const MIN_BODY_WORDS = 150;
/** Prose lines that make the body: a lone sentence in a cookie notice does not begin it. */
const BODY_RUN = 2;

/** Classes of lines that only whole pages have. */
const FURNITURE: ReadonlySet<RemovalClass> = new Set([
  'navigation',
  'footer',
  'share',
  'newsletter',
  'comments',
  'cookie',
  'contact',
  'wordpress',
  'paywall',
  'ad',
]);
const MIN_FURNITURE = 2;

const NAVIGATION: Removal = { class: 'navigation', rule: 'page-navigation', confidence: 0.8 };
const FOOTER: Removal = { class: 'footer', rule: 'page-footer', confidence: 0.8 };

/**
 * In dumps of whole pages, labels the runs of short lines without an end stop before and behind the prose. The line right
 * before the first paragraph stays: it may be the headline.
 */
export function labelMenus(draft: Draft): Proposal {
  if (!isPageDump(draft)) return NOTHING;
  const open = openBlocks(draft);
  const body = bodySpan(draft, open);
  if (!body) return NOTHING;
  const before = isFurnished(draft, 0, body.start);
  const behind = isFurnished(draft, body.end + 1, draft.blocks.length);
  const found = new Map<number, Removal>();
  for (const run of shortRuns(draft, open)) {
    const first = run[0] ?? 0;
    const last = run.at(-1) ?? 0;
    if (last < body.start && before) {
      const spared = open[open.indexOf(body.start) - 1];
      for (const i of run) if (i !== spared) found.set(i, NAVIGATION);
    } else if (first > body.end && behind) for (const i of run) found.set(i, FOOTER);
  }
  return found;
}

/**
 * True when rules have found furniture of a page in the range. A list of fixtures or of parts at the end of an article has
 * the shape of a footer, but no line about privacy or sharing beside it.
 */
function isFurnished(draft: Draft, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to; i++) if (FURNITURE.has(draft.removals[i]?.class ?? 'other')) lines++;
  return lines >= MIN_FURNITURE;
}

/** From the first to the last place where prose lines stand close together. */
function bodySpan(draft: Draft, open: readonly number[]): { readonly start: number; readonly end: number } | null {
  const prose = open.flatMap((i, position) => (draft.lines[i]?.shape === 'X' ? [{ i, position }] : []));
  const dense = prose.filter(({ position }, p) => {
    const before = prose[p - BODY_RUN + 1];
    const after = prose[p + BODY_RUN - 1];
    return (before && position - before.position <= 3) || (after && after.position - position <= 3);
  });
  const first = dense[0];
  const last = dense.at(-1);
  const words = sumWords(
    draft,
    dense.map(({ i }) => i),
  );
  return first && last && words >= MIN_BODY_WORDS ? { start: first.i, end: last.i } : null;
}

function shortRuns(draft: Draft, open: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const i of [...open, -1]) {
    const line = draft.lines[i];
    if (line && !line.ended && line.size < 2 * SHORT_WORDS) run.push(i);
    else {
      if (run.length >= MIN_RUN) runs.push(run);
      run = [];
    }
  }
  return runs;
}
