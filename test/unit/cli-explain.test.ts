import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommandLine } from '../../lib/cli/program.ts';
import { memoryStreams } from '../support/streams.ts';

const STORY = 'The harbour of Velmouth has reopened after eleven days of dredging, the port office said on Monday.';
const PAGE = `<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1><p>${STORY}</p>
<p>Ships had waited outside since the storm of last week, and the last of them came in at noon, the pilots said.</p></article>
<div class="share"><a href="/f">Facebook</a> <a href="/m">Mail</a></div></body></html>`;
const TEXT = `Harbour reopens\n\n${STORY}\n\nShare this article\n`;

describe('winnow explain', () => {
  let folder: string;
  let workingFolder: string;
  const { NO_COLOR } = process.env;

  beforeEach(() => {
    workingFolder = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'winnow-explain-'));
    process.chdir(folder);
    delete process.env.NO_COLOR;
    writeFileSync('page.html', PAGE);
    writeFileSync('story.txt', TEXT);
  });
  afterEach(() => {
    process.chdir(workingFolder);
    rmSync(folder, { recursive: true, force: true });
    if (NO_COLOR === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = NO_COLOR;
  });

  async function run(args: readonly string[], input = '', isTTY = false) {
    const streams = memoryStreams(input, isTTY);
    const exitCode = await runCommandLine(['explain', ...args], streams, '1.2.3');
    return { exitCode, out: streams.out(), err: streams.err() };
  }

  const parse = (out: string): readonly Record<string, unknown>[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('lists the blocks of a page in order with label, rule, probability and three reasons', async () => {
    const { exitCode, out, err } = await run(['page.html']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^page\.html: html, 4 blocks, 2 kept \(\d+ words\), 2 removed \(\d+ words\); kept from p 0\.\d\d\n/,
    );
    expect(out).toMatch(/^kept {5}paragraph {2}.* p 0\.\d\d {4}17 w {2}The harbour of Velmouth/m);
    expect(out).toMatch(/^removed {2}share .* html-share-bar .*Facebook Mail$/m);
    expect(out.match(/^ {9}(?:for|against) +\d+\.\d\d {2}.+: .+$/gm)).toHaveLength(12);
  });

  it('writes one object a line for each block', async () => {
    const { out } = await run(['--json', 'page.html', 'story.txt']);
    const blocks = parse(out);
    expect(blocks.map(({ file }) => file)).toEqual([...Array(4).fill('page.html'), ...Array(3).fill('story.txt')]);
    expect(blocks[3]).toMatchObject({
      at: 3,
      path: 'body/div',
      words: 2,
      label: 'removed',
      class: 'share',
      rule: 'html-share-bar',
      probability: expect.any(Number),
      reasons: [0, 1, 2].map(() => ({
        text: expect.any(String),
        direction: expect.stringMatching(/^(?:for|against)$/),
        weight: expect.any(Number),
        family: expect.any(String),
        feature: expect.any(String),
        value: expect.any(Number),
      })),
    });
    expect(blocks[6]).toMatchObject({ start: 118, end: 136, rule: 'share-label', stage: 'phrases', reasons: [] });
  });

  it('lists as many reasons as asked for', async () => {
    const { out } = await run(['--json', '--reasons', '13', 'page.html']);
    expect(parse(out).map(({ reasons }) => (Array.isArray(reasons) ? reasons.length : null))).toEqual([13, 13, 13, 13]);
    expect((await run(['--reasons', '0', 'page.html'])).out).not.toMatch(/against|for {4}/);
  });

  it('lists only what was kept or removed', async () => {
    expect(parse((await run(['--json', '--kept', 'page.html'])).out).map(({ label }) => label)).toEqual([
      'kept',
      'kept',
    ]);
    const removed = parse((await run(['--json', '--removed', 'page.html'])).out);
    expect(removed.map(({ text }) => text)).toEqual(['Harbour reopens', 'Facebook Mail']);
  });

  it('gives the reason of a rule for text, behind its stage', async () => {
    const { out } = await run(['story.txt']);
    expect(out).toMatch(/^removed {2}share .*Share this article\n {9}phrases: .+\.$/m);
  });

  it('reads compressed files, records and standard input', async () => {
    writeFileSync('story.txt.gz', gzipSync(TEXT));
    writeFileSync('record.json', JSON.stringify({ id: '1', html: PAGE }));
    expect((await run(['-', '--type', 'text/plain'], TEXT)).out).toMatch(/^stdin: text, 3 blocks/);
    expect((await run(['record.json'])).out).toMatch(/^record\.json: html, 4 blocks/);
    expect((await run(['story.txt.gz'])).out).toMatch(/^story\.txt\.gz: text, 3 blocks/);
  });

  it('colours for a terminal, not for a pipe or those who declined', async () => {
    const sequence = '\u001b[';
    expect((await run(['page.html'], '', true)).out).toContain(sequence);
    expect((await run(['page.html'])).out).not.toContain(sequence);
    process.env.NO_COLOR = '1';
    expect((await run(['page.html'], '', true)).out).not.toContain(sequence);
  });

  it.each([
    ['a file that is not there', ['nowhere.html'], 1, 'winnow: nowhere.html: no such file or folder\n'],
    ['an empty file', ['empty.html'], 1, 'winnow: empty: expected an article, got 0 bytes (empty.html)\n'],
    ['what is no text', ['a.png'], 1, 'unsupported-type: expected HTML, plain text, Markdown'],
    ['many records', ['many.jsonl'], 1, 'expected one article, got JSON lines; explain one line'],
    ['both filters', ['--kept', '--removed', 'page.html'], 2, "'--removed' cannot be used with option '--kept'"],
    ['no number', ['--reasons', 'many', 'page.html'], 2, 'expected a number from 0 to 13, got "many"'],
    ['no file', [], 2, 'missing required argument'],
  ])('says what it expected when given %s', async (_, args, code, message) => {
    writeFileSync('empty.html', '');
    writeFileSync('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    writeFileSync('many.jsonl', '{"text":"a"}\n{"text":"b"}\n');
    const { exitCode, out, err } = await run(args);
    expect(err).toContain(message);
    expect([exitCode, out]).toEqual([code, '']);
  });

  it('goes on with the other files after one that it cannot read', async () => {
    const { exitCode, out } = await run(['nowhere.html', 'page.html']);
    expect(exitCode).toBe(1);
    expect(out).toContain('page.html: html');
  });
});
