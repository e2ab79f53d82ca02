import type { RemovalClass } from '../../lib/core/document.ts';
import { startDraft } from '../../lib/core/label/text/draft.ts';
import { readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import { nameLines } from '../../lib/core/label/text/line-model/name-lines.ts';
import { NO_WORDS } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { FERRY_STORY } from '../support/invented-stories.ts';

/** What some removed lines above a story and its headline are named. */
function namesOf(...head: readonly string[]): readonly (RemovalClass | null)[] {
  const headline = 'Crews of the Holm ferry end their strike';
  const document = parseText([...head, headline, ...FERRY_STORY].join('\n\n'));
  const draft = startDraft(document, document.blocks, new Map());
  const removed = Uint8Array.from(document.blocks, (_, at) => (at <= head.length ? 1 : 0));
  return nameLines(readLinePage(draft, NO_WORDS), draft, removed).slice(0, head.length);
}

describe('lines above a story', () => {
  test.each([['4 March 2026'], ['Autumn 2026'], ['On the quay of Aldersund, 4 March 2026, late at night']])(
    'are a day where they say little else, or more than a year: %s',
    (line) => {
      expect(namesOf(line)).toEqual(['dateline']);
    },
  );

  test('are none where a headline names a year', () => {
    expect(namesOf('Mill race runs dry for the first time since 1921')).not.toContain('dateline');
  });
});
