import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../../lib/core/parse/markdown.ts';
import { cleanArticle } from '../../lib/index.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';

/** Kind, text and address of every block that is no separator. */
function read(...lines: string[]): readonly (readonly [string, string, string | undefined])[] {
  return parseMarkdown(lines.join('\n\n')).blocks.flatMap(({ kind, text, links }) =>
    kind === 'separator' ? [] : [[kind, text, links[0]?.url] as const],
  );
}

describe('a link that reaches over several blocks of Markdown', () => {
  it('leaves no mark and links what stands between its marks', () => {
    expect(
      read('One pier.', '[', '### Ferry runs again', 'From Holm.', '](/ferry "Ferry (old) runs")', 'Two.'),
    ).toEqual([
      ['paragraph', 'One pier.', undefined],
      ['heading', 'Ferry runs again', '/ferry'],
      ['paragraph', 'From Holm.', '/ferry'],
      ['paragraph', 'Two.', undefined],
    ]);
  });

  it('may begin before a picture, behind a kicker or where the one before ends', () => {
    expect(
      read(
        '[![A pier](/a.png)',
        'Pier shut',
        '](/a)',
        '#### Holm[',
        'Pier open',
        '](/b)Aldersund[',
        'Pier sold',
        '](/c)',
      ),
    ).toEqual(
      [
        ['image', '', undefined],
        ['heading', 'Pier shut', '/a'],
        ['heading', 'Holm', undefined],
        ['heading', 'Pier open', '/b'],
        ['heading', 'Aldersund', undefined],
        ['heading', 'Pier sold', '/c'],
      ].map(([, text, url]) => [expect.any(String), text, url]),
    );
  });

  it('may stand in the item of a list', () => {
    expect(read('1.  [', '    ### Ferry runs again', '    ](/ferry)', '    Most read')).toEqual([
      ['heading', 'Ferry runs again', '/ferry'],
      ['paragraph', 'Most read', undefined],
    ]);
  });

  it('is none where the brackets are text', () => {
    const texts = ['The list \\[', 'of piers', '] (old)', 'See [the map', 'of Holm](/map) today'];
    expect(read(...texts).map(([, text]) => text)).toEqual([
      'The list [',
      'of piers',
      '] (old)',
      'See [the map',
      'of Holm](/map) today',
    ]);
  });

  it('is none when it does not end soon', () => {
    const many = Array.from({ length: 30 }, (_, i) => `Pier number ${i} was shut.`);
    expect(read('[', ...many, '](/far)').map(([, text]) => text)).toEqual(['[', ...many, '](/far)']);
  });

  it('takes time in proportion to its marks', () => {
    const time = (count: number): number => {
      const source = '[\n\nPier\n\n](/a)\n\n[['.repeat(count);
      const start = cpuMilliseconds();
      parseMarkdown(source);
      return cpuMilliseconds() - start;
    };
    time(2_000);
    expect(time(16_000)).toBeLessThan(40 * Math.max(time(2_000), 5));
  });
});

describe('lines that are indented below the item of a list', () => {
  it('are no code until a line stands at the margin', () => {
    expect(read('- Ferries', '    ### Holm', '    Runs at seven', 'Piers', '    a = 1;').map(([kind]) => kind)).toEqual(
      ['list-item', 'heading', 'paragraph', 'paragraph', 'code'],
    );
  });

  it('are code when they are indented as code of the item is', () => {
    expect(read('- Ferries', 'Runs', '        a = 1;').at(-1)?.[0]).toBe('code');
    expect(read('- Ferries', '    Runs', '        a = 1;').at(-1)?.[0]).toBe('code');
  });
});

describe('a heading whose mark stands within its link', () => {
  it('is a heading of that rank without the mark', () => {
    const { blocks } = parseMarkdown('[### Ferry runs again](https://pier.example/ferry)');
    expect(blocks).toMatchObject([{ kind: 'heading', level: 3, text: 'Ferry runs again', linkDensity: 1 }]);
  });

  it('is none where more stands beside the link, or no address behind it', () => {
    expect(read('[### Ferry](/f) runs again, says Holm')[0]?.[1]).toContain('runs again');
    expect(parseMarkdown('[### Ferry runs again] today').blocks[0]?.level).toBeNull();
  });
});

it('an article keeps its words and loses the marks of the cards between them', () => {
  const prose = (name: string) =>
    `The harbour board of ${name} said on Monday that the ferry would run again from the first day of the month, and that it would stop at both piers.`;
  const body = [prose('Holm'), '[', '### Pier sold for a crown', '](/pier)', prose('Aldersund'), prose('Norport')].join(
    '\n\n',
  );
  const { text } = cleanArticle(body, 'text/markdown');
  expect(text).not.toMatch(/[[\]]/);
  expect(text).toContain(prose('Aldersund'));
});
