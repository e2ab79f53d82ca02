/**
 * Cleans the invented scrapes in `test/scrapes` and prints by group what was kept and removed; with `--list` the lines that went wrong.
 *
 *     npm run -s scrapes -- [--list] [GROUP ...]
 */
import { parseArgs } from 'node:util';
import { addFigures, type Figures, measureScrape, scrapeGroups, scrapesOf } from './quality/scrapes.ts';

const { values, positionals } = parseArgs({ options: { list: { type: 'boolean' } }, allowPositionals: true });
const all: Figures[] = [];
for (const group of positionals.length > 0 ? positionals : scrapeGroups()) {
  const each = scrapesOf(group).map((name) => ({ name, figures: measureScrape(group, name) }));
  if (values.list)
    for (const { name, figures } of each)
      console.log([`${name}`, ...figures.wrong.map((line) => `  ${line}`)].join('\n'));
  const sum = addFigures(each.map(({ figures }) => figures));
  print(group, sum, each.filter(({ figures }) => figures.wrong.length === 0).length, each.length);
  all.push(sum);
}
if (all.length > 1) print('all', addFigures(all));

function print(group: string, { wanted, kept, unwanted, removed }: Figures, exact?: number, count?: number): void {
  const percent = (part: number, whole: number): string => (whole > 0 ? (100 * part) / whole : 100).toFixed(2);
  const documents = count === undefined ? '' : `, ${exact} of ${count} documents right to the line`;
  console.log(
    `${group.padEnd(10)} kept ${percent(kept, wanted)} % of ${wanted.toFixed(0)} words, removed ${percent(removed, unwanted)} % of ${unwanted.toFixed(0)}${documents}`,
  );
}
