import { sharedWords, type Vocabulary } from './cohesion.ts';
import { markLines, sharedMarked } from './marked-lines.ts';
import { median } from './median.ts';
import { NAME_TERM } from './terms.ts';

/**
 * Names of what is measured of the subject of a line of text, in order: long words and names alone. A line of another story
 * brings names that stand nowhere else and leaves the lines around it to each other.
 */
export const SUBJECT_FEATURES = [
  'names',
  'namesSeenBefore',
  'namesSeenAfter',
  'namesShare',
  'namesBest',
  'subjectGap',
  'subjectBefore',
  'subjectAfter',
  'subjectBest',
  'nextInText',
  'nextInPast',
  'subjectAcross',
] as const;

/** What the lines of a document are about. */
export interface Subjects {
  /** Long words and names of the lines. */
  readonly content: Vocabulary;
  /** First and last line of prose with each term; the number of lines, and -1, for one that stands in none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Lines of prose with each term, from `places[at[term]]` to before `places[at[term + 1]]`. */
  readonly at: Int32Array;
  readonly places: Int32Array;
  readonly medianShared: number;
  /** Scratch: what each line has in common with the one that is measured. */
  readonly common: Float64Array;
  readonly namesInCommon: Int32Array;
}

/** Lines of prose on either side that a line is compared with; for what reaches across it, fewer. */
const REACH = 3;
const ACROSS = 2;
/** Terms in more lines of prose say little of which lines belong together, and would make the search quadratic. */
const MAX_PLACES = 8;

/** Gathers what the lines of a document are about, `content` being its vocabulary of long words and names. */
export function gatherSubjects(content: Vocabulary, prose: readonly number[]): Subjects {
  const { numbers, starts, weight, total } = content;
  const lines = total.length;
  const first = new Int32Array(weight.length).fill(lines);
  const last = new Int32Array(weight.length).fill(-1);
  const at = new Int32Array(weight.length + 1);
  const each = (visit: (term: number, line: number) => void): void => {
    for (const line of prose) {
      const end = starts[line + 1] as number;
      for (let i = starts[line] as number; i < end; i++) visit(numbers[i] as number, line);
    }
  };
  each((term, line) => {
    if (first[term] === lines) first[term] = line;
    last[term] = line;
    at[term + 1] = (at[term + 1] as number) + 1;
  });
  for (let term = 0; term < weight.length; term++) at[term + 1] = (at[term + 1] as number) + (at[term] as number);
  const next = at.slice();
  const places = new Int32Array(at[weight.length] as number);
  each((term, line) => {
    const place = next[term] as number;
    places[place] = line;
    next[term] = place + 1;
  });
  const shared = prose.map((line) => sharedWords(content, line, content.lineCount, 1));
  return {
    content,
    first,
    last,
    at,
    places,
    medianShared: median(shared),
    common: new Float64Array(lines),
    namesInCommon: new Int32Array(lines),
  };
}

/** Cosine with the line of prose that is most like `line`, and the most names that a line of prose shares with it. */
function bestCompany(subjects: Subjects, line: number): readonly [number, number] {
  const { content, at, places, common, namesInCommon } = subjects;
  const { numbers, starts, weight, kinds, norm } = content;
  const end = starts[line + 1] as number;
  const touched: number[] = [];
  for (let i = starts[line] as number; i < end; i++) {
    const term = numbers[i] as number;
    const from = at[term] as number;
    const to = at[term + 1] as number;
    if (to - from > MAX_PLACES) continue;
    const square = (weight[term] as number) ** 2;
    const name = ((kinds[term] as number) & NAME_TERM) === 0 ? 0 : 1;
    for (let place = from; place < to; place++) {
      const other = places[place] as number;
      if (other === line) continue;
      if (common[other] === 0) touched.push(other);
      common[other] = (common[other] as number) + square;
      namesInCommon[other] = (namesInCommon[other] as number) + name;
    }
  }
  let best = 0;
  let names = 0;
  for (const other of touched) {
    const norms = (norm[line] as number) * (norm[other] as number);
    if (norms > 0) best = Math.max(best, (common[other] as number) / Math.sqrt(norms));
    names = Math.max(names, namesInCommon[other] as number);
    common[other] = 0;
    namesInCommon[other] = 0;
  }
  return [best, names];
}

/** How many names a line has, and how many of them stand in prose before and behind it. */
function countNames({ content, first, last }: Subjects, line: number): readonly [number, number, number] {
  const { numbers, starts, kinds } = content;
  const end = starts[line + 1] as number;
  let names = 0;
  let before = 0;
  let after = 0;
  for (let i = starts[line] as number; i < end; i++) {
    const term = numbers[i] as number;
    if (((kinds[term] as number) & NAME_TERM) === 0) continue;
    names++;
    if ((first[term] as number) < line) before++;
    if ((last[term] as number) > line) after++;
  }
  return [names, before, after];
}

/** Where lines of prose stand next to each other; -1 at the ends. */
export interface ProseLinks {
  readonly previousProse: Int32Array;
  readonly nextProse: Int32Array;
}

/** Up to `most` lines of prose from `from` on along the links, all before line `end`. */
export function follow(links: Int32Array, from: number, most: number, end = links.length): readonly number[] {
  const found: number[] = [];
  for (let at = from; at >= 0 && at < end && found.length < most; at = links[at] ?? -1) found.push(at);
  return found;
}

/** Share of the words of the first `most` of some lines, taken as one, that were marked with `sign`; -1 for no lines. */
function sharedOfLines(content: Vocabulary, lines: readonly number[], most: number, sign: number): number {
  let shared = 0;
  let total = 0;
  for (let at = 0; at < most && at < lines.length; at++) {
    const line = lines[at] as number;
    const own = content.total[line] ?? 0;
    shared += own * sharedMarked(content, line, sign);
    total += own;
  }
  return total > 0 ? shared / total : -1;
}

/** Measures what line `line` of prose is about, in the order of `SUBJECT_FEATURES`; -1 for what is not there. */
export function subjectFeatures(subjects: Subjects, links: ProseLinks, line: number): readonly number[] {
  const { content } = subjects;
  const [names, before, after] = countNames(subjects, line);
  const [best, bestNames] = bestCompany(subjects, line);
  const past = follow(links.previousProse, links.previousProse[line] ?? -1, REACH);
  const coming = follow(links.nextProse, links.nextProse[line] ?? -1, REACH);
  const pastSign = markLines(content, past);
  const inPast = past.length > 0 ? sharedMarked(content, line, pastSign) : -1;
  const nextInPast = past.length > 0 ? sharedOfLines(content, coming, 1, pastSign) : -1;
  const across = past.length > 0 ? sharedOfLines(content, coming, ACROSS, pastSign) : -1;
  const comingSign = markLines(content, coming);
  const inComing = coming.length > 0 ? sharedMarked(content, line, comingSign) : -1;
  const nextInText = sharedOfLines(content, coming, 1, markLines(content, [line]));
  const terms = (content.starts[line + 1] as number) - (content.starts[line] as number);
  return [
    names,
    names > 0 ? before / names : -1,
    names > 0 ? after / names : -1,
    terms > 0 ? names / terms : 0,
    bestNames,
    sharedWords(content, line, content.lineCount, 1) - subjects.medianShared,
    inPast,
    inComing,
    best,
    nextInText,
    nextInPast,
    across < 0 ? -1 : across - Math.max(inPast, inComing),
  ];
}
