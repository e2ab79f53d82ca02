import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runCommandLine } from '../../lib/cli/program.ts';
import type { InspectorData } from '../../lib/inspector/inspected.ts';
import { memoryStreams } from '../support/streams.ts';

const STORY = 'The harbour of Velmouth is open again, the port office said on Monday after nine days of ice and wind.';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winnow-inspect-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const streams = memoryStreams();
  const code = await runCommandLine(args, streams, '0');
  return { code, err: streams.err() };
}

function dataOf(file: string): InspectorData {
  const page = readFileSync(file, 'utf8');
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(page)?.[1] ?? '');
}

describe('winnow inspect', () => {
  it('writes one page with the sources, their records and the reasons', async () => {
    writeFileSync(join(folder, 'a.html'), `<main><h1>Open</h1><p>${STORY}</p></main><footer>© Post</footer>`);
    writeFileSync(join(folder, 'b.txt'), '');
    const file = join(folder, 'out', 'page.html');
    const { code, err } = await run('inspect', folder, '--out', file);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^2 objects in .*page\.html, \d\.\d MB\./) });
    const { documents, rationales } = dataOf(file);
    expect(documents.map(({ answer }) => ('outcome' in answer ? answer.reason : answer.text))).toEqual([
      STORY,
      'empty',
    ]);
    expect(documents[0]).toMatchObject({ format: 'html' });
    expect(gunzipSync(Buffer.from(documents[0]?.packedSource ?? '', 'base64')).toString()).toContain('<footer>');
    expect(rationales).toHaveProperty('html-footer');
  });

  it('shows records that were cleaned before as they are', async () => {
    writeFileSync(join(folder, 'a.txt'), STORY);
    const clean = join(folder, 'clean');
    await run('clean', join(folder, 'a.txt'), '--out', clean, '--quiet');
    const file = join(folder, 'page.html');
    await run('inspect', clean, '--out', file, '--no-cleaner', '--quiet');
    const [document] = dataOf(file).documents;
    expect(document?.answer).toEqual(JSON.parse(readFileSync(join(clean, 'a.txt.json'), 'utf8')));
    expect(document).not.toHaveProperty('packedSource');
    expect(readFileSync(file).length).toBeLessThan(60_000);
  });

  it('says what to name when there is nothing to inspect', async () => {
    const file = join(folder, 'page.html');
    const { code, err } = await run('inspect', join(folder, 'none'), '--out', file);
    expect(code).toBe(1);
    expect(err).toContain('name a folder of sources or of cleaned records');
    expect(existsSync(file)).toBe(false);
  });
});
