import { fileNameOf } from '../../lib/local/mirror.ts';
import { OutcomeReader, parseOutcome } from '../../lib/local/outcomes.ts';
import {
  describeRemoved,
  headingLines,
  painter,
  type Row,
  recordInShort,
  rowLine,
  Summary,
} from '../../lib/local/report.ts';
import { cell, displayWidth, shorten, shortenMiddle } from '../../lib/local/table.ts';

const plain = painter(false);

const LINE = {
  message: 'cleaned',
  key: 'odd names/灯台の猫.html',
  outputKey: 'odd names/灯台の猫.html.json',
  records: 1,
  quarantinedRecords: 0,
  keptWords: 476,
  removedWords: { footer: 29, related: 20, navigation: 0, share: 57 },
  ms: 26,
};

function cleaned(more: object = {}): Row {
  const logged = parseOutcome(JSON.stringify({ ...LINE, ...more }));
  if (!logged) throw new Error('expected an outcome');
  return {
    outcome: 'cleaned',
    logged,
    result: { path: 'clean/x.json', title: '灯台に住む猫、十年目の春', message: null, keys: 9 },
  };
}

describe('a row', () => {
  test('is as wide as the heading, for any script', () => {
    const [heading = ''] = headingLines(plain).split('\n');
    expect(displayWidth(heading)).toBe(100);
    expect(displayWidth(rowLine(cleaned(), plain))).toBe(100);
    expect(displayWidth(rowLine(cleaned({ key: `${'long/'.repeat(30)}.html` }), plain))).toBe(100);
  });

  test('counts the records of a container instead of naming a title', () => {
    expect(rowLine(cleaned({ records: 3 }), plain)).toContain(' 3 records ');
    expect(rowLine(cleaned({ records: 2, quarantinedRecords: 1 }), plain)).toContain(' 3 records, 1 bad ');
  });

  test('gives the reason of a quarantined object, with the end of the message', () => {
    const logged = parseOutcome('{"message":"quarantined","key":"a (1).png","reason":"unsupported-type","ms":3}');
    if (!logged) throw new Error('expected an outcome');
    const message = `expected HTML, ${'something, '.repeat(9)}got PNG (s3://raw/a (1).png)`;
    const row = rowLine(
      { outcome: 'quarantined', logged, result: { path: 'x', title: null, message, keys: 3 } },
      plain,
    );
    expect(row).toMatch(/^a \(1\)\.png +quarantined {2}unsupported-type: expected.*….*got PNG +3$/);
  });

  test('has colours only for who sees them', () => {
    expect(rowLine(cleaned(), painter(true))).toContain('\u001b[32mcleaned');
    expect(rowLine(cleaned(), plain)).not.toContain('\u001b');
  });
});

describe('the words removed', () => {
  test('are named from the largest class on, and the rest is summed', () => {
    expect(describeRemoved({ footer: 29, related: 20, share: 57 }, 40)).toBe('share 57, footer 29, related 20');
    expect(describeRemoved({ footer: 29, related: 20, share: 57 }, 20)).toBe('share 57, +49');
    expect(describeRemoved({ footer: 0 })).toBe('-');
  });
});

test('the summary counts outcomes and words', () => {
  const summary = new Summary();
  for (const row of [cleaned(), cleaned(), { outcome: 'failed', key: 'x', why: 'y' } as const]) summary.add(row);
  expect(String(summary)).toBe('3 objects: 2 cleaned, 1 failed. 952 words kept, 212 removed.');
});

test('a record in short stays within the table', () => {
  const record = {
    title: 'T',
    text: 'word '.repeat(100),
    removed: [{ class: 'share', rule: 'r', text: 'x '.repeat(99) }, {}],
  };
  const lines = recordInShort(record, plain).split('\n');
  expect(lines).toHaveLength(3);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
});

describe('the log', () => {
  test('is read across the borders of chunks, inside a character too', () => {
    const keys: string[] = [];
    const reader = new OutcomeReader((outcome) => keys.push(outcome.key));
    const bytes = Buffer.from(`START\n{"_aws":{}}\n${JSON.stringify(LINE)}\n{not json}\n${JSON.stringify(LINE)}\n`);
    for (let start = 0; start < bytes.length; start += 7) reader.read(bytes.subarray(start, start + 7));
    expect(keys).toEqual([LINE.key, LINE.key]);
  });
});

describe('a cell', () => {
  test('is exactly as wide as asked', () => {
    for (const text of ['', 'short', '灯台に住む猫', 'a\tb\nc', 'e\u0301'.repeat(30), '😀😀😀😀😀😀']) {
      expect(displayWidth(cell(text, { width: 9, align: 'left' }))).toBe(9);
    }
  });

  test('is cut at its end or in its middle', () => {
    expect(shorten('abcdefghij', 5)).toBe('abcd…');
    expect(shortenMiddle('abcdefghij', 6)).toBe('abc…ij');
  });
});

describe('a result file', () => {
  test('stays inside its folder and has a name of its own for every key', () => {
    const keys = ['a//b', 'a/b', '/a', 'a/%2F/b', '../x', '..%2Fx', 'a\\b', 'a%5Cb', 'a\u0000b', './x', 'ä b+c'];
    const names = keys.map(fileNameOf);
    expect(new Set(names).size).toBe(keys.length);
    expect(names.filter((name) => /(?:^|\/)(?:\.{0,2})(?:\/|$)|\\|\p{Cc}/u.test(name))).toEqual([]);
    expect(fileNameOf('odd names/ä b+c.html.json')).toBe('odd names/ä b+c.html.json');
  });
});
