import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addFigures,
  measureScrape,
  measureUnnamedPage,
  SCRAPES_FOLDER,
  scrapeGroups,
  scrapesOf,
} from '../../scripts/quality/scrapes.ts';

/** Least share of the words of the article that stay, and of all others that go. */
interface Floor {
  readonly kept: number;
  readonly removed: number;
}

const FLOORS = JSON.parse(readFileSync(join(SCRAPES_FOLDER, 'floor.json'), 'utf8')) as Readonly<Record<string, Floor>>;
/** Most of the words of the article (0..1) that may go of any one scrape. */
const MOST_LOST = 0.1;
/**
 * Scrapes that lose more: lists of facts in what looks like a whole page, a table beside the prose, a box with a verdict, an item of a round-up, a summary, questions
 * in closed panels.
 */
const LOSES_MORE: Readonly<Record<string, number>> = {
  'elementor-pinholes': 0.14,
  'de-brueckensperrung': 0.13,
  'review-espresso-machine': 0.14,
  'roundup-morning-email': 0.11,
  'br-portal': 0.11,
  'uk-print-health-tips': 0.14,
  'product-shop-grinder': 0.13,
};

/** The key of the floor of all pages without the names of their elements. */
const UNNAMED = 'unnamed';

test('every group has a floor', () => {
  expect([...scrapeGroups(), UNNAMED].sort()).toEqual(Object.keys(FLOORS).sort());
  expect(scrapeGroups().every((group) => scrapesOf(group).length > 0)).toBe(true);
});

test('pages are cleaned without the names of their elements too', () => {
  const pages = scrapeGroups().flatMap((group) => scrapesOf(group, 'html').map((name) => ({ group, name })));
  const { kept, wanted, removed, unwanted } = addFigures(
    pages.map(({ group, name }) => measureUnnamedPage(group, name)),
  );
  expect(wanted).toBeGreaterThan(50_000);
  expect(kept / wanted).toBeGreaterThanOrEqual(FLOORS[UNNAMED]?.kept ?? 1);
  expect(removed / unwanted).toBeGreaterThanOrEqual(FLOORS[UNNAMED]?.removed ?? 1);
});

describe.each(scrapeGroups())('scrapes of %s', (group) => {
  const each = scrapesOf(group).map((name) => ({ name, figures: measureScrape(group, name) }));

  test('are kept and cleaned as well as before', () => {
    const { kept, wanted, removed, unwanted } = addFigures(each.map(({ figures }) => figures));
    expect(kept / wanted).toBeGreaterThanOrEqual(FLOORS[group]?.kept ?? 1);
    expect(removed / unwanted).toBeGreaterThanOrEqual(FLOORS[group]?.removed ?? 1);
  });

  test.each(each)('$name keeps nearly all of its article', ({ name, figures: { kept, wanted } }) => {
    expect(wanted).toBeGreaterThan(100);
    expect(kept).toBeGreaterThan(wanted * (1 - (LOSES_MORE[name] ?? MOST_LOST)));
  });
});
