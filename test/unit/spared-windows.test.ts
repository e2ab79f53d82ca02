import { lineOf } from '../../lib/core/label/text/lines.ts';
import { isSpared } from '../../lib/core/label/text/spared-windows.ts';
import { measureDocument } from '../../lib/core/label/text/teaser-document.ts';
import { cardLines } from '../../lib/core/label/text/teaser-lines.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const PROSE = 'The ferry between Aldersund and Holm will run again from Monday, the harbour office said.';

/** Whether headline and text fall at a probability of .99, between two lines of prose under a headline. */
function isPairSpared(headline: string, text: string): boolean {
  const lines = ['Ferry to Holm runs again', PROSE, headline, text, `So ${PROSE}`];
  const { blocks, source } = parseText(lines.join('\n'));
  const document = measureDocument(
    cardLines({
      blocks,
      lines: blocks.map((block, i) => lineOf(block, i, blocks[i - 1], source)),
      removals: blocks.map(() => null),
    }),
  );
  const window = document.windows.find(({ shape, start }) => shape === 'HX' && start === 2);
  if (window === undefined) throw new Error('expected a window of headline and text');
  return isSpared(document, window, 0.99, false);
}

const HEADLINE = 'Geese win the cup of the north';
const TEXT = 'Keepers from eleven farms saw the flock of Marta Lindqvist outrun the swans of the upper town';

test.each([
  ['a text that ends', HEADLINE, `${TEXT}.`, false],
  ['a text that announces what follows', HEADLINE, `${TEXT}:`, true],
  ['a headline behind a time of day', `10.30 Uhr: ${HEADLINE}`, `${TEXT}.`, true],
])('%s', (_, headline, text, expected) => {
  expect(isPairSpared(headline, text)).toBe(expected);
});
