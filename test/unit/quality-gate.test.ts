import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { corpusHash, writeSample } from '../../scripts/quality/corpus.ts';
import type { FloorFile } from '../../scripts/quality/floor.ts';
import { type GateOptions, type MeasureSet, runGate } from '../../scripts/quality/gate.ts';
import { readGold } from '../../scripts/quality/gold.ts';
import type { Figures } from '../../scripts/quality/scorers.ts';

const SET = 'html/harbour';
const GOOD: Figures = { all: { p: 0.9, r: 0.8, f1: 0.847 } };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-'));
  writePages(SET, ['ferry', 'lock']);
});
afterEach(() => rmSync(root, { recursive: true }));

function writePages(set: string, ids: readonly string[]): void {
  const folder = join(root, 'bench', set);
  mkdirSync(join(folder, 'html'), { recursive: true });
  writeFileSync(
    join(folder, 'gold.jsonl'),
    ids.map((id) => `${JSON.stringify({ id, text: `The ${id}.` })}\n`).join(''),
  );
  for (const id of ids) writeFileSync(join(folder, 'html', `${id}.html.gz`), gzipSync(`<p>The ${id}.</p>`));
}

async function gate(
  figures: Figures,
  options: Partial<GateOptions> = {},
  measure: MeasureSet = async () => ({ documents: 2, figures }),
): Promise<{ readonly holds: boolean; readonly output: string }> {
  const lines: string[] = [];
  const holds = await runGate(
    {
      bench: join(root, 'bench'),
      sets: [SET],
      floorFile: join(root, 'floor.json'),
      isSample: false,
      writesFloors: false,
      lowersFloors: false,
      lanes: 2,
      ...options,
    },
    measure,
    (line) => lines.push(line),
  );
  return { holds, output: lines.join('\n') };
}

function floors(): FloorFile {
  return JSON.parse(readFileSync(join(root, 'floor.json'), 'utf8')) as FloorFile;
}

describe('quality gate', () => {
  it('holds where every figure reaches its floor', async () => {
    await gate(GOOD, { writesFloors: true });
    expect(await gate(GOOD)).toMatchObject({ holds: true, output: expect.stringContaining('1 sets hold, 0 do not') });
  });

  it('fails and names the figure that lies below its floor', async () => {
    await gate(GOOD, { writesFloors: true });
    const { holds, output } = await gate({ all: { p: 0.9, r: 0.79, f1: 0.8414 } });
    expect(holds).toBe(false);
    expect(output).toContain('fell: all r 0.7900, floor 0.8000 (epsilon 0.002)');
    expect(output).not.toContain('fell: all p');
  });

  it('lets a figure lie below its floor by less than epsilon', async () => {
    await gate(GOOD, { writesFloors: true });
    expect((await gate({ all: { p: 0.899, r: 0.8, f1: 0.8465 } })).holds).toBe(true);
  });

  it('fails where a figure with a floor is not measured any more', async () => {
    await gate(GOOD, { writesFloors: true });
    const { holds, output } = await gate({ all: { p: 0.9, r: 0.8 } });
    expect(holds).toBe(false);
    expect(output).toContain('all f1 not measured, floor 0.8470');
  });

  it('fails where a set that is there has no floor', async () => {
    expect(await gate(GOOD)).toMatchObject({ holds: false, output: expect.stringContaining('has no floor yet') });
  });

  it('fails where a set cannot be measured, and writes no floor then', async () => {
    const measure: MeasureSet = () => Promise.reject(new Error('2 records without an answer'));
    const run = await gate(GOOD, {}, measure);
    const write = await gate(GOOD, { writesFloors: true }, measure);
    expect(run).toMatchObject({ holds: false, output: expect.stringContaining('2 records without an answer') });
    expect(write).toMatchObject({ holds: false, output: expect.stringContaining('no floor written') });
    expect(() => floors()).toThrow('ENOENT');
  });

  it.each([
    ['a page', join('html', 'lock.html.gz'), gzipSync('<p>The lock was rebuilt.</p>')],
    ['the gold', 'gold.jsonl', '{"id":"ferry","text":"The ferry."}\n{"id":"lock","text":"A lock."}\n'],
  ])('fails where %s is another one than the floors were measured on', async (_, name, content) => {
    await gate(GOOD, { writesFloors: true });
    const expected = corpusHash(join(root, 'bench'), SET);
    writeFileSync(join(root, 'bench', SET, name), content);
    const { holds, output } = await gate(GOOD);
    expect(holds).toBe(false);
    expect(output).toContain(`expected sha256 ${expected}, got ${corpusHash(join(root, 'bench'), SET)}`);
  });

  it('tells sets that are not there and does not fail for them', async () => {
    const { holds, output } = await gate(GOOD, { bench: join(root, 'nowhere'), sets: [SET, 'text/harbour'] });
    expect(holds).toBe(true);
    expect(output).toContain('not measured: html/harbour, text/harbour');
    expect(output).toContain('0 sets hold, 0 do not, 2 not measured');
  });
});

