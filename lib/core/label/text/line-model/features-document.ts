import { log, share } from '../../model/feature.ts';
import { sharedWith, sharedWords } from '../cohesion.ts';
import type { LineFamily } from './feature.ts';
import { sumOver } from './sums.ts';

/** The heading above, by its marks and by its shape. */
export const HEADING: LineFamily = {
  family: 'heading',
  names: [
    'rows',
    'level',
    'size',
    'verdict',
    'prose',
    'cohesion',
    'line-rows',
    'line-size',
    'line-prose',
    'line-cohesion',
  ],
  measure: (page, row, put) => {
    const { headingAbove, headlineAbove, blocks, size, verdict, sums, vocabulary } = page;
    const heading = headingAbove[row] ?? -1;
    put(heading < 0 ? -1 : log(row - heading));
    put(blocks[heading]?.level ?? 0);
    put(size[heading] ?? -1);
    put(verdict[heading] ?? -1);
    put(heading < 0 ? -1 : share(sumOver(sums.proseSize, heading, row), sumOver(sums.size, heading, row)));
    put(heading < 0 ? -1 : sharedWith(vocabulary, heading, row));
    const line = headlineAbove[row] ?? -1;
    put(line < 0 ? -1 : log(row - line));
    put(size[line] ?? -1);
    put(line < 0 ? -1 : share(sumOver(sums.proseSize, line, row), sumOver(sums.size, line, row)));
    put(line < 0 ? -1 : sharedWith(vocabulary, line, row));
  },
};

/** Words shared with the rest of the document. */
export const COHESION: LineFamily = {
  family: 'cohesion',
  names: ['all', 'prose', 'before', 'after', 'longest-start', 'next'],
  measure: (page, row, put) => {
    const { vocabulary, inProse, prose, bodies } = page;
    put(sharedWords(vocabulary, row, vocabulary.lineCount, 1));
    put(sharedWords(vocabulary, row, inProse, prose[row] ?? 0));
    const before = page.proseBefore(row);
    const after = page.proseAfter(row);
    put(before < 0 ? -1 : sharedWith(vocabulary, row, before));
    put(after >= prose.length ? -1 : sharedWith(vocabulary, row, after));
    const start = bodies.first[bodies.longest];
    put(start === undefined || start === row ? -1 : sharedWith(vocabulary, row, start));
    put(row + 1 >= prose.length ? -1 : sharedWith(vocabulary, row, row + 1));
  },
};

/** The document as a whole. */
export const DOCUMENT: LineFamily = {
  family: 'document',
  names: [
    'rows',
    'words',
    'prose',
    'short',
    'linked',
    'ended',
    'ended-words',
    'removed',
    'furniture',
    'images',
    'headings',
    'longest-share',
    'runs',
    'median-prose',
    'gap',
    'markdown',
  ],
  measure: ({ sums, bodies, medianProse, isMarkdown, rows }, _row, put) => {
    const count = rows.length;
    const of = (column: Float64Array): number => column[count] ?? 0;
    const words = of(sums.size);
    put(log(count));
    put(log(words));
    put(share(of(sums.proseSize), words));
    put(share(of(sums.short), count));
    put(share(of(sums.linked), words));
    put(share(of(sums.ended), count));
    put(share(of(sums.endedSize), words));
    put(share(of(sums.removed), count));
    put(share(of(sums.furniture), count));
    put(share(of(sums.images), count));
    put(share(of(sums.headings), count));
    put(share(bodies.size[bodies.longest] ?? 0, of(sums.proseSize)));
    put(bodies.size.length);
    put(medianProse);
    put(share(of(sums.gaps), count));
    put(isMarkdown ? 1 : 0);
  },
};
