import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanArticle } from '../../lib/index.ts';
import { stripNames } from '../strip-names.ts';

/** Invented scrapes with a verdict on each line; `test/scrapes/README.md` tells their form. */
export const SCRAPES_FOLDER = join(process.cwd(), 'test', 'scrapes');

/** `=` of the article, `-` not of it, `~` either is right, a space for blank lines. */
type Mark = '=' | '-' | '~' | ' ';

/** A line of a scrape without its mark. */
export interface MarkedLine {
  readonly mark: Mark;
  readonly text: string;
}

/** How one scrape, or all of a group, was cleaned; words, where signs without spaces count .6 each. */
export interface Figures {
  readonly wanted: number;
  readonly kept: number;
  readonly unwanted: number;
  readonly removed: number;
  /** Lines on the wrong side, each with a word before it. */
  readonly wrong: readonly string[];
}

/** Share of a line (0..1) up to which it may be cut, and from which it counts as removed. */
const CUT = 0.2;
const SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SIGN_WORDS = 0.6;

/** Groups of scrapes, by their folders. */
export function scrapeGroups(): readonly string[] {
  return readdirSync(SCRAPES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Scrapes of one group, or those of texts (`lines`) or pages (`html`) in it: names without their endings. */
export function scrapesOf(group: string, ending?: 'lines' | 'html'): readonly string[] {
  const names = readdirSync(join(SCRAPES_FOLDER, group))
    .filter((name) => ending === undefined || name.endsWith(`.${ending}`))
    .map((name) => name.replace(/\.(?:lines|gold|html)$/, ''));
  return [...new Set(names)].sort();
}

/** Cleans one scrape and compares what was removed with its marks. @throws Error where a line has no mark. */
export function measureScrape(group: string, name: string): Figures {
  const file = join(SCRAPES_FOLDER, group, name);
  return existsSync(`${file}.html`)
    ? comparePage(readFileSync(`${file}.html`), readMarkedLines(`${file}.gold`))
    : compareText(readMarkedLines(`${file}.lines`));
}

/** The same of a page without the names of its elements, as a sanitizer leaves it. */
export function measureUnnamedPage(group: string, name: string): Figures {
  const file = join(SCRAPES_FOLDER, group, name);
  return comparePage(stripNames(readFileSync(`${file}.html`, 'utf8')), readMarkedLines(`${file}.gold`));
}

/** Sums of several. */
export function addFigures(all: readonly Figures[]): Figures {
  const sum = (read: (figures: Figures) => number): number => all.reduce((total, one) => total + read(one), 0);
  return {
    wanted: sum(({ wanted }) => wanted),
    kept: sum(({ kept }) => kept),
    unwanted: sum(({ unwanted }) => unwanted),
    removed: sum(({ removed }) => removed),
    wrong: all.flatMap(({ wrong }) => wrong),
  };
}

/** The lines of a file with their marks. @throws Error where a line has none. */
export function readMarkedLines(file: string): readonly MarkedLine[] {
  const lines = readFileSync(file, 'utf8').replace(/\n+$/, '').split('\n');
  return lines.map((line, at) => {
    const [, mark, text] = /^([=~-])(?: (.*))?$/.exec(line) ?? (line.trim() === '' ? ['', ' ', line] : []);
    if (mark === undefined)
      throw new Error(`${file}:${at + 1}: expected "= ", "- " or "~ " before a line, got "${line.slice(0, 40)}"`);
    return { mark: mark as Mark, text: text ?? '' };
  });
}

function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.reduce((sum, word) => sum + (SIGN.test(word) ? word.length * SIGN_WORDS : 1), 0);
}

function compareText(lines: readonly MarkedLine[]): Figures {
  const source = `${lines.map(({ text }) => text).join('\n')}\n`;
  const gone = new Uint8Array(source.length);
  for (const { start, end } of cleanArticle(source, 'text/plain').removed) gone.fill(1, start, end);
  let start = 0;
  return addFigures(
    lines.map(({ mark, text }) => {
      const share = shareGone(source, gone, start, start + text.length);
      start += text.length + 1;
      return figuresOf(mark, text, share);
    }),
  );
}

/** Share of the characters of a line (0..1), blanks aside, that were removed. */
function shareGone(source: string, gone: Uint8Array, start: number, end: number): number {
  let all = 0;
  let removed = 0;
  for (let at = start; at < end; at++) {
    if (source[at]?.trim() === '') continue;
    all++;
    removed += gone[at] ?? 0;
  }
  return all === 0 ? 0 : removed / all;
}

function figuresOf(mark: Mark, text: string, share: number): Figures {
  const words = countWords(text);
  const none = { wanted: 0, kept: 0, unwanted: 0, removed: 0, wrong: [] };
  if (mark === '=')
    return { ...none, wanted: words, kept: words * (1 - share), wrong: share > CUT ? [`lost: ${text}`] : [] };
  if (mark !== '-') return none;
  const isLeft = share < 1 - CUT && words > 0;
  return { ...none, unwanted: words, removed: words * share, wrong: isLeft ? [`left: ${text}`] : [] };
}

/** A page: its blocks are held against the lines of the article, and all it shows else must be gone. */
function comparePage(page: Uint8Array | string, lines: readonly MarkedLine[]): Figures {
  const record = cleanArticle(page, 'text/html');
  const known = foldWords(lines.map(({ text }) => text).join(' '));
  const got = foldWords(record.text);
  const kept = lines
    .filter(({ mark }) => mark === '=')
    .map(({ mark, text }) => figuresOf(mark, text, got.includes(foldWords(text)) ? 0 : 1));
  const left = record.blocks
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => !known.includes(foldWords(line)))
    .map((line) => figuresOf('-', line, 0));
  const removed = record.removed.map(({ text }) => figuresOf('-', known.includes(foldWords(text)) ? '' : text, 1));
  return addFigures([...kept, ...left, ...removed]);
}

/** What the text view writes before items of lists, and marks of notes; gold may leave them out. */
const MARKS = /^ *(?:\d+\.|-) |\[\d+\]/gm;

/** The words of a text in small letters between blanks. */
function foldWords(text: string): string {
  return ` ${(
    text
      .replace(MARKS, ' ')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}
