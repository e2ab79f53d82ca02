import fc from 'fast-check';
import { CleaningError } from '../../lib/core/errors.ts';
import { keepVisible } from '../../lib/core/read/visible-characters.ts';
import type { ArticleRecord } from '../../lib/core/record.ts';
import { unescapeSource } from '../../lib/core/render/escape.ts';
import { restore, sourceOf } from '../../lib/core/render/restore.ts';
import { cleanArticle } from '../../lib/index.ts';
import { headline, noise, paragraph, scrape } from '../support/arbitrary-articles.ts';
import { expectValidRecord } from '../support/validate-record.ts';

const RUNS = { numRuns: 300, seed: 20_260_101 };
const MEDIA_TYPES = ['text/plain', 'text/markdown', 'text/html', undefined] as const;

/** The record, or `null` where the input is refused with a reason; anything else thrown fails the test. */
function clean(body: string | Uint8Array, mediaType: string | undefined): ArticleRecord | null {
  try {
    return cleanArticle(body, mediaType === undefined ? {} : { mediaType });
  } catch (error) {
    if (error instanceof CleaningError) return null;
    throw error;
  }
}

/** The source as the decoder hands it on. */
function decoded(text: string): string {
  return keepVisible(text.toWellFormed()).text;
}

describe.each(['text/plain', 'text/markdown'])('cleaning %s', (mediaType) => {
  it('gives the source back to the letter', () => {
    fc.assert(
      fc.property(fc.oneof(scrape, noise), (source) => {
        const record = clean(source, mediaType);
        // Detection may see a page in what was declared as text; pages hold no layout.
        fc.pre(record?.layout !== undefined);
        expect(restore(record)).toBe(decoded(source));
      }),
      RUNS,
    );
  });

  it('tiles the source with kept text, removed text and white space', () => {
    fc.assert(
      fc.property(scrape, (scraped) => {
        const source = decoded(scraped);
        const record = clean(scraped, mediaType);
        fc.pre(record !== null);
        let rest = source;
        for (const { start = 0, end = 0, text } of record.removed) {
          expect(source.slice(start, end)).toBe(unescapeSource(text));
          rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
        }
        for (const block of record.blocks) {
          const raw = sourceOf(block);
          const at = rest.indexOf(raw);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(rest.slice(0, at).trim()).toBe('');
          rest = rest.slice(at + raw.length);
        }
        expect(rest.trim()).toBe('');
      }),
      RUNS,
    );
  });
});

describe('cleaning', () => {
  it('throws nothing but a CleaningError, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(noise, fc.uint8Array({ maxLength: 400 })),
        fc.constantFrom(...MEDIA_TYPES),
        (body, mediaType) => {
          const record = clean(body, mediaType);
          if (record !== null) expectValidRecord(record);
        },
      ),
      RUNS,
    );
  });

  it('changes nothing in a text that is already clean', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 8 }), headline, (paragraphs, crosshead) => {
        const [lede = '', ...rest] = paragraphs;
        const text = [lede, crosshead, ...rest].join('\n\n').normalize('NFC');
        expect(cleanArticle(text, 'text/plain')).toMatchObject({ text, removed: [] });
      }),
      RUNS,
    );
  });

  it('leaves its own output as it is', () => {
    fc.assert(
      fc.property(scrape, (source) => {
        const once = clean(source, 'text/plain');
        fc.pre(once !== null);
        expect(clean(once.text, 'text/plain')?.text).toBe(once.text);
      }),
      RUNS,
    );
  });

  it('keeps the order of the source', () => {
    fc.assert(
      fc.property(scrape, (source) => {
        const record = clean(source, 'text/plain');
        let at = 0;
        for (const block of record?.blocks ?? []) {
          const raw = sourceOf(block);
          const found = source.indexOf(raw, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + raw.length;
        }
      }),
      RUNS,
    );
  });

  it('gives equal bytes for equal input', () => {
    fc.assert(
      fc.property(scrape, (source) => {
        expect(JSON.stringify(clean(source, 'text/markdown'))).toBe(JSON.stringify(clean(source, 'text/markdown')));
      }),
      { ...RUNS, numRuns: 50 },
    );
  });
});
