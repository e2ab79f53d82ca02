import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const STORY = Array.from(
  { length: 8 },
  (_, i) =>
    `On day ${i + 1} of the strike the boats of Norport stayed in the harbour, and the board met the crews for an hour without a result.`,
);
const voice = (i: number): string =>
  `I was on pier ${i} that night and saw nobody of the board, so who are they to talk?`;

function rulesOf(...lines: readonly string[]): ReadonlyMap<string, string | null> {
  return new Map(
    labelText(parseText(lines.join('\n\n'))).map(({ block, removal }) => [block.text, removal?.rule ?? null]),
  );
}

describe('a thread of comments', () => {
  it.each([
    ['Reply', 'Reply', 'Reply (2)'],
    ['Mara says:', 'Tom O. says:', 'Ines says:'],
    ['Antworten', 'Zitieren', 'Antworten'],
    ['Répondre', 'Répondre', 'Répondre'],
  ])('falls from its first mark to its last: %s, %s, %s', (first, second, third) => {
    const rules = rulesOf(...STORY, first, voice(1), second, voice(2), third);
    expect([voice(1), voice(2)].map((line) => rules.get(line))).toEqual(['comments-thread', 'comments-thread']);
    expect(STORY.map((line) => rules.get(line))).toEqual(STORY.map(() => null));
  });

  it('is none with two marks, with marks far apart, or where a person of the story speaks', () => {
    expect(rulesOf(...STORY, 'Reply', voice(1), 'Reply').get(voice(1))).not.toBe('comments-thread');
    const apart = [
      'Reply',
      ...STORY,
      ...STORY.map((line) => `Again: ${line}`),
      ...STORY.map((line) => `Also: ${line}`),
    ];
    expect([...rulesOf('Reply', ...apart, 'Reply').values()]).not.toContain('comments-thread');
    expect([
      ...rulesOf(...STORY, 'She says: the boats will stay.', voice(1), 'Reply to the board by post.').values(),
    ]).not.toContain('comments-thread');
  });

  it('stays where it is most of the text: a page of a forum', () => {
    const posts = Array.from({ length: 12 }, (_, i) => ['Reply', voice(i)]).flat();
    expect([...rulesOf(STORY[0] ?? '', ...posts, 'Reply').values()]).not.toContain('comments-thread');
  });
});