describe('writing floors', () => {
  it('raises a floor that was surpassed', async () => {
    await gate(GOOD, { writesFloors: true });
    await gate({ all: { p: 0.95, r: 0.8, f1: 0.8686 } }, { writesFloors: true });
    expect(floors().full[SET]?.figures).toEqual({ all: { p: 0.95, r: 0.8, f1: 0.8686 } });
  });

  it('refuses to lower a floor, names it, and leaves the file as it was', async () => {
    await gate(GOOD, { writesFloors: true });
    const before = floors();
    const { holds, output } = await gate({ all: { p: 0.95, r: 0.7, f1: 0.806 } }, { writesFloors: true });
    expect(holds).toBe(false);
    expect(output).toContain('would lower: html/harbour all r 0.7000, floor 0.8000');
    expect(floors()).toEqual(before);
  });

  it('lowers floors when told to, and names them', async () => {
    await gate(GOOD, { writesFloors: true });
    const lower: Figures = { all: { p: 0.95, r: 0.7, f1: 0.806 } };
    const { holds, output } = await gate(lower, { writesFloors: true, lowersFloors: true });
    expect(holds).toBe(true);
    expect(output).toContain('lowered: html/harbour all r 0.7000, floor 0.8000');
    expect(floors().full[SET]?.figures).toEqual(lower);
  });

  it('does not follow small steps down', async () => {
    await gate(GOOD, { writesFloors: true });
    for (const r of [0.799, 0.7985]) await gate({ all: { ...GOOD.all, r } }, { writesFloors: true });
    expect(floors().full[SET]?.figures.all?.r).toBe(0.8);
  });

  it('keeps the floors of samples and of sets that are not there', async () => {
    await gate(GOOD, { writesFloors: true });
    writePages('html/quay', ['crane']);
    await gate({ all: { p: 0.5 } }, { writesFloors: true, isSample: true, sets: ['html/quay', 'html/pier'] });
    expect(Object.keys(floors().full)).toEqual([SET]);
    expect(Object.keys(floors().sample)).toEqual(['html/quay']);
  });

  it('says in the file that the html figures are in-sample', async () => {
    await gate(GOOD, { writesFloors: true });
    expect(floors().about.join(' ')).toContain('in-sample');
  });
});

describe('sample', () => {
  const ids = Array.from({ length: 500 }, (_, at) => `page-${at}`);

  function sampled(set: string, name: string): readonly string[] {
    writeSample(join(root, 'bench'), set, join(root, 'sample'));
    return readGold(join(root, 'sample', set, name)).map(({ id }) => id);
  }

  it('holds about 120 of 500 pages, the same ones whatever their order', () => {
    writePages('html/quay', ids);
    const first = sampled('html/quay', 'gold.jsonl');
    rmSync(join(root, 'sample'), { recursive: true });
    writePages('html/quay', ids.toReversed());
    expect(first.length).toBeGreaterThan(70);
    expect(first.length).toBeLessThan(130);
    expect(sampled('html/quay', 'gold.jsonl')).toEqual(first.toReversed());
  });

  it('leads to the pages of the set', () => {
    expect(sampled(SET, 'gold.jsonl')).toEqual(['ferry', 'lock']);
    const page = readFileSync(join(root, 'sample', SET, 'html', 'ferry.html.gz'));
    expect(gunzipSync(page).toString()).toBe('<p>The ferry.</p>');
  });

  it('holds all styles of a text or none', () => {
    const folder = join(root, 'bench', 'text/harbour');
    mkdirSync(folder, { recursive: true });
    const rows = Array.from({ length: 2000 }, (_, at) => ['md', 'lynx'].map((style) => ({ id: `text-${at}`, style })));
    writeFileSync(
      join(folder, 'dev.jsonl.gz'),
      gzipSync(
        rows
          .flat()
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(''),
      ),
    );
    const kept = sampled('text/harbour', 'dev.jsonl.gz');
    expect(new Set(kept).size).toBeGreaterThan(100);
    expect(kept.length).toBe(2 * new Set(kept).size);
  });
});
