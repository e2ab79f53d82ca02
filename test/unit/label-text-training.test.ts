import { drawFrom, makeRoundUps, makeRows } from '../../scripts/teasers/made-rows.ts';
import { measureRow } from '../../scripts/teasers/measure-row.ts';
import { keyRenderings, markInserts, type ScrapeRow } from '../../scripts/teasers/rows.ts';
import { type Story, storyFrom } from '../../scripts/teasers/stories.ts';

const row: ScrapeRow = {
  id: 'a~gold~1',
  site: 's.example',
  style: 'insert-HXI',
  host: 'gold',
  lang: 'en',
  lines: [
    { t: 'Ferry to Holm runs again', keep: null },
    {
      t: 'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said.',
      keep: true,
    },
    { t: 'Geese win the cup', keep: false },
    {
      t: 'The geese of Brackwater won the cup of the northern ponds on Sunday after a night of rain and wind.',
      keep: false,
    },
    { t: '![]()', keep: false },
    {
      t: 'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the watch.',
      keep: true,
    },
  ],
};

describe('lines of other stories', () => {
  test('are all that is dropped where the host is nothing but the article', () => {
    const { lines } = markInserts(row, new Map());
    expect(lines.map(({ insert }) => insert ?? 0)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  test('are what the rendering without them has not', () => {
    const menu = { t: 'Subscribe to our letter', keep: false };
    const rendered = { ...row, host: 'pmain', lines: [menu, ...row.lines] };
    const rendering = {
      ...row,
      id: 'a',
      style: 'pmain',
      lines: [menu, ...row.lines.filter(({ keep }) => keep !== false)],
    };
    const { lines } = markInserts(rendered, keyRenderings([rendering]));
    expect(lines.map(({ insert }) => insert ?? 0)).toEqual([0, 0, 0, 1, 1, 0, 0]);
  });
});

describe('rows to learn from', () => {
  test('seek the windows of the insert and none with a line of the article', () => {
    const { document, targets } = measureRow(markInserts(row, new Map()));
    const found = document.windows.flatMap(({ shape, start }, w) => (targets[w] === 1 ? [`${shape}@${start}`] : []));
    expect(found).toEqual(['HXI@2', 'HX@2', 'H@2', 'X@3']);
  });

  test('weigh the words of the article of each document alike', () => {
    const { targets, weights } = measureRow(markInserts(row, new Map()));
    expect([...weights].every((weight, w) => (targets[w] === -1 ? weight === 0 : weight > 0))).toBe(true);
  });
});

function story(name: string): Story {
  const paragraphs = [1, 2, 3].map(
    (day) =>
      `On day ${day} the ${name} of the northern ponds met the harbour office to talk about the ferry and the tide.`,
  );
  return { id: name, lang: 'en', headline: `The ${name} want their pond back from the town`, paragraphs };
}

const STORIES = ['geese', 'otters', 'herons', 'swans', 'newts', 'toads', 'voles', 'moles'].map(story);

describe('made rows', () => {
  const host: ScrapeRow = {
    id: 'host',
    site: 's.example',
    style: 'plain',
    lang: 'en',
    lines: story('ferries')
      .paragraphs.concat(story('trams').paragraphs)
      .map((t) => ({ t, keep: true })),
  };

  test('are the same every time', () => {
    expect(makeRows([host], STORIES, 3)).toEqual(makeRows([host], STORIES, 3));
    expect(drawFrom('a')()).toBe(drawFrom('a')());
  });

  test('keep every line of the host and mark all others', () => {
    const made = makeRows([host], STORIES, 6);
    expect(made.length).toBeGreaterThan(0);
    for (const { lines } of made) {
      expect(lines.filter(({ keep }) => keep === true)).toEqual(host.lines);
      expect(lines.filter(({ keep }) => keep === false).every(({ insert }) => insert === 1)).toBe(true);
    }
  });

  test('hold round-ups in which every line is the article', () => {
    const stacked = makeRoundUps(STORIES, new Map());
    expect(stacked.length).toBeGreaterThan(0);
    expect(stacked.flatMap(({ lines }) => lines).every(({ keep }) => keep === true)).toBe(true);
  });

  test('take stories only from rows with a headline', () => {
    expect(storyFrom({ ...host, lines: [{ t: 'Ferries stop', keep: null }, ...host.lines] })?.headline).toBe(
      'Ferries stop',
    );
    expect(storyFrom(host)).toBeNull();
  });
});
