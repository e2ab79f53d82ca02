import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runCommandLine } from '../../lib/cli/program.ts';
import { cleanArticle, restore } from '../../lib/index.ts';
import { MAX_STORIES, ParagraphCounts } from '../../lib/site-memory/counts.ts';
import { memoryOf, readSnapshot, writeSnapshot } from '../../lib/site-memory/snapshot.ts';
import { memoryStreams } from '../support/streams.ts';
import { expectValidRecord } from '../support/validate-record.ts';

const SHARED = 'The museum of the harbour opens its doors on every first Sunday of the month.';
const NAMES = ['ferry', 'bridge', 'market', 'school'] as const;

function storyOn(name: string, shared: string = SHARED): string {
  return [
    `The ${name} was the first matter before the council of Ansel on Friday, and nobody in the hall spoke against it.`,
    shared,
    `The clerk wrote that the ${name} would be paid for by the county, as it had been promised in the spring of last year.`,
    `The next meeting about the ${name} is in March, when the engineers are back from the north with their drawings.`,
  ].join('\n\n');
}

const urlOf = (name: string) => `https://www.ansel.example.org/${name}`;
const clean = (name: string, options: Parameters<typeof cleanArticle>[2] = {}, text = storyOn(name)) =>
  cleanArticle(text, { url: urlOf(name), mediaType: 'text/plain' }, options);

function countAll(records: readonly Parameters<ParagraphCounts['add']>[0][]): ParagraphCounts {
  const counts = new ParagraphCounts();
  for (const record of records) counts.add(record);
  return counts;
}

const textOf = (counts: ParagraphCounts) => [...writeSnapshot(counts)].join('');
const memory = memoryOf(countAll(NAMES.map((name) => clean(name))));

describe('the memory of a site', () => {
  it('labels what its stories share as duplicate, and the record names the snapshot', () => {
    const before = clean('ferry');
    const record = clean('ferry', { siteMemory: memory });
    expect(before.text).toContain(SHARED);
    expect(record.text).toBe(before.text.replace(`${SHARED}\n\n`, ''));
    const removal = { class: 'duplicate', rule: 'site-memory', confidence: 0.833, text: SHARED };
    expect(record.removed).toContainEqual(expect.objectContaining(removal));
    expect(record.processing.siteMemory).toBe(memory.id);
    expect(restore(record)).toBe(storyOn('ferry'));
    expectValidRecord(record);
  });

  it('says nothing of other hosts, of paragraphs of too few stories, and of pages it knows nothing of', () => {
    const other = cleanArticle(storyOn('ferry'), { url: 'https://example.org/a' }, { siteMemory: memory });
    expect(other.text).toContain(SHARED);
    const two = memoryOf(countAll(NAMES.slice(0, 2).map((name) => clean(name))));
    expect(clean('ferry', { siteMemory: two })).toEqual(clean('ferry'));
    expect(cleanArticle(storyOn('ferry'), 'text/plain', { siteMemory: memory }).text).toContain(SHARED);
  });

  it('counts versions of one story once, whatever their addresses', () => {
    const versions = ['a', 'b', 'c'].map((path) => ({
      ...clean('ferry'),
      url: urlOf(path),
      canonicalUrl: urlOf(path),
      title: 'On the ferry',
    }));
    expect(memoryOf(countAll(versions)).stories('ansel.example.org')).toBeNull();
  });

  it('is not believed when most of a story would go', () => {
    const untitled = ['a', 'b', 'c'].map((path) => ({
      ...clean('ferry'),
      url: urlOf(path),
      canonicalUrl: urlOf(path),
    }));
    const record = clean('ferry', { siteMemory: memoryOf(countAll(untitled)) });
    expect(record).toEqual(clean('ferry'));
  });
});

