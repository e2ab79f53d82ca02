import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../lib/cli/program.ts';
import { cleanArticle } from '../../lib/index.ts';
import { memoryStreams } from '../support/streams.ts';

const SOURCE =
  '  Harbour reopens\r\n\r\n\r\nThe harbour of Velmouth has reopened after eleven days.\t \n![](x.png)\n\nShips wait outside.\n\n';

async function restore(record: unknown, ...flags: string[]) {
  const streams = memoryStreams(typeof record === 'string' ? record : JSON.stringify(record));
  const exitCode = await runCommandLine(['restore', '-', ...flags], streams, '1.2.3');
  return { exitCode, out: streams.out(), err: streams.err() };
}

describe('winnow restore', () => {
  it.each(['text/plain', 'text/markdown'])('gives a source of %s back to the letter and says so', async (type) => {
    const { exitCode, out, err } = await restore(cleanArticle(SOURCE, type));
    expect(out).toBe(SOURCE);
    expect(err).toMatch(/^winnow: -: verified: sha256 [0-9a-f]{64}\n$/);
    expect(exitCode).toBe(0);
  });

  it('gives the byte order mark back', async () => {
    const { exitCode, out } = await restore(cleanArticle(Buffer.from(`\ufeff${SOURCE}`), 'text/plain'));
    expect(out).toBe(`\ufeff${SOURCE}`);
    expect(exitCode).toBe(0);
  });

  it('fails when the record does not give the source back', async () => {
    const record = cleanArticle(SOURCE, 'text/plain');
    const forged = { ...record, provenance: { ...record.provenance, sha256: '0'.repeat(64) } };
    const { exitCode, out, err } = await restore(forged);
    expect(err).toContain('differs from the source');
    expect([exitCode, out]).toEqual([1, SOURCE]);
  });

  it('gives the text of a page in order, and says that it cannot be compared', async () => {
    const page = '<html><body><h1>Harbour reopens</h1><p>First.</p><p>Second.</p></body></html>';
    const { exitCode, out, err } = await restore(cleanArticle(page, 'text/html'));
    expect(['Harbour reopens', 'First.', 'Second.'].map((text) => out.indexOf(text))).toEqual([0, 17, 25]);
    expect(err).toContain('not verified');
    expect(exitCode).toBe(0);
  });

  it('says in which encoding a source was that is not compared', async () => {
    const latin = Buffer.from(`${SOURCE}Café Étoile déjà rouvert.\n`, 'latin1');
    const { err, out } = await restore(cleanArticle(latin, 'text/plain; charset=windows-1252'));
    expect(out).toContain('Café Étoile déjà rouvert.');
    expect(err).toContain('not verified: the source was in windows-1252');
  });

  it('puts back only the classes asked for', async () => {
    const piece = { rule: 'r', confidence: 1, at: 1 };
    const record = {
      ...cleanArticle(SOURCE, 'text/html'),
      blocks: [
        { type: 'paragraph', text: 'One.' },
        { type: 'paragraph', text: 'Two.' },
      ],
      removed: [
        { ...piece, class: 'bio', text: 'Ida Quill writes.' },
        { ...piece, class: 'share', text: 'Share' },
      ],
    };
    const { layout: _, ...ofPage } = record;
    expect((await restore(ofPage, '--class', 'bio')).out).toBe('One.\n\nIda Quill writes.\n\nTwo.\n');
    expect((await restore(ofPage, '--class', 'bio', 'share')).out).toContain('Ida Quill writes.\n\nShare\n\nTwo.');
    expect((await restore(ofPage, '--class', 'nonsense')).exitCode).toBe(2);
  });

  it.each([
    ['no JSON', 'text', 'expected one record as JSON'],
    ['many records', '{"a":1}\n{"b":2}\n', 'pass one line'],
    ['other JSON', '{"outcome":"quarantined"}', 'expected an article record'],
  ])('says what it expected when the file holds %s', async (_what, input, message) => {
    const { exitCode, err, out } = await restore(input);
    expect(err).toContain(message);
    expect([exitCode, out]).toEqual([1, '']);
  });

  it('reads a file and tells one that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-restore-'));
    const path = join(folder, 'a.json');
    writeFileSync(path, JSON.stringify(cleanArticle(SOURCE, 'text/plain')));
    const streams = memoryStreams();
    expect(await runCommandLine(['restore', path], streams, '1.2.3')).toBe(0);
    expect(streams.out()).toBe(SOURCE);
    rmSync(folder, { recursive: true });
    expect(await runCommandLine(['restore', path], streams, '1.2.3')).toBe(1);
    expect(streams.err()).toContain('no such file');
  });
});
