import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MarkedLine, readMarkedLines, SCRAPES_FOLDER, scrapeGroups, scrapesOf } from '../quality/scrapes.ts';
import type { RowLine, ScrapeRow } from './rows.ts';

/** Groups of invented scrapes that nothing is learnt from; two thresholds were chosen with them in view. */
const UNSEEN_GROUPS: readonly string[] = ['evenings', 'mistaken', 'scripts', 'wires'];
const MARKDOWN = /\]\(\S|^#{1,4} /;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u;
/** Words of the shortest line of a card. */
const LEAST_WORDS = 4;

/** Invented scrapes of text; what is none of the article between its lines is marked as of another story. */
export function readInventedRows(): readonly ScrapeRow[] {
  return inventedTexts().map(([group, name]) => {
    const lines = readMarkedLines(fileOf(group, name)).map(lineOf);
    const first = lines.findIndex(({ keep }) => keep === true);
    const last = lines.findLastIndex(({ keep }) => keep === true);
    const id = `invented/${group}/${name}`;
    const marked = lines.map((line, at): RowLine => {
      const isCard = line.keep === false && at > first && at < last && isLongEnough(line.t);
      return isCard ? { ...line, insert: 1 } : line;
    });
    return { id, style: lines.some(({ t }) => MARKDOWN.test(t)) ? 'md-invented' : 'invented', site: id, lines: marked };
  });
}

/** sha256 of all of them. */
export function hashInventedRows(): string {
  const hash = createHash('sha256');
  for (const [group, name] of inventedTexts()) hash.update(readFileSync(fileOf(group, name)));
  return hash.digest('hex');
}

function inventedTexts(): readonly (readonly [group: string, name: string])[] {
  return scrapeGroups()
    .filter((group) => !UNSEEN_GROUPS.includes(group))
    .flatMap((group) => scrapesOf(group, 'lines').map((name) => [group, name] as const));
}

function fileOf(group: string, name: string): string {
  return join(SCRAPES_FOLDER, group, `${name}.lines`);
}

function lineOf({ mark, text }: MarkedLine): RowLine {
  return { t: text, keep: mark === '=' ? true : mark === '-' ? false : null };
}

function isLongEnough(text: string): boolean {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length >= LEAST_WORDS || SIGNS.test(text);
}
