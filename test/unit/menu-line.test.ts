import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said on Friday.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on board.',
  'Shops on Holm had begun to ration flour and lamp oil last week, when the last supply boat turned back in the fog.',
];
const LABELS = [
  'Ferries',
  'Harbours',
  'Weather',
  'Tides',
  'Fish Prices',
  'Letters',
  'Our Boats',
  'Islands',
  'Skerries',
  'Crews',
];

function ruleOf(line: string): string | null {
  const blocks = labelText(parseText([...STORY.slice(0, 2), line, ...STORY.slice(2)].join('\n\n')));
  return blocks.find(({ block }) => block.text.startsWith(line.slice(0, 40)))?.removal?.rule ?? null;
}

describe('a menu that a scrape left in one line', () => {
  it.each([
    ['parted by blanks', Array.from({ length: 16 }, () => LABELS.join(' ')).join(' ')],
    ['glued', Array.from({ length: 30 }, () => LABELS.join('')).join(' ')],
    ['of forty words', Array.from({ length: 4 }, () => LABELS.join(' ')).join(' ')],
  ])('falls, %s', (_, line) => {
    expect(ruleOf(line)).toBe('navigation-line');
  });

  it.each([
    ['a squad', Array.from({ length: 12 }, (_, i) => `Mara Quill${'e'.repeat(i)}, Tom Okafor (Norport)`).join(', ')],
    [
      'a paragraph without a full stop',
      `${STORY.join(' ').replaceAll('.', '')} ${STORY.join(' ').replaceAll('.', ' and')}`,
    ],
    ['a short list', LABELS.join(' ')],
    ['titles with full stops', LABELS.map((label) => `Of The ${label} In The North.`).join(' ')],
  ])('%s is none', (_, line) => {
    expect(ruleOf(line)).not.toBe('navigation-line');
  });
});
