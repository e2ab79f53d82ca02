import type { LabelledBlock } from '../../lib/core/document.ts';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const PARAGRAPHS = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said after a meeting with the crews.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on the older boats.',
  'Both sides agreed that the night watch stays until the new boats arrive, which the harbour office expects in the second half of the year.',
];

function label(lines: readonly string[]): readonly LabelledBlock[] {
  return labelText(parseText(lines.join('\n')));
}

function kept(lines: readonly string[]): readonly string[] {
  return label(lines).flatMap(({ block, removal }) => (removal === null ? [block.text] : []));
}

function removed(lines: readonly string[]): readonly string[] {
  return label(lines).flatMap(({ block, removal }) => (removal ? [`${removal.rule}: ${block.text}`] : []));
}

describe('the headline', () => {
  test('is no line of twenty words: a summary or a lede stays', () => {
    const summary =
      'Eleven days without a boat, a night without a watch and a letter that nobody had read before Monday: how Aldersund got its ferry back';
    expect(removed([summary, ...PARAGRAPHS])).toEqual([]);
  });

  test('leaves the text when prose stands right behind it', () => {
    expect(removed(['Ferry to Holm runs again', ...PARAGRAPHS])).toEqual(['headline: Ferry to Holm runs again']);
  });

  test('stays when another heading-like line follows, so that clean text stays as it is', () => {
    expect(removed(['Ferry to Holm runs again', 'A night watch', ...PARAGRAPHS])).toEqual([]);
  });

  test('stays when it is all there is', () => {
    expect(kept(['Ferry to Holm runs again'])).toEqual(['Ferry to Holm runs again']);
  });
});

