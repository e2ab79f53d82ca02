import type { Block, Removal } from '../../document.ts';
import { type Draft, lastProse, NOTHING, openBlocks, type Proposal } from './draft.ts';
import { personsOf, startsWithName } from './person-name.ts';

const REPEATED: Removal = { class: 'byline', rule: 'byline-repeated', confidence: 0.95 };
const CONFIRMED: Removal = { class: 'byline', rule: 'byline-with-bio', confidence: 0.95 };
const BIO: Removal = { class: 'bio', rule: 'bio-of-author', confidence: 0.95 };
const NAMED_BIO: Removal = { class: 'bio', rule: 'bio-of-author', confidence: 0.9 };
const LAST_BIO: Removal = { class: 'bio', rule: 'bio-after-body', confidence: 0.85 };
/** Blocks from the start and from the end of the document among which bios are looked for. */
const EDGE_BLOCKS = 16;
/** Words of a bio, at most; of one that is told by the name alone. */
const MAX_BIO_WORDS = 120;
const NAMED_BIO_WORDS = { least: 5, most: 60 } as const;

/**
 * Labels bylines and bios outside the prose. A line that is only a name looks like a crosshead in title case, so it needs
 * a witness: the same line again right beside it, or a bio that begins with the name. A sentence like "X is a reporter"
 * may be about a person of the story, so it needs a byline of that name or the place behind the last paragraph.
 */
export function labelPeople(draft: Draft): Proposal {
  const names = nameLines(draft);
  const bios = bioLines(draft);
  const labelled = bylineNames(draft);
  const found = new Map<number, Removal>();
  const body = bodySpan(draft, bios);
  for (const [i, name] of names) {
    if (i > body.start && i < body.end) continue;
    if (bios.some(({ at, text }) => at > i - 60 && startsWithName(text, name))) found.set(i, CONFIRMED);
    else if (isTwin(draft, names, i, name)) found.set(i, REPEATED);
  }
  const known = new Set([...labelled, ...[...found.keys()].flatMap((i) => names.get(i) ?? [])]);
  for (const { at, text } of bios) {
    const named = [...known].some((name) => startsWithName(text, name));
    if (named && (at < body.start || at > body.end)) found.set(at, BIO);
    else if (at > body.end && body.end >= 0) found.set(at, LAST_BIO);
  }
  for (const at of namedAtEnd(draft, labelled)) if (!found.has(at)) found.set(at, NAMED_BIO);
  return found.size > 0 ? found : NOTHING;
}

/** Lines near the end that begin with the name of the byline: no story tells of its own author by the full name there, whatever the language. */
function namedAtEnd(draft: Draft, names: readonly string[]): readonly number[] {
  if (names.length === 0) return [];
  const open = openBlocks(draft);
  return open.slice(Math.max(-EDGE_BLOCKS, -Math.floor(open.length / 2))).filter((at) => {
    const { words, text } = draft.blocks[at] as Block;
    const isShort = words >= NAMED_BIO_WORDS.least && words <= NAMED_BIO_WORDS.most;
    return isShort && names.some((name) => startsWithName(text, name));
  });
}

function nameLines(draft: Draft): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  draft.blocks.forEach((block, i) => {
    const removal = draft.removals[i];
    if ((removal === null || removal?.class === 'byline') && block.words <= 6 && draft.facts[i]?.isName === true)
      names.set(i, block.text);
  });
  return names;
}

/** Names in the bylines that a rule has labelled already. */
function bylineNames(draft: Draft): readonly string[] {
  return draft.blocks.filter((_, i) => draft.removals[i]?.class === 'byline').flatMap(({ text }) => personsOf(text));
}

interface BioLine {
  readonly at: number;
  readonly text: string;
}

function bioLines(draft: Draft): readonly BioLine[] {
  const open = openBlocks(draft);
  const edge = new Set([...open.slice(0, EDGE_BLOCKS), ...open.slice(-EDGE_BLOCKS)]);
  return [...edge].flatMap((at) => {
    const { words, text } = draft.blocks[at] as Block;
    const isBio = words >= 5 && words <= MAX_BIO_WORDS && draft.facts[at]?.tellsOccupation === true;
    return isBio ? [{ at, text }] : [];
  });
}

/** First and last prose that is no bio; -1 without prose. */
function bodySpan(draft: Draft, bios: readonly BioLine[]): { readonly start: number; readonly end: number } {
  const spared = new Set(bios.map(({ at }) => at));
  const last = lastProse(draft);
  const isBody = (i: number): boolean => draft.removals[i] === null && draft.lines[i]?.shape === 'X' && !spared.has(i);
  let end = last;
  while (end >= 0 && !isBody(end)) end--;
  const start = draft.blocks.findIndex((_, i) => isBody(i));
  return { start, end };
}

/** The same name right before or behind, pictures and rules between them aside. */
function isTwin(draft: Draft, names: ReadonlyMap<number, string>, i: number, name: string): boolean {
  for (const step of [-1, 1]) {
    let j = i + step;
    while (j >= 0 && (draft.lines[j]?.shape === 'I' || draft.blocks[j]?.kind === 'separator')) j += step;
    if (names.get(j) === name) return true;
  }
  return false;
}
