import { labelByForm } from '../../lib/core/label/text/label-text.ts';
import { joinNeighbours } from '../../lib/core/label/text/line-model/join-neighbours.ts';
import { readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const LIMIT = 0.3;
const sentence = (i: number): string =>
  `The boats of harbour ${i} came home before the fog on the evening of the strike.`;
const comment = (i: number): string => `I was there on pier ${i} and nobody came, so thanks for nothing, dear board.`;
const LONG = Array.from({ length: 12 }, (_, i) => comment(i + 50)).join(' ');

/** What is removed of lines that the model gives these probabilities and of which those below the limit go, but the protected ones. */
function join(
  lines: readonly (readonly [text: string, probability: number])[],
  isProtected: (text: string) => boolean,
) {
  const draft = labelByForm(parseText(lines.map(([text]) => text).join('\n\n')));
  const page = readLinePage(draft);
  expect(page.rows).toHaveLength(lines.length);
  const probability = Float64Array.from(lines, ([, own]) => own);
  const removed = Uint8Array.from(lines, ([text, own]) => (own < LIMIT && !isProtected(text) ? 1 : 0));
  joinNeighbours({ page, probability }, draft, removed, LIMIT);
  return lines.filter((_, row) => removed[row] === 1).map(([text]) => text);
}

const story = Array.from({ length: 6 }, (_, i) => [sentence(i), 0.95] as const);
const comments = Array.from({ length: 8 }, (_, i) => [comment(i), 0.1] as const);
const isLong = (text: string): boolean => text === LONG;

describe('lines that their neighbours give away', () => {
  it('are long comments among comments', () => {
    const thread = [...comments.slice(0, 5), [LONG, 0.1] as const, ...comments.slice(5)];
    expect(join([...story, ...thread], isLong)).toContain(LONG);
  });

  it('are no long lines that the model would keep, or that stand in the story', () => {
    expect(join([...story, ...comments.slice(0, 5), [LONG, 0.5], ...comments.slice(5)], isLong)).not.toContain(LONG);
    expect(join([...story.slice(0, 3), [LONG, 0.1], ...story.slice(3), ...comments], isLong)).not.toContain(LONG);
  });

  it('are the rest of a menu, but for lines that the model is fairly sure of', () => {
    const labels = ['Boats', 'Piers', 'Tides', 'Fog', 'Crews', 'Letters', 'Prices', 'Skerries', 'Nets', 'Ropes'];
    const menu = (doubtful: number) => labels.map((label, i) => [label, i === 5 ? doubtful : 0.05] as const);
    expect(join([...menu(0.45), ...story], () => false)).toEqual(labels);
    expect(join([...menu(0.7), ...story], () => false)).not.toContain('Letters');
    expect(join([...menu(0.45).slice(3, 7), ...story], () => false)).not.toContain('Letters');
  });

  it('are few among many that go, but for lines that the model is fairly sure of and what stands nearer to the story', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => [comment(from + i), 0.1] as const);
    const island = (probability: number) => [sentence(40), probability] as const;
    const join8 = (before: number, probability: number) =>
      join([...story, ...many(100, before), island(probability), ...many(200, 8)], () => false);
    expect(join8(8, 0.59)).toContain(sentence(40));
    expect(join8(8, 0.6)).not.toContain(sentence(40));
    expect(join8(7, 0.59)).not.toContain(sentence(40));
    const nearTheEnd = [...story, ...many(100, 8), island(0.5), ...many(200, 7)];
    expect(join(nearTheEnd, () => false)).not.toContain(sentence(40));
    const long = [Array.from({ length: 4 }, (_, i) => sentence(40 + i)).join(' '), 0.5] as const;
    expect(join([...story, ...many(100, 8), long, ...many(200, 8)], () => false)).not.toContain(long[0]);
    const four = Array.from({ length: 4 }, (_, i) => [sentence(40 + i), 0.5] as const);
    expect(join([...story, ...many(100, 8), ...four, ...many(200, 8)], () => false)).not.toContain(sentence(40));
  });
});
