import { parseArgs } from 'node:util';
import { CleaningError, cleanArticle } from '../../lib/index.ts';
import { CONTESTANTS, type Contestant, HTML, JSON_ROUND, SAX, TEXT } from './contestants.ts';
import { answerRounds, type Measurement, measureAll, median, ratio } from './measure.ts';
import { doubled, loadPages, loadTexts } from './pages.ts';
import { loadPeers } from './peers.ts';
import { STAGES } from './stages.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    text: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    contestant: { type: 'string' },
  },
});

/** Winnow on pages that are twice as long. */
const DOUBLED: Contestant = { ...HTML, name: 'html x2' };

const sizeOf = (pages: readonly Uint8Array[]): number => pages.reduce((sum, page) => sum + page.length, 0);
const pages = () => loadPages(values.pages).filter((page) => isCleaned(page, 'text/html'));
const texts = () => loadTexts(values.text).filter((text) => isCleaned(text, 'text/plain'));

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

if (values.contestant === undefined) await compare(Number(values.rounds));
else await compete(values.contestant);

/** In the process of one contestant. */
async function compete(name: string): Promise<void> {
  const all = [...CONTESTANTS, ...STAGES, DOUBLED, TEXT, JSON_ROUND, ...(await loadPeers(process.cwd()))];
  const contestant = all.find((one) => one.name === name);
  if (contestant === undefined) throw new Error(`expected a contestant, got ${name}`);
  const isOfTexts = contestant === TEXT || contestant === JSON_ROUND;
  answerRounds(contestant, isOfTexts ? texts() : contestant === DOUBLED ? pages().map(doubled) : pages());
}

async function compare(rounds: number): Promise<void> {
  const args = process.argv.slice(2);
  const peers = await loadPeers(process.cwd());
  const contestants = [...CONTESTANTS, ...peers].map(({ name }) => name);
  const names = [...contestants, ...STAGES.map(({ name }) => name), DOUBLED.name];
  const input = pages();
  const [size, doubledSize] = [sizeOf(input), sizeOf(input.map(doubled))];
  console.log(
    `${input.length} pages, ${(size / 1e6).toFixed(2)} MB, ${rounds} rounds, CPU time, a process each, warm\n`,
  );
  const measured = await measureAll(names, args, rounds);
  const of = (name: string): Measurement => measured.find((one) => one.name === name) as Measurement;
  console.log(`${table(measured.filter(({ name }) => name !== DOUBLED.name))}\n`);
  for (const name of contestants) {
    if (name !== HTML.name) console.log(`ratio html/${name} ${ratio(of(HTML.name), of(name)).toFixed(2)}`);
  }
  for (const { name } of STAGES) console.log(`ratio ${name}/${SAX.name} ${ratio(of(name), of(SAX.name)).toFixed(2)}`);
  const ofTexts = texts();
  console.log(`\n${ofTexts.length} texts, ${(sizeOf(ofTexts) / 1e6).toFixed(2)} MB\n`);
  const [json, text] = await measureAll([JSON_ROUND.name, TEXT.name], args, rounds);
  console.log(`${table([json, text] as Measurement[])}\n`);
  console.log(`ratio text/json ${ratio(text as Measurement, json as Measurement).toFixed(2)}`);
  const growth = (ratio(of(DOUBLED.name), of(HTML.name)) * doubledSize) / size;
  console.log(`growth html x2 ${growth.toFixed(2)}`);
}

function table(measurements: readonly Measurement[]): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(10))).join('');
  return [
    line(['', 'ms/MB', 'min', 'max', 'peak MB']),
    ...measurements.map(({ name, perMegabyte, peak }) =>
      line([
        name,
        ...[median(perMegabyte), Math.min(...perMegabyte), Math.max(...perMegabyte)].map((value) => value.toFixed(2)),
        peak.toFixed(0),
      ]),
    ),
  ].join('\n');
}
