import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type GoldRow, readGold } from './gold.ts';
import { mainMeasure } from './sets.ts';

const execute = promisify(execFile);
/** Of a scorer's standard output: a table or one JSON object. */
const MAX_OUTPUT_BYTES = 1 << 24;

/** Figures of a set by group (page type, style, or field) and measure; all 0..1, the higher the better. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Where the rows that were measured and their predictions lie. */
export interface Measured {
  readonly bench: string;
  readonly set: string;
  readonly gold: string;
  readonly predictions: string;
}

/** Figures of a set by the benchmark's own scorers. @throws Error where a scorer fails or prints something else. */
export function score(measured: Measured): Promise<Figures> {
  if (measured.set.startsWith('text/')) return scoreText(measured);
  if (measured.set.startsWith('meta/')) return scoreMeta(measured);
  return scoreHtml(measured);
}

type Tally = Readonly<Record<string, number | null>>;

/** Precision, recall and F1 of the main measure over all pages and by type of page. */
async function scoreHtml(measured: Measured): Promise<Figures> {
  const measure = mainMeasure(measured.set);
  const rows = readGold(measured.gold);
  if (measure === 'prefix') return { ...scorePrefixes(measured, rows), ...(await scoreMeta(measured)) };
  const of = async (gold: string): Promise<Readonly<Record<string, number>>> => {
    const output = await run(measured.bench, 'score_html.py', [gold, measured.predictions, '--boot', '0', '--json']);
    const { p, r, f1 } = (JSON.parse(output) as Record<string, Tally>)[measure] ?? {};
    return numbers({ p, r, f1 });
  };
  const types = [...new Set(rows.flatMap(({ type }) => type ?? []))].sort();
  const figures: Record<string, Readonly<Record<string, number>>> = { all: await of(measured.gold) };
  for (const type of types) figures[type] = await withGold(rows, (row) => row.type === type, of);
  return figures;
}

/** The scorers have no measure for first words; the set's README has it so: white space folded, at the start of the text. */
function scorePrefixes({ predictions }: Measured, rows: readonly GoldRow[]): Figures {
  const texts = new Map<string, string>();
  for (const line of readFileSync(predictions, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
    texts.set(id, fold(text));
  }
  const given = rows.filter(({ prefix }) => prefix !== null);
  const found = given.filter(({ id, prefix }) => texts.get(id)?.startsWith(fold(prefix ?? '')));
  return { all: { prefix: found.length / Math.max(1, given.length) } };
}

/** Kept article words, removed other words, whole documents and F1 by style; `all` is the mean of the styles. */
function scoreText({ bench, gold, predictions }: Measured): Promise<Figures> {
  return inFolder(async (folder) => {
    const file = join(folder, 'scores.json');
    await run(bench, 'score_text.py', ['--gold', gold, '--pred', predictions, '--json', file]);
    const groups = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, readonly [number, number]>>;
    const styles = Object.entries(groups).filter(([style]) => style !== 'pooled');
    const percent = (value: readonly [number, number] | undefined): number | undefined => value && value[0] / 100;
    return Object.fromEntries(
      styles.map(([style, { p, r, f1, drop, exact }]) => [
        style,
        numbers({ p: percent(p), keep: percent(r), f1: percent(f1), drop: percent(drop), exact: percent(exact) }),
      ]),
    );
  });
}

/** Title, authors, date and language; `none` is the share of rows without one for which none was given. */
async function scoreMeta({ bench, gold, predictions }: Measured): Promise<Figures> {
  const output = await run(bench, 'score_meta.py', ['--gold', gold, '--pred', predictions, '--json']);
  const {
    title = {},
    authors = {},
    date = {},
    lang = {},
  } = (JSON.parse(output) as Record<string, MetaTally>).ALL ?? {};
  const none = ({ fp_none }: Tally): number | null => (fp_none == null ? null : 1 - fp_none);
  const fields = {
    title: numbers({ exact: title.exact, norm: title.norm, loose: title.loose }),
    authors: numbers({ p: authors.P, r: authors.R, f1: authors.F1, exact: authors.exact, none: none(authors) }),
    date: numbers({ acc: date.acc, p: date.precision, none: none(date) }),
    lang: numbers({ acc: lang.acc }),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, figures]) => Object.keys(figures).length > 0));
}

type MetaTally = Readonly<Record<string, Tally>>;

/** Measures that the rows give something for, to five places. */
function numbers(tally: Readonly<Record<string, number | null | undefined>>): Readonly<Record<string, number>> {
  const known = Object.entries(tally).flatMap(([name, value]) => (value == null ? [] : [[name, value] as const]));
  return Object.fromEntries(known.map(([name, value]) => [name, Math.round(value * 1e5) / 1e5]));
}

function withGold<T>(
  rows: readonly GoldRow[],
  wanted: (row: GoldRow) => boolean,
  use: (file: string) => Promise<T>,
): Promise<T> {
  return inFolder((folder) => {
    const file = join(folder, 'gold.jsonl');
    writeFileSync(
      file,
      rows
        .filter(wanted)
        .map(({ line }) => `${line}\n`)
        .join(''),
    );
    return use(file);
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scores-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(bench: string, scorer: string, options: readonly string[]): Promise<string> {
  const { stdout } = await execute('python3', [join(bench, 'tools', scorer), ...options], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