describe('a snapshot', () => {
  const record = fc.record({
    url: fc.constantFrom('https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://a.example/3'),
    title: fc.constantFrom('One story', 'Another story', 'A third story'),
    blocks: fc.array(
      fc
        .constantFrom('one two three four', 'five six seven eight', 'nine ten eleven twelve', 'too short')
        .map((text) => ({ type: 'paragraph' as const, text })),
    ),
    removed: fc.constant([]),
  });

  it('is the same whatever the order, and when records come twice', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(fc.nat(100)), (records, keys) => {
        const shuffled = records
          .map((one, i) => [keys[i] ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(textOf(countAll([...shuffled, ...records]))).toBe(textOf(countAll(records)));
      }),
    );
  });

  it('of the whole is that of the parts merged', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(record), (a, b) => {
        const merged = readSnapshot(textOf(countAll(a)), 'a');
        merged.merge(readSnapshot(textOf(countAll(b)), 'b'));
        expect(textOf(merged)).toBe(textOf(countAll([...a, ...b])));
        expect(memoryOf(merged).id).toBe(memoryOf(countAll([...b, ...a])).id);
      }),
    );
  });

  it('keeps its word when a paragraph has more stories than are told apart', () => {
    const many = Array.from({ length: 3 * MAX_STORIES }, (_, i) => ({
      url: `https://a.example/${i}`,
      title: `Story ${i}`,
      blocks: [{ type: 'paragraph' as const, text: 'one two three four' }],
      removed: [],
    }));
    const merged = countAll(many.slice(0, 20));
    merged.merge(countAll(many.slice(10)));
    expect(textOf(merged)).toBe(textOf(countAll(many)));
    expect([...(memoryOf(merged).stories('a.example')?.values() ?? [])]).toEqual([MAX_STORIES]);
  });

  it.each([
    ['text/plain', SHARED],
    ['text/markdown', SHARED.replace('museum', '*museum* [of ships](https://ships.example/a_b)')],
    ['text/html', SHARED],
  ])('of records cleaned by it is the same again, of %s', (mediaType, shared) => {
    const source = (name: string): string => {
      const text = storyOn(name, shared);
      return mediaType === 'text/html' ? `<article>${text.replace(/^.*$/gm, '<p>$&</p>')}</article>` : text;
    };
    const cleanAll = (options = {}) =>
      NAMES.map((name) => cleanArticle(source(name), { url: urlOf(name), mediaType }, options));
    const first = countAll(cleanAll());
    const again = cleanAll({ siteMemory: memoryOf(first) });
    expect(again.flatMap(({ removed }) => removed.filter(({ rule }) => rule === 'site-memory'))).toHaveLength(4);
    expect(textOf(countAll(again))).toBe(textOf(first));
  });

  it('without the rarer paragraphs is the same memory, shorter, and not to be merged', () => {
    const counts = countAll(NAMES.map((name) => clean(name)));
    const short = [...writeSnapshot(counts, 3)].join('');
    expect(short.length).toBeLessThan(textOf(counts).length / 2);
    expect(memoryOf(readSnapshot(short, 'short')).id).toBe(memory.id);
    expect(() => readSnapshot(short, 'short', true)).toThrow(/all paragraphs to merge, got one of paragraphs that 3 /);
  });

  it('is refused when it is none', () => {
    expect(() => readSnapshot('{}', 'x.jsonl')).toThrow('as winnow learn writes it (x.jsonl)');
    const header = textOf(new ParagraphCounts());
    expect(() => readSnapshot(`${header}{"host":1}\n`, 'x.jsonl')).toThrow('x.jsonl:2');
  });
});

describe('winnow learn', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'winnow-learn-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(...args: readonly string[]) {
    const streams = memoryStreams();
    const code = await runCommandLine(args, streams, '0');
    return { code, out: streams.out(), err: streams.err() };
  }

  it('learns from cleaned records, merges, and is used by --memory', async () => {
    const at = (name: string) => join(folder, name);
    mkdirSync(at('clean'));
    const halves = [NAMES.slice(0, 2), NAMES.slice(2)];
    halves.forEach((names, index) => {
      writeFileSync(at(`clean/${index}.jsonl`), names.map((name) => JSON.stringify(clean(name))).join('\n'));
    });
    expect(await run('learn', at('clean'), '-o', at('all.jsonl'))).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^4 records and 0 snapshots of 1 hosts; 1 paragraphs are shared by 3 stories or more/),
    });
    await run('learn', at('clean/0.jsonl'), '-o', at('a.jsonl'), '-q');
    await run('learn', at('clean/1.jsonl'), '-o', at('b.jsonl'), '-q');
    await run('learn', at('b.jsonl'), at('a.jsonl'), '-o', at('merged.jsonl'), '-q');
    expect(readFileSync(at('merged.jsonl'), 'utf8')).toBe(readFileSync(at('all.jsonl'), 'utf8'));
    writeFileSync(at('page.json'), JSON.stringify({ url: urlOf('ferry'), text: storyOn('ferry') }));
    expect((await run('clean', at('page.json'), '-f', 'txt', '--memory', at('all.jsonl'))).out).not.toContain(SHARED);
    const five = await run('clean', at('page.json'), '-f', 'txt', '--memory', at('all.jsonl'), '--min-stories', '5');
    expect(five.out).toContain(SHARED);
  });

  it('says what to do without records, and with a file that is no snapshot', async () => {
    writeFileSync(join(folder, 'a.txt'), 'text');
    expect(await run('learn', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('run winnow clean DIR --out CLEAN first'),
    });
    const file = join(folder, 'a.txt');
    expect(await run('clean', file, '--memory', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('make one: winnow learn'),
    });
    expect(await run('clean', file, '--min-stories', '1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('a number from 2 to 16'),
    });
  });
});
