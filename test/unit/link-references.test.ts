import { describe, expect, it } from '@jest/globals';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const RULE = 'link-references';

const STORY = [
  'The [1]harbour board let the old ferry go on Monday, after nine years in which nobody had wanted to pay for the paint.',
  'The [2]new boat is smaller, and the crew of the old one sail it until the spring, when the yard sends two engineers.',
];
const TARGETS = [
  '   1. https://harbour.example/board',
  '   2. https://harbour.example/boat',
  '   3. mailto:board@harbour.example',
];

function texts(lines: readonly string[], rule: string | null): readonly string[] {
  return labelText(parseText(lines.join('\n\n')))
    .filter(({ removal }) => (removal?.rule ?? null) === rule)
    .map(({ block }) => block.text);
}

describe('list of the targets of links', () => {
  it('falls with the labels of its parts', () => {
    const lines = [
      ...STORY,
      'References',
      '',
      '   Visible links:',
      ...TARGETS,
      '   Hidden links:',
      '   4. https://harbour.example/',
    ];
    expect(texts(lines, RULE)).toEqual([
      'References',
      'Visible links:',
      'https://harbour.example/board',
      'https://harbour.example/boat',
      'mailto:board@harbour.example',
      'Hidden links:',
      'https://harbour.example/',
    ]);
    expect(texts(lines, null)).toHaveLength(2);
  });

  it('stays where no number of a link stands in the text', () => {
    const unmarked = STORY.map((line) => line.replace(/\[\d\]/, ''));
    expect(texts([...unmarked, 'Where to read on', ...TARGETS], RULE)).toEqual([]);
  });

  it('is no list of sources with words of their own', () => {
    const sources = [
      '   1. Ferries of the north, 1974',
      '   2. Paint and salt, 1981',
      '   3. https://harbour.example/board',
    ];
    expect(texts([...STORY, 'Sources', ...sources], RULE)).toEqual([]);
  });

  it('takes no more than two labels one above the other', () => {
    const lines = [...STORY, 'Painted twice', 'Sold once', 'References', 'Visible links:', ...TARGETS];
    const left = texts(lines, RULE);
    expect(left).not.toContain('Sold once');
    expect(left).toContain('References');
  });
});