describe('a section label glued to the headline', () => {
  test('is cut off as a block of its own', () => {
    expect(removed(["World Aldersund's ferry runs again after eleven days", ...PARAGRAPHS])).toEqual([
      'section-label: World',
      "headline: Aldersund's ferry runs again after eleven days",
    ]);
  });

  test('is none when it makes a name with the next word', () => {
    const lines = ['World Bank pays for two new ferries in Aldersund', ...PARAGRAPHS];
    expect(removed(lines)).toEqual([`headline: ${lines[0]}`]);
  });

  test('is none when it is the name of a paper or of a post there', () => {
    for (const name of ['Technology Magazine', 'Sports Editor']) {
      const lines = [`${name} looks at the ferries between Aldersund and Holm`, ...PARAGRAPHS];
      expect(removed(lines)).toEqual([`headline: ${lines[0]}`]);
    }
  });

  test('is none when the word stands with a capital in the text', () => {
    const lines = [
      'Sport Aldersund signs a new keeper for two years',
      'The club Sport Aldersund said so on its page.',
      ...PARAGRAPHS,
    ];
    expect(removed(lines)).toEqual([`headline: ${lines[0]}`]);
  });

  test('keeps the range of both halves inside the source', () => {
    const source = ["World Aldersund's ferry runs again after eleven days", ...PARAGRAPHS].join('\n');
    const [first, second] = labelText(parseText(source));
    expect(source.slice(first?.block.range?.start, first?.block.range?.end)).toBe('World');
    expect(source.slice(second?.block.range?.start, second?.block.range?.end)).toMatch(/^Aldersund's ferry/);
    expect(second?.block.continues).toBe(true);
  });
});

describe('a dateline', () => {
  test.each(['date 2031-03-14 ', '2031-03-14 ', ''])('stays whole before its paragraph: %j', (stamp) => {
    const lines = [`${stamp}Aldersund: ${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1)];
    expect(removed(lines)).toEqual([]);
    expect(kept(lines)[0]).toBe(lines[0]);
  });
});

describe('the word Advertisement', () => {
  test('is cut off the paragraph it is glued to', () => {
    const lines = [`${PARAGRAPHS[0]}Advertisement`, `Advertisement${PARAGRAPHS[1]}`, `${PARAGRAPHS[2]}`];
    expect(removed(lines)).toEqual(['glued-advertisement: Advertisement', 'glued-advertisement: Advertisement']);
    expect(kept(lines)).toEqual(PARAGRAPHS);
  });

  test('stays as the first word of a sentence', () => {
    expect(
      removed([
        'Advertisement on the ferries pays for the night watch, the harbour office of Aldersund said.',
        ...PARAGRAPHS,
      ]),
    ).toEqual([]);
  });
});

describe('names', () => {
  const bio = 'Maren Oddland is a reporter based in Aldersund. She covers the harbours of the west coast.';

  test('are a byline when a bio begins with the same name', () => {
    expect(removed([...PARAGRAPHS, 'Maren Oddland', bio])).toEqual([
      'byline-with-bio: Maren Oddland',
      `bio-of-author: ${bio}`,
    ]);
  });

  test('are a byline when they stand twice in a row behind the body', () => {
    expect(removed([...PARAGRAPHS, 'Maren Oddland', 'Maren Oddland'])).toEqual([
      'byline-repeated: Maren Oddland',
      'byline-repeated: Maren Oddland',
    ]);
  });

  test('stay between paragraphs: they may be a crosshead', () => {
    expect(removed([PARAGRAPHS[0] ?? '', 'Night Watch', ...PARAGRAPHS.slice(1)])).toEqual([]);
  });

  test('of the byline begin a bio near the end, whatever it says and in whatever language', () => {
    const named = 'Maren Oddland bor på Holm med två hundar och en båt.';
    const byline = 'Av Maren Oddland';
    expect(removed([byline, ...PARAGRAPHS, named])).toEqual([`byline-by-name: ${byline}`, `bio-of-author: ${named}`]);
    expect(removed([...PARAGRAPHS, named])).toEqual([]);
    expect(removed([byline, named, ...PARAGRAPHS, ...PARAGRAPHS.map((text) => `So ${text}`)])).toEqual([
      `byline-by-name: ${byline}`,
    ]);
  });

  test('of reporters in the story do not make its sentences a bio', () => {
    expect(removed([PARAGRAPHS[0] ?? '', bio, ...PARAGRAPHS.slice(1)])).toEqual([]);
  });
});

describe('a line of underscores', () => {
  test('ends the body', () => {
    expect(
      removed([...PARAGRAPHS, '___', 'Holm harbour to be dug out', 'The harbour of Holm will be dug out in May.']),
    ).toEqual([
      'separator-line: ',
      'end-rule-teaser: Holm harbour to be dug out',
      'end-rule-teaser: The harbour of Holm will be dug out in May.',
    ]);
  });

  test('parts sections when half of the prose stands behind it', () => {
    expect(removed([PARAGRAPHS[0] ?? '', '___', ...PARAGRAPHS.slice(1)])).toEqual(['separator-line: ']);
  });

  test('spares a correction behind it', () => {
    const correction = 'This story has been corrected to show that the ferry stopped for eleven days, not twelve.';
    expect(kept([...PARAGRAPHS, ...PARAGRAPHS.map((text) => `So ${text}`), '___', correction])).toContain(correction);
  });
});

describe('repeated lines', () => {
  test('lose the second copy of a long paragraph', () => {
    expect(removed([...PARAGRAPHS, PARAGRAPHS[0] ?? ''])).toEqual([`repeated-paragraph: ${PARAGRAPHS[0]}`]);
  });

  test('keep a short refrain', () => {
    const refrain = 'And the ferry lay still.';
    expect(removed(PARAGRAPHS.flatMap((text) => [text, refrain]))).toEqual([]);
  });
});

describe('guards', () => {
  test('never empty a document', () => {
    expect(kept(['___', 'Maren Oddland', 'Maren Oddland'])).not.toEqual([]);
  });

  test('keep every block: the ranges of the result tile those of the source', () => {
    const source = [
      "World Aldersund's ferry runs again after eleven days",
      `${PARAGRAPHS[0]}Advertisement`,
      '![]()',
      ...PARAGRAPHS,
    ].join('\n');
    const ranges = labelText(parseText(source)).map(({ block }) => block.range);
    const rest = ranges.reduceRight(
      (text, range) => text.slice(0, range?.start ?? 0) + text.slice(range?.end ?? 0),
      source,
    );
    expect(rest.trim()).toBe('');
  });
});
