import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommandLine } from '../../lib/cli/program.ts';
import { cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY, LOCAL_REPORT, OTHER_STORY } from '../support/invented-stories.ts';
import { memoryStreams } from '../support/streams.ts';

const textOf = (paragraphs: readonly string[]) => paragraphs.join('\n\n');
const recordOf = (paragraphs: readonly string[]) => cleanArticle(textOf(paragraphs), { mediaType: 'text/plain' });
const WIRED = [...LOCAL_REPORT, ...AGENCY_COPY.slice(0, 3)];

describe('winnow similar', () => {
  let folder: string;
  let workingFolder: string;

  beforeEach(() => {
    workingFolder = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'winnow-similar-'));
    process.chdir(folder);
    writeFileSync('agency.txt', textOf(AGENCY_COPY));
    writeFileSync('report.txt', textOf(WIRED));
    writeFileSync('garden.txt', textOf(OTHER_STORY));
  });
  afterEach(() => {
    process.chdir(workingFolder);
    rmSync(folder, { recursive: true, force: true });
  });

  const similar = async (args: readonly string[], input = '') => {
    const streams = memoryStreams(input);
    const exitCode = await runCommandLine(['similar', ...args], streams, '1.2.3');
    return { exitCode, out: streams.out(), err: streams.err() };
  };

  it('tells two sources that share copy, with the figures', async () => {
    expect(await similar(['agency.txt', 'report.txt'])).toEqual({
      exitCode: 0,
      err: '',
      out: expect.stringMatching(
        /^shares-wire-copy {2}agency\.txt {2}report\.txt {2}\d+ bits apart, 3 paragraphs shared \(50 %, 38 %\)\n$/,
      ),
    });
  });

  it('tells two different sources too, and reads one from standard input', async () => {
    const { exitCode, out } = await similar(['-', 'garden.txt', '--type', 'text/plain'], textOf(AGENCY_COPY));
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^different {9}stdin {2}garden\.txt {2}\d+ bits apart, no paragraph shared\n$/);
  });

  it('compares records with sources, and gives objects for programs', async () => {
    writeFileSync('agency.json', JSON.stringify(recordOf(AGENCY_COPY)));
    const { out } = await similar(['agency.json', 'agency.txt', '--json']);
    expect(JSON.parse(out)).toEqual({
      a: 'agency.json',
      b: 'agency.txt',
      verdict: 'near-duplicate',
      sameText: true,
      hammingDistance: 0,
      sharedParagraphs: 6,
      shareOfA: 1,
      shareOfB: 1,
    });
  });

  it('names the container first', async () => {
    writeFileSync('part.txt', textOf(AGENCY_COPY.slice(0, 2)));
    writeFileSync('round.txt', textOf([...OTHER_STORY, ...AGENCY_COPY]));
    const { out } = await similar(['part.txt', 'round.txt']);
    expect(out).toMatch(/^contains {10}round\.txt {2}part\.txt {2}.*\(18 %, 100 %\)\n$/);
  });

  it('compares all lines of all files of a folder, and counts the pairs that are different', async () => {
    mkdirSync('clean');
    const lines = [recordOf(AGENCY_COPY), recordOf(OTHER_STORY)].map((record) => JSON.stringify(record));
    writeFileSync('clean/records.jsonl.gz', gzipSync(`${lines.join('\n')}\n`));
    writeFileSync('clean/scraped.jsonl', `\n${JSON.stringify({ text: textOf(WIRED) })}\n`);
    const { exitCode, out } = await similar(['clean']);
    expect(exitCode).toBe(0);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^shares-wire-copy {2}clean\/records\.jsonl\.gz#1 {2}clean\/scraped\.jsonl#2 /),
      '3 texts, 3 pairs: 1 similar, 2 different',
      '',
    ]);
    expect((await similar(['clean', '--all'])).out.split('\n')).toHaveLength(5);
  });

  it('says which inputs could not be read, and compares the others', async () => {
    writeFileSync('empty.html', '');
    writeFileSync('mixed.jsonl', `{"text":""}\n${JSON.stringify(recordOf(AGENCY_COPY))}\nno json\n`);
    const { exitCode, out, err } = await similar(['empty.html', 'absent.txt', 'mixed.jsonl', 'agency.txt']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^near-duplicate {4}mixed\.jsonl#2 {2}agency\.txt /);
    expect(err.split('\n')).toEqual([
      'winnow: absent.txt: no such file or folder',
      expect.stringMatching(/^winnow: empty: /),
      expect.stringMatching(/^winnow: empty: /),
      expect.stringMatching(/^winnow: invalid-json: .*mixed\.jsonl/),
      '',
    ]);
  });

  it('refuses to compare a single text', async () => {
    expect(await similar(['agency.txt'])).toEqual({
      exitCode: 2,
      out: '',
      err: 'winnow: 1 texts to compare: name two or more\n',
    });
  });

  it('takes a record with a broken fingerprint for no record', async () => {
    writeFileSync('broken.json', JSON.stringify({ fingerprint: { sha256: 'x', simhash: 'zz', paragraphs: [] } }));
    const { exitCode, err } = await similar(['broken.json', 'agency.txt', 'report.txt']);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^winnow: schema: /);
  });
});
