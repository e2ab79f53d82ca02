import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readPages } from '../bench/pages.ts';
import { PeerProcess } from '../bench/peer-process.ts';
import { contentText, predictionsFile, readPredictions, writePredictions } from '../bench/predict.ts';
import { table } from '../bench/table.ts';

/** Answers with what it is given; hangs, dies or throws when the page says so. */
const PROGRAM = `
process.on('message', ({ html, url }) => {
  if (html === 'hang') for (;;);
  if (html === 'die') process.exit(1);
  if (html === 'throw') return process.send({ content: '', error: 'Error: no body' });
  process.send({ content: html + ' ' + url });
});
process.send('ready');
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a peer in a process of its own', () => {
  let peer: PeerProcess;

  function start(timeoutSeconds: number, program = PROGRAM): void {
    const file = join(folder, 'peer.mjs');
    writeFileSync(file, program);
    peer = new PeerProcess('any', timeoutSeconds, file);
  }
  afterEach(() => peer.stop());

  it('gives the content of a page', async () => {
    start(60);
    expect(await peer.extract('<p>Low tide</p>', 'https://example.org/')).toEqual({
      content: '<p>Low tide</p> https://example.org/',
      fault: null,
    });
  }, 120_000);

  it.each([
    ['hangs', 'hang', 'no answer within 3 s', 3],
    ['ends its process', 'die', 'the process ended', 60],
    ['throws', 'throw', 'Error: no body', 60],
  ])(
    'has an empty page where the peer %s, and goes on with the next',
    async (_, page, fault, timeoutSeconds) => {
      start(timeoutSeconds);
      expect(await peer.extract(page, null)).toEqual({ content: '', fault });
      expect(await peer.extract('next', null)).toEqual({ content: 'next null', fault: null });
    },
    120_000,
  );

  it('says what to install where the peers are not there', async () => {
    start(60, "import 'not-installed-here';");
    await expect(peer.extract('', null)).rejects.toThrow('npm ci');
  }, 120_000);
});

describe('text of content', () => {
  it('does not glue the words of neighbouring blocks', () => {
    expect(contentText('<div><h2>Tides</h2><p>High at six.</p><p>Low<br>at noon.</p></div>', null)).toBe(
      'Tides\n\nHigh at six.\n\nLow at noon.',
    );
  });

  it('takes away nothing but markup', () => {
    expect(contentText('<p>Share this</p><figure><figcaption>The quay</figcaption></figure>', null)).toBe(
      'Share this\n\nThe quay',
    );
  });
});

describe('pages that are compared', () => {
  const sites = Array.from({ length: 30 }, (_, at) => `harbour${at}.example`);

  beforeEach(() => {
    mkdirSync(join(folder, 'html/quay/html'), { recursive: true });
    const rows = sites.map((site, at) => ({ id: `p${at}`, url: `https://${site}/tides` }));
    writeFileSync(join(folder, 'html/quay/gold.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    for (const { id } of rows.slice(1)) writeFileSync(join(folder, 'html/quay/html', `${id}.html.gz`), gzipSync('<p>'));
  });

  it('are all that the set has a page for', () => {
    const pages = readPages(folder, 'html/quay', null);
    expect(pages.map(({ id }) => id)).toEqual(sites.slice(1).map((_, at) => `p${at + 1}`));
  });

  it('can be named one by one', () => {
    const pages = readPages(folder, 'html/quay', new Set(['p3', 'quay/p5', 'pier/p7']));
    expect(pages.map(({ id }) => id)).toEqual(['p3', 'p5']);
  });
});

describe('predictions and table', () => {
  it('reads the texts that it wrote', () => {
    const file = predictionsFile(join(folder, 'readability'), 'html/quay');
    writePredictions(file, new Map([['p1', 'High at six.\n\nLow at noon.']]));
    expect(file).toBe(join(folder, 'readability', 'quay.jsonl'));
    expect(readPredictions(file)).toEqual(new Map([['p1', 'High at six.\n\nLow at noon.']]));
  });

  it('shows articles beside all pages where a set has types, and a stroke for what was not measured', () => {
    const figures = new Map([
      [
        'readability',
        { all: { p: 0.9, r: 0.8, f1: 0.847 }, article: { p: 1, r: 1, f1: 1 }, forum: { p: 0, r: 0, f1: 0 } },
      ],
    ]);
    const other = new Map([['winnow', { all: { prefix: 0.5 } }]]);
    expect(
      table([
        { set: 'html/quay', pages: 12, measure: 'words', figures },
        { set: 'html/pier', pages: 7, measure: 'prefix', figures: other },
      ]).split('\n'),
    ).toEqual([
      '| F1 P R | html/quay (12, words) | html/quay article | html/pier (7, prefix) |',
      '| --- | --- | --- | --- |',
      '| readability | 0.847 0.900 0.800 | 1.000 1.000 1.000 | - |',
      '| winnow | - | - | 0.500 |',
    ]);
  });
});
