import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runCommandLine } from '../../lib/cli/program.ts';
import { memoryStreams } from '../support/streams.ts';
import { expectValidQuarantine, expectValidRecord } from '../support/validate-record.ts';

const STORY = 'The harbour of Velmouth has reopened after eleven days of dredging, the port office said.';
const PAGE = `<html><body><article><h1>Harbour reopens</h1><p>${STORY}</p></article></body></html>`;
const BINARY = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]);

describe('winnow clean', () => {
  let folder: string;
  let workingFolder: string;

  beforeEach(() => {
    workingFolder = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'winnow-clean-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(workingFolder);
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, content);
  };
  const read = (name: string) => readFileSync(name, 'utf8');
  const files = (name: string) => (readdirSync(name, { recursive: true }) as string[]).sort();
  const clean = async (args: readonly string[], input = '', isTTY = false) => {
    const streams = memoryStreams(input, isTTY);
    const exitCode = await runCommandLine(['clean', ...args], streams, '1.2.3');
    return { exitCode, out: streams.out(), err: streams.err() };
  };

  it('writes one record for each file of a folder, under its own name', async () => {
    write('pages/a.html', PAGE);
    write('pages/deep/er/a.txt', STORY);
    const { exitCode, out, err } = await clean(['pages/', '--out', 'clean']);
    expect(files('clean')).toEqual(['a.html.json', 'deep', 'deep/er', 'deep/er/a.txt.json']);
    const record = JSON.parse(read('clean/a.html.json'));
    expectValidRecord(record);
    expect(record.provenance).toMatchObject({ uri: 'pages/a.html', key: 'a.html' });
    expect(record.text).toContain(STORY);
    expect([exitCode, out]).toEqual([0, '']);
    expect(err).toMatch(
      /^2 cleaned, 0 quarantined; \d+ words kept, \d+ removed\.\nResults: clean\nWhat was removed, and why: winnow inspect clean\n$/,
    );
  });

  it('gives equal records wherever the folder lies', async () => {
    write('pages/a.html', PAGE);
    await clean(['pages', '--out', 'clean']);
    write('elsewhere/pages/a.html', PAGE);
    process.chdir('elsewhere');
    await clean(['pages', '--out', 'clean']);
    expect(read('clean/a.html.json')).toBe(read('../clean/a.html.json'));
  });

  it('replaces the results of an earlier run and never reads them', async () => {
    write('a.html', PAGE);
    await clean(['.', '--out', 'clean']);
    write('a.html', PAGE.replace('eleven', 'twelve'));
    await clean(['.', '--out', './clean/']);
    expect(files('clean')).toEqual(['a.html.json']);
    expect(read('clean/a.html.json')).toContain('twelve');
  });

  it('quarantines a file that is no article, says why and cleans the rest', async () => {
    write('pages/a.html', PAGE);
    write('pages/b.html', BINARY);
    const { exitCode, err } = await clean(['pages', '--out', 'clean']);
    const quarantined = JSON.parse(read('clean/quarantined.jsonl'));
    expectValidQuarantine(quarantined);
    expect(quarantined).toMatchObject({ outcome: 'quarantined', reason: 'unsupported-type', uri: 'pages/b.html' });
    expect(files('clean')).toEqual(['a.html.json', 'quarantined.jsonl']);
    expect(err).toContain('pages/b.html');
    expect(err).toContain('1 cleaned, 1 quarantined');
    expect(exitCode).toBe(1);
    rmSync('pages/b.html');
    expect((await clean(['pages', '--out', 'clean'])).exitCode).toBe(0);
    expect(files('clean')).toEqual(['a.html.json']);
  });

  it('tells a path that is not there and cleans the rest', async () => {
    write('a.html', PAGE);
    mkdirSync('empty');
    const { exitCode, err } = await clean(['nowhere.html', 'a.html', 'empty', '--out', 'clean']);
    expect(err).toContain('winnow: nowhere.html: no such file or folder\n');
    expect(err).toContain('winnow: empty: no files in this folder\n');
    expect(existsSync('clean/a.html.json')).toBe(true);
    expect(exitCode).toBe(1);
  });

  it('passes over hidden files and links inside a folder, and follows a link that is named', async () => {
    write('pages/a.html', PAGE);
    write('pages/.hidden.html', PAGE);
    write('b.html', PAGE);
    symlinkSync(join(folder, 'b.html'), 'pages/link.html');
    symlinkSync('b.html', 'link.html');
    await clean(['pages', '--out', 'one']);
    expect(files('one')).toEqual(['a.html.json']);
    expect((await clean(['link.html', '--out', 'two'])).exitCode).toBe(0);
    expect(files('two')).toEqual(['b.html.json']);
  });

  it('refuses inputs whose results would share a name, before it writes anything', async () => {
    write('one/a.html', PAGE);
    write('two/a.html', PAGE);
    const { exitCode, err } = await clean(['one/a.html', 'two', '--out', 'clean']);
    expect(err).toContain('one/a.html and two/a.html would share one result');
    expect([exitCode, existsSync('clean')]).toEqual([2, false]);
  });

  it.each([
    ['md', `# Harbour reopens\n\n${STORY}\n`],
    ['txt', `${STORY}\n`],
  ])('writes %s without markup around it', async (format, expected) => {
    write('a.html', PAGE);
    await clean(['a.html', '--out', 'clean', '--format', format]);
    expect(files('clean')).toEqual([`a.html.${format}`]);
    expect(read(`clean/a.html.${format}`).endsWith(expected)).toBe(true);
  });

  it('writes all records into one file as JSON lines', async () => {
    write('pages/a.html', PAGE);
    write('pages/b.txt', STORY);
    write('clean/records.jsonl', 'of an earlier run');
    await clean(['pages', '--out', 'clean', '--format', 'jsonl']);
    expect(files('clean')).toEqual(['records.jsonl']);
    const records = read('clean/records.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    records.forEach(expectValidRecord);
    expect(records.map((record) => record.provenance.key)).toEqual(['a.html', 'b.txt']);
  });

  it('answers every record of a file of many', async () => {
    write('feed.jsonl', `${JSON.stringify({ id: 'x', html: PAGE })}\nnot json\n`);
    const { exitCode, err } = await clean(['feed.jsonl', '--out', 'clean']);
    const lines = gunzipSync(readFileSync('clean/feed.jsonl.jsonl.gz')).toString().trimEnd().split('\n');
    expectValidRecord(JSON.parse(lines[0] ?? ''));
    expectValidQuarantine(JSON.parse(lines[1] ?? ''));
    expect(err).toContain('1 cleaned, 1 quarantined');
    expect(exitCode).toBe(1);
    await clean(['feed.jsonl', '--out', 'texts', '--format', 'txt']);
    expect(files('texts')).toEqual(['feed.jsonl.0.txt', 'quarantined.jsonl']);
  });

  it('adds the views asked for to the JSON', async () => {
    write('a.html', PAGE);
    const { out } = await clean(['a.html', '--html', '--markdown']);
    expect(JSON.parse(out)).toMatchObject({ html: expect.any(String), markdown: expect.any(String) });
  });

  it('cleans standard input to standard output', async () => {
    const { exitCode, out, err } = await clean(['-', '--type', 'text/html', '--format', 'txt'], PAGE);
    expect(out.endsWith(`${STORY}\n`)).toBe(true);
    expect([exitCode, err]).toEqual([0, '']);
    const again = await clean(['-', '--out', 'clean'], PAGE);
    expect(again.exitCode).toBe(0);
    await clean(['-', '--out', 'clean'], PAGE.replace('eleven', 'twelve'));
    expect(read('clean/stdin.json')).toContain('twelve');
  });

  it('asks for a folder when several inputs have nowhere to go', async () => {
    write('a.html', PAGE);
    write('b.html', PAGE);
    const { exitCode, err, out } = await clean(['a.html', 'b.html']);
    expect(err).toContain('add --out DIR');
    expect([exitCode, out]).toEqual([2, '']);
  });

  it('draws a bar on a terminal only, and nothing at all when quiet', async () => {
    write('pages/a.html', PAGE);
    write('pages/b.html', PAGE);
    const args = ['pages', '--out', 'clean'];
    expect((await clean(args, '', true)).err).toContain('pages/b.html');
    expect((await clean(args, '', false)).err).not.toContain('pages/b.html');
    expect((await clean([...args, '--quiet'], '', true)).err).toBe('');
  });

  it.each([
    ['jsonld', 'a.html.jsonld', { '@type': 'NewsArticle', headline: 'Harbour reopens' }],
    ['ninjs', 'a.html.ninjs.json', { standard: { name: 'ninjs', version: '3.1' }, title: 'Harbour reopens' }],
    ['jsonfeed', 'a.html.jsonfeed.json', { title: 'Harbour reopens', content_text: STORY }],
  ])('writes one file of %s for each input', async (format, name, expected) => {
    write('pages/a.html', PAGE);
    await clean(['pages', '--out', 'clean', '--format', format]);
    expect(files('clean')).toEqual([name]);
    expect(JSON.parse(read(`clean/${name}`))).toMatchObject(expected);
  });

  it.each(['fineweb', 'dolma'])(
    'writes one row of %s for each input that was cleaned, and no other',
    async (format) => {
      write('pages/a.html', PAGE);
      write('pages/b.jsonl', `${JSON.stringify({ text: STORY })}\n{"text":""}\n`);
      write('pages/c.html', BINARY);
      const { exitCode } = await clean(['pages', '--out', 'clean', '--format', format]);
      expect([exitCode, files('clean')]).toEqual([1, [`${format}.jsonl`, 'quarantined.jsonl']]);
      const rows = read(`clean/${format}.jsonl`).trimEnd().split('\n');
      expect(rows.map((row) => JSON.parse(row).text)).toEqual([expect.stringContaining(STORY), STORY]);
      expect(read('clean/quarantined.jsonl').trimEnd().split('\n')).toHaveLength(2);
    },
  );

  it('writes Markdown under front matter, on standard output too', async () => {
    write('a.html', PAGE);
    const { out } = await clean(['a.html', '--format', 'frontmatter']);
    expect(out).toMatch(/^---\ntitle: Harbour reopens\nkind: \S+\nid: [0-9a-f]{64}\n---\n\n# Harbour reopens\n/);
    await clean(['a.html', '--out', 'clean', '--format', 'frontmatter']);
    expect(read('clean/a.html.md')).toBe(out);
  });
});
