import fc from 'fast-check';
import { type ArticleRecord, CleaningError, cleanArticle, restore, toDolma } from '../../lib/index.ts';
import { noise, scrape } from '../support/arbitrary-articles.ts';
import { bareRecord, fullRecord, markdownRecord } from '../support/export-records.ts';

type Span = readonly [number, number, number];

/** Slices as Python does, by code points. */
const sliceOf = (text: string, [start, end]: Span) => [...text].slice(start, end).join('');
const removalSpans = (record: ArticleRecord): readonly Span[] =>
  Object.entries(toDolma(record).attributes)
    .flatMap(([name, spans]) => (name.startsWith('winnow__removed__') ? (spans ?? []) : []))
    .toSorted((a, b) => a[0] - b[0]);
const squeeze = (text: string) => text.replace(/\s+/g, '');

/** What a mixer makes of the document that replaces every span by nothing. */
function mix(record: ArticleRecord): string {
  const points = [...toDolma(record).text];
  let at = 0;
  let kept = '';
  for (const [start, end] of removalSpans(record)) {
    kept += points.slice(at, start).join('');
    at = end;
  }
  return kept + points.slice(at).join('');
}

// Against the text of Dolma's docs/data-format.md; the toolkit publishes no schema.
describe('export as Dolma document', () => {
  it('has the keys of the format, and nothing that it does not know', () => {
    const document = toDolma(fullRecord(), 'gazette-2026');
    expect(Object.keys(document)).toEqual(['id', 'text', 'source', 'added', 'created', 'metadata', 'attributes']);
    expect(document).toMatchObject({
      id: fullRecord().id,
      source: 'gazette-2026',
      added: '2026-05-07T00:00:00Z',
      created: '2026-05-05T18:30:00+02:00',
      metadata: { url: 'https://gazette.example/strike', authors: ['Signe Aldvik'], language: 'en-GB' },
    });
    expect(Object.keys(toDolma(bareRecord()))).toEqual(['id', 'text', 'source', 'metadata', 'attributes']);
  });

  it('marks each removal with its class and confidence, counted in code points', () => {
    const { text, attributes } = toDolma(markdownRecord());
    expect(attributes.winnow__removed__image_placeholder?.map((span) => sliceOf(text, span))).toEqual([
      '![]()',
      '![]()',
    ]);
    expect(attributes.winnow__removed__share?.map((span) => sliceOf(text, span))).toEqual(['Share this article']);
    expect(attributes.winnow__quality__score).toEqual([[0, [...text].length, 1]]);
    expect(text).toBe(restore(markdownRecord()));
  });

  it('gives the text of a page in order, with the removals of each class', () => {
    const record = fullRecord();
    const { text, attributes } = toDolma(record);
    expect(text).toBe(restore(record));
    expect(attributes.winnow__removed__navigation?.map((span) => sliceOf(text, span))).toEqual(['Home Sport Weather']);
    expect(attributes.winnow__removed__footer?.map((span) => sliceOf(text, span))).toEqual([
      '© 2026 Ormsund Gazette. All rights reserved.',
    ]);
    expect(removalSpans(record)).toHaveLength(record.removed.length);
  });

  it('leaves exactly the article when all spans are taken out, whatever the source', () => {
    fc.assert(
      fc.property(
        fc.oneof(scrape, noise),
        fc.constantFrom('text/plain', 'text/markdown', 'text/html'),
        (source, mediaType) => {
          let record: ArticleRecord;
          try {
            record = cleanArticle(source, { mediaType });
          } catch (error) {
            expect(error).toBeInstanceOf(CleaningError);
            return;
          }
          const { text } = toDolma(record);
          const length = [...text].length;
          for (const [start, end, score] of removalSpans(record)) {
            expect(0 <= start && start <= end && end <= length && score >= 0 && score <= 1).toBe(true);
          }
          expect(squeeze(mix(record))).toBe(squeeze(restore(keptOnly(record))));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** The record as if nothing had been removed: its blocks as they stood in the source. */
function keptOnly({ blocks, layout }: ArticleRecord): Pick<ArticleRecord, 'blocks' | 'removed' | 'layout'> {
  if (layout === undefined) return { blocks, removed: [] };
  return { blocks, removed: [], layout: { length: 0, gap: '\n\n', gaps: [] } };
}
