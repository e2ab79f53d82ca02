import { cleanArticle } from '../../lib/index.ts';

const STORY = [
  'The harbour board of Elmsworth closed the old lifting bridge on Tuesday after divers found cracks in both of its piers.',
  'Ferries will run until the repair is done, said the clerk of the board, and nobody is to pay for the crossing this summer.',
  'Divers go down again in June, when the water is clear, and the board will then decide whether the piers can be saved.',
];
const removedBy = (line: string): string | undefined => {
  const source = [STORY[0], line, STORY[1], STORY[2]].join('\n\n');
  return cleanArticle(source, 'text/markdown').removed.find(({ text }) => text !== '')?.rule;
};

describe('a line whose links lead', () => {
  it('to scripts is one of buttons', () => {
    expect(removedBy('字号：[大](javascript:void(0)) [中](javascript:void(0))')).toBe('link-control');
    expect(
      removedBy('[Larger](javascript:grow()) and [the map of both piers](https://elmsworth.example/map)'),
    ).not.toBe('link-control');
  });

  it('to a channel is an invitation, in whatever language', () => {
    expect(removedBy('[Zorba qeltu minaw](https://whatsapp.com/channel/0029a) telu!')).toBe('link-channel');
    expect(removedBy('Qeltu [Brasto](https://news.google.com/publications/abc)')).toBe('link-channel');
  });

  it('to what was said in one is a part of the story, and so is a long paragraph', () => {
    expect(
      removedBy('The mayor wrote so [in his channel](https://t.me/mayor/1911) on Monday evening.'),
    ).toBeUndefined();
    const long = `${STORY[1]} All of it is told [in the channel](https://whatsapp.com/channel/0029a) of the board, day by day.`;
    expect(removedBy(`${long} ${STORY[2]}`)).toBeUndefined();
  });
});
