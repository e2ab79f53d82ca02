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
  measure: (page, row, into, place) => {
    let next = place;
    const { headingAbove, headlineAbove, blocks, size, verdict, sums, vocabulary } = page;
    const heading = headingAbove[row] ?? -1;
    into[next++] = heading < 0 ? -1 : log(row - heading);
    into[next++] = heading < 0 ? 0 : (blocks[heading]?.level ?? 0);
    into[next++] = size[heading] ?? -1;
    into[next++] = verdict[heading] ?? -1;
    into[next++] = heading < 0 ? -1 : share(sumOver(sums.proseSize, heading, row), sumOver(sums.size, heading, row));
    into[next++] = heading < 0 ? -1 : sharedWith(vocabulary, heading, row);
    const line = headlineAbove[row] ?? -1;
    into[next++] = line < 0 ? -1 : log(row - line);
    into[next++] = size[line] ?? -1;
    into[next++] = line < 0 ? -1 : share(sumOver(sums.proseSize, line, row), sumOver(sums.size, line, row));
    into[next++] = line < 0 ? -1 : sharedWith(vocabulary, line, row);
  },
};

/** Words shared with the rest of the document. */
export const COHESION: LineFamily = {
  family: 'cohesion',
  names: ['all', 'prose', 'before', 'after', 'longest-start', 'next'],
  measure: (page, row, into, place) => {
    let next = place;
    const { vocabulary, inProse, prose, bodies } = page;
    into[next++] = sharedWords(vocabulary, row, vocabulary.lineCount, 1);
    into[next++] = sharedWords(vocabulary, row, inProse, prose[row] ?? 0);
    const before = page.proseBefore(row);
    const after = page.proseAfter(row);
    into[next++] = before < 0 ? -1 : sharedWith(vocabulary, row, before);
    into[next++] = after >= prose.length ? -1 : sharedWith(vocabulary, row, after);
    const start = bodies.first[bodies.longest];
    into[next++] = start === undefined || start === row ? -1 : sharedWith(vocabulary, row, start);
    into[next++] = row + 1 >= prose.length ? -1 : sharedWith(vocabulary, row, row + 1);
  },
};

/** The document as a whole. */
export const DOCUMENT: LineFamily = {
  family: 'document',
  isOfDocument: true,
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
  measure: ({ sums, bodies, medianProse, isMarkdown, rows }, _row, into, place) => {
    let next = place;
    const count = rows.length;
    const of = (column: Float64Array): number => column[count] ?? 0;
    const words = of(sums.size);
    into[next++] = log(count);
    into[next++] = log(words);
    into[next++] = share(of(sums.proseSize), words);
    into[next++] = share(of(sums.short), count);
    into[next++] = share(of(sums.linked), words);
    into[next++] = share(of(sums.ended), count);
    into[next++] = share(of(sums.endedSize), words);
    into[next++] = share(of(sums.removed), count);
    into[next++] = share(of(sums.furniture), count);
    into[next++] = share(of(sums.images), count);
    into[next++] = share(of(sums.headings), count);
    into[next++] = share(bodies.size[bodies.longest] ?? 0, of(sums.proseSize));
    into[next++] = bodies.size.length;
    into[next++] = medianProse;
    into[next++] = share(of(sums.gaps), count);
    into[next++] = isMarkdown ? 1 : 0;
  },
};
