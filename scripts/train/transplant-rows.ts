import { languageOf } from './language.ts';
import { foldOf, hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

type RowLines = TextRow['lines'];

/** What is put between the paragraphs of another document: neighbouring lines of which none is of the article. */
interface Cutting {
  readonly site: string;
  readonly lines: RowLines;
}

/** Most lines of a cutting, most cuttings of a document, and what such a document counts beside others. */
const MOST_LINES = 6;
const MOST_CUTTINGS = 8;
const SHARE = 0.5;

/**
 * Articles into which lines of other sites' articles were put that are none of them: boxes, appeals, links, credits. There are few articles
 * full of such things among the given ones, and a model that has not seen them is timid there. Host and cuttings are of one fold and language.
 */
export function transplantRows(rows: readonly TextRow[]): readonly TextRow[] {
  const containers = rows.filter(({ style, type }) => style.endsWith('container') && type === 'article');
  const natural = rows.filter(({ style }) => style === 'insert-none' || style === 'readability' || style === 'pmain');
  const cuttings = new Map<string, Cutting[]>();
  for (const row of containers) {
    const key = keyOf(row);
    cuttings.set(key, [...(cuttings.get(key) ?? []), ...cut(row)]);
  }
  return [...natural, ...containers].flatMap((host) => {
    const others = (cuttings.get(keyOf(host)) ?? []).filter(({ site }) => site !== host.site);
    return others.length < MOST_CUTTINGS ? [] : [insert(host, others)];
  });
}

/** Whether lines of other sites stand in a row. */
export function isTransplant({ style }: TextRow): boolean {
  return style.includes('transplant-');
}

function keyOf(row: TextRow): string {
  return `${foldOf(row.site)} ${row.lang ?? languageOf(textOf(row))} ${row.style.startsWith('md')}`;
}

function textOf({ lines }: TextRow): string {
  return lines.flatMap(({ t, keep }) => (keep === true ? [t] : [])).join(' ');
}

/** Runs of lines that are none of the article, long ones in pieces. */
function cut(row: TextRow): readonly Cutting[] {
  const found: Cutting[] = [];
  let run: RowLines[number][] = [];
  const end = (): void => {
    if (run.some(({ t }) => t.trim() !== '')) found.push({ site: row.site, lines: run });
    run = [];
  };
  row.lines.forEach((line, at) => {
    if (line.keep === true || (line.keep === null && line.t.trim() !== '')) {
      end();
      return;
    }
    const most = 1 + (hash32(`${row.id} ${at}`) % MOST_LINES);
    if (run.filter(({ keep }) => keep === false).length >= most) end();
    if (run.length > 0 || line.t.trim() !== '') run.push(line);
  });
  end();
  return found;
}

/** Puts some cuttings between the lines of the article, before and behind it. */
function insert(host: TextRow, cuttings: readonly Cutting[]): TextRow {
  const draw = (what: string): number => hash32(`transplant ${host.id} ${host.style} ${what}`) >>> 4;
  const kept = host.lines.flatMap(({ keep }, at) => (keep === true ? [at] : []));
  const isSpaced = host.lines.some(({ t }) => t.trim() === '');
  const put = new Map<number, RowLines[number][]>();
  const count = 1 + (draw('count') % MOST_CUTTINGS);
  for (let n = 0; n < count; n++) {
    const way = draw(`way ${n}`) % 10;
    const inside = kept[draw(`place ${n}`) % Math.max(1, kept.length)] ?? 0;
    const at = way < 6 ? inside : way < 9 ? (kept.at(-1) ?? 0) + 1 : (kept[0] ?? 0);
    const { lines } = cuttings[draw(`cutting ${n}`) % cuttings.length] as Cutting;
    const own = isSpaced ? [...lines, { t: '', keep: null }] : lines.filter(({ t }) => t.trim() !== '');
    put.set(at, [...(put.get(at) ?? []), ...own]);
  }
  const lines = host.lines.flatMap((line, at) => [...(put.get(at) ?? []), line]);
  return {
    ...host,
    set: 'pages',
    style: `${host.style.startsWith('md') ? 'md-' : ''}transplant-${host.style}`,
    type: host.type ?? 'article',
    share: SHARE,
    lines: [...lines, ...(put.get(host.lines.length) ?? [])],
  };
}
