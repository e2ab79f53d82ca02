import { describe, expect, it } from '@jest/globals';
import { foldOf } from '../../scripts/train/sites.ts';
import type { TextRow } from '../../scripts/train/text-rows.ts';
import { isTransplant, transplantRows } from '../../scripts/train/transplant-rows.ts';

/** Sites of one fold, and one of another. */
const SITES = Array.from({ length: 400 }, (_, n) => `site${n}.example`);
const OWN = SITES.filter((site) => foldOf(site) === foldOf(SITES[0] ?? '')).slice(0, 12);
const OTHER = SITES.find((site) => foldOf(site) !== foldOf(SITES[0] ?? '')) ?? '';

const story = (site: string): TextRow['lines'] =>
  [1, 2, 3, 4].map((day) => ({
    t: `On day ${day} the harbour office of ${site} spoke with the crews about the ferry and the watch at night.`,
    keep: true,
  }));

function container(site: string, style = 'container'): TextRow {
  const [first, second, ...rest] = story(site);
  const lines = [first, second].flatMap((line) => (line ? [line] : []));
  const clutter = [
    { t: `Sign up for the letter of ${site}`, keep: false },
    { t: `More from ${site}`, keep: false },
  ];
  return { set: 'pages', id: site, style, site, lang: 'en', type: 'article', lines: [...lines, ...clutter, ...rest] };
}

describe('documents with lines of other articles that are none of them', () => {
  const rows = [...OWN, OTHER].map((site) => container(site));
  const made = transplantRows(rows);

  it('keep every line of their host, and add lines of other sites of the fold alone', () => {
    expect(made.map(({ id }) => id)).toEqual(OWN);
    for (const row of made) {
      const host = container(row.site);
      expect(row.lines.filter(({ keep }) => keep === true)).toEqual(host.lines.filter(({ keep }) => keep === true));
      const added = row.lines.filter((line) => !host.lines.some(({ t }) => t === line.t));
      expect(added.length).toBeGreaterThan(0);
      expect(added.every(({ keep }) => keep === false)).toBe(true);
      expect(added.some(({ t }) => t.includes(OTHER))).toBe(false);
    }
  });

  it('are the same every time, and count less than given ones', () => {
    expect(transplantRows(rows)).toEqual(made);
    expect(made.every(({ share = 1 }) => share < 1)).toBe(true);
    expect([made.every(isTransplant), rows.some(isTransplant)]).toEqual([true, false]);
  });

  it('are not made of Markdown and plain text together', () => {
    const mixed = OWN.map((site, at) => container(site, at % 2 === 0 ? 'container' : 'md-container'));
    expect(transplantRows(mixed)).toEqual([]);
  });
});
