import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CleaningError, cleanArticle } from '../../lib/index.ts';
import { CONTESTANTS, HTML, JSON_ROUND, SAX, TEXT } from './contestants.ts';
import { type Measurement, measureAll, median, ratio } from './measure.ts';
import { doubled, loadPages, loadTexts } from './pages.ts';
import { STAGES } from './stages.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    text: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    'rss-of': { type: 'string' },
  },
});

function table(measurements: readonly Measurement[], peaks: ReadonlyMap<string, number>): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(10))).join('');
  return [
    line(['', 'ms/MB', 'min', 'max', 'peak MB']),
    ...measurements.map(({ name, perMegabyte }) =>
      line([
        name,
        ...[median(perMegabyte), Math.min(...perMegabyte), Math.max(...perMegabyte)].map((value) => value.toFixed(2)),
        peaks.get(name)?.toFixed(0) ?? '',
      ]),
    ),
  ].join('\n');
}

/** Most memory that a process of its own takes for one pass over the pages, MB. */
function peakOf(name: string): number {
  const folder = values.pages === undefined ? [] : ['--pages', values.pages];
  const output = execFileSync(process.execPath, [process.argv[1] ?? '', ...folder, '--rss-of', name]);
  return Number(output.toString());
}

const sizeOf = (pages: readonly Uint8Array[]): number => pages.reduce((sum, page) => sum + page.length, 0);

function compare(pages: readonly Uint8Array[], rounds: number): void {
  const size = (sizeOf(pages) / 1e6).toFixed(2);
  console.log(`${pages.length} pages, ${size} MB, ${rounds} rounds, CPU time, warm, one process\n`);
  const measurements = measureAll([...CONTESTANTS, ...STAGES], pages, rounds);
  console.log(table(measurements, new Map(CONTESTANTS.map(({ name }) => [name, peakOf(name)]))));
  const sax = measurements.find(({ name }) => name === SAX.name);
  const html = measurements.find(({ name }) => name === HTML.name);
  if (sax === undefined || html === undefined) throw new Error('expected the two contestants that are compared');
  console.log('');
  const peers = measurements.filter(({ name }) => name !== HTML.name && CONTESTANTS.some((one) => one.name === name));
  for (const peer of peers) console.log(`ratio html/${peer.name} ${ratio(html, peer).toFixed(2)}`);
  for (const stage of measurements)
    if (stage !== html && !peers.includes(stage))
      console.log(`ratio ${stage.name}/${sax.name} ${ratio(stage, sax).toFixed(2)}`);
}

function compareTexts(texts: readonly Uint8Array[], rounds: number): void {
  const measurements = measureAll([JSON_ROUND, TEXT], texts, rounds);
  console.log(`\n${texts.length} texts, ${(sizeOf(texts) / 1e6).toFixed(2)} MB\n`);
  console.log(table(measurements, new Map()));
  const [json, text] = measurements;
  if (json === undefined || text === undefined) throw new Error('expected the two contestants that are compared');
  console.log(`\nratio text/json ${ratio(text, json).toFixed(2)}`);
}

/** The cost of a page twice as long; both without the other contestants, which take the caches of the processor. */
function compareDoubled(pages: readonly Uint8Array[], rounds: number): void {
  const longPages = pages.map(doubled);
  const [once] = measureAll([HTML], pages, rounds);
  const [twice] = measureAll([HTML], longPages, rounds);
  if (once === undefined || twice === undefined) throw new Error('expected the same contestant twice');
  const costs = (median(twice.perMegabyte) * sizeOf(longPages)) / (median(once.perMegabyte) * sizeOf(pages));
  console.log(`growth html x2 ${costs.toFixed(2)}`);
}

/** A refusal is no cleaning: pages that get none cannot be compared. */
function isCleaned(page: Uint8Array, mediaType: string): boolean {
  try {
    cleanArticle(page, mediaType);
    return true;
  } catch (error) {
    if (error instanceof CleaningError) return false;
    throw error;
  }
}

const pages = loadPages(values.pages).filter((page) => isCleaned(page, 'text/html'));
const alone = CONTESTANTS.find(({ name }) => name === values['rss-of']);
if (alone === undefined) {
  const rounds = Number(values.rounds);
  compare(pages, rounds);
  compareTexts(
    loadTexts(values.text).filter((text) => isCleaned(text, 'text/plain')),
    rounds,
  );
  compareDoubled(pages, Math.min(rounds, 7));
} else {
  for (const page of pages) alone.run(alone.prepare(page));
  console.log(process.resourceUsage().maxRSS / 1000);
}
