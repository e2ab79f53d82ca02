import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const sentence = (i: number): string =>
  `On day ${i} of the strike the boats of Norport stayed in the harbour, and the board met the crews for an hour.`;
const STORY = Array.from({ length: 10 }, (_, i) => sentence(i + 1));
const CREED =
  'A harbour is a place where those who leave can be sure that someone waits for them, whatever the weather is.';

/** How often a line stays. */
function countKept(lines: readonly string[], line: string): number {
  const blocks = labelText(parseText(lines.join('\n\n')));
  return blocks.filter(({ block, removal }) => block.text === line && removal === null).length;
}

describe('a long paragraph that stands twice', () => {
  it('stays where the author says it again, far from the first and between paragraphs that stay', () => {
    expect(countKept([STORY[0] ?? '', CREED, ...STORY.slice(1, 8), CREED, ...STORY.slice(8)], CREED)).toBe(2);
  });

  it('loses its copy near the first', () => {
    expect(countKept([STORY[0] ?? '', CREED, STORY[1] ?? '', CREED, ...STORY.slice(2)], CREED)).toBe(1);
  });

  it('loses its copy among others: a story that a page holds twice', () => {
    const twice = [
      ...STORY,
      'Once more, from the beginning of the strike to its end, for those who came late.',
      ...STORY,
    ];
    for (const line of STORY) expect(countKept(twice, line)).toBe(1);
  });

  it('loses its copy at the end, and beside what goes', () => {
    expect(countKept([CREED, ...STORY, CREED], CREED)).toBe(1);
    expect(countKept([CREED, ...STORY, 'Share this article', CREED, sentence(30), sentence(31)], CREED)).toBe(1);
  });

  it('loses its copy in the text of a whole page', () => {
    const menu = Array.from({ length: 40 }, (_, i) => `Menu ${i}`);
    expect(
      countKept([...menu, STORY[0] ?? '', CREED, ...STORY.slice(1, 8), CREED, ...STORY.slice(8), ...menu], CREED),
    ).toBe(1);
  });
});
