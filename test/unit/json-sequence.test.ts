import { jsonTexts } from '../../lib/pipeline/json-sequence.ts';
import { linesOf } from '../../lib/pipeline/shard/lines.ts';
import { processObject } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const STORIES = ['Holm', 'Sund', 'Vik'].map((place, number) => ({
  id: `r${number}`,
  text: `The ferry to ${place} leaves at seven, "rain or shine" }{ said the captain.`,
}));
const PRINTED = STORIES.map((story) => JSON.stringify(story, null, 2));

/** The texts in a stream of chunks that are cut everywhere. */
async function textsOf(source: string, maxBytes = 1000): Promise<string[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(source);
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  const texts: string[] = [];
  for await (const text of jsonTexts(linesOf(chunks(), maxBytes), maxBytes)) {
    texts.push(text === 'too-long' ? text : Buffer.from(text).toString().trim());
  }
  return texts.filter(Boolean);
}

/** Ids and outcomes of the rows that an object becomes. */
async function idsOf(key: string, body: string): Promise<unknown> {
  const store = new MemoryStore();
  const outcome = await processObject(store.upload('raw', key, body), depsOf(store));
  return outcome.outcome === 'cleaned' ? { records: outcome.records, bad: outcome.quarantinedRecords } : outcome;
}

describe('JSON texts', () => {
  it.each([
    ['one a line', STORIES.map((story) => JSON.stringify(story)).join('\n')],
    ['behind one another', STORIES.map((story) => JSON.stringify(story)).join('')],
    ['with a space between', STORIES.map((story) => JSON.stringify(story)).join(' ')],
    ['printed over many lines', PRINTED.join('\n')],
    ['printed, with empty lines before and between', `\n${PRINTED.join('\n\n')}\n`],
  ])('are found %s', async (_how, source) => {
    expect((await textsOf(source)).map((text) => JSON.parse(text))).toEqual(STORIES);
  });

  it('leave a broken one alone, and the others whole', async () => {
    const texts = await textsOf([PRINTED[0], '{\n  "id": "r1",\n  "text": "cut', PRINTED[2]].join('\n'));
    expect(texts).toHaveLength(3);
    expect([texts[0], texts[2]].map((text) => JSON.parse(text ?? ''))).toEqual([STORIES[0], STORIES[2]]);
  });

  it.each(['{"a":"}{"', '{"a":1}{"b":', '{"a":1}{"b":2}x', '}{'])(
    'leave a line as it is that is not only objects: %s',
    async (line) => {
      expect(await textsOf(line)).toEqual([line]);
    },
  );

  it('are not held when they are too long, printed or not', async () => {
    const long = { id: 'long', text: 'x'.repeat(500) };
    expect(await textsOf([JSON.stringify(long), '{}'].join('\n'), 200)).toEqual(['too-long', '{}']);
    const printed = [PRINTED[0], JSON.stringify({ ...long, list: Array(99).fill(1) }, null, 1), PRINTED[1]];
    const [first, second, third] = await textsOf(printed.join('\n'), 200);
    expect([JSON.parse(first ?? ''), second, JSON.parse(third ?? '')]).toEqual([STORIES[0], 'too-long', STORIES[1]]);
  });
});

describe('an object of many JSON texts', () => {
  it.each([
    ['a.jsonl', PRINTED.join('\n')],
    ['a.jsonl', STORIES.map((story) => JSON.stringify(story)).join('')],
    ['a.json', PRINTED.join('\n')],
    ['a.json', STORIES.map((story) => JSON.stringify(story)).join('\n')],
    ['a.json', `\ufeff${STORIES.map((story) => JSON.stringify(story)).join(' \r\n')}`],
  ])('becomes a record for each: %s %#', async (key, body) => {
    expect(await idsOf(key, body)).toEqual({ records: 3, bad: 0 });
  });

  it('is one record when it is one object, however it is printed', async () => {
    expect(await idsOf('a.json', PRINTED[0] ?? '')).toEqual({ records: 1, bad: 0 });
  });

  it.each([' and more', '\nand more', PRINTED[1]])(
    'is refused as a whole when it is one object with more in its last line: %#',
    async (more) => {
      expect(await idsOf('a.json', `${PRINTED[0]}${more}`)).toMatchObject({ reason: 'invalid-json' });
    },
  );
});
