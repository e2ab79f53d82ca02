/** Sets of the benchmark folder whose figures have floors, the slowest first: they are shared out to the cores in this order. */
export const SETS = [
  'html/wcxb',
  'html/trafilatura',
  'meta/wcxb',
  'meta/fundus',
  'meta/trafilatura',
  'text/inserts',
  'text/fundus',
  'text/wcxb',
  'html/fundus',
  'html/postlight',
  'html/readability',
  'meta/postlight',
  'meta/htmldate',
  'html/defuddle',
  'text/bbc',
  'text/seeds',
] as const;
export type SetName = (typeof SETS)[number];

export const HTML_SETS = SETS.filter((set) => set.startsWith('html/'));

export type HtmlMeasure = 'shingle' | 'words' | 'segments' | 'prefix';

/**
 * The measure that the makers of a set score it with, as the set's own README says: 4-word shingles, word bags, segments
 * looked for, or the first words of the body.
 */
export function mainMeasure(set: string): HtmlMeasure {
  switch (set) {
    case 'html/wcxb':
      return 'words';
    case 'html/trafilatura':
      return 'segments';
    case 'html/postlight':
      return 'prefix';
    default:
      return 'shingle';
  }
}
