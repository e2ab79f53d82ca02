import { countFolder, type FolderFigures, QUALITY_BINS } from '../figures.ts';
import { colourBy } from './class-colours.ts';
import { count, el, percent, svg } from './element.ts';
import type { Store } from './store.ts';

/** The folder as a whole: sums, words removed by class, records by quality. */
export function drawOverview(store: Store): HTMLElement {
  const figures = countFolder(store.documents);
  return el(
    'section',
    { class: 'overview', 'aria-label': 'Overview' },
    el('h2', {}, store.data.title),
    el('p', { class: 'sums' }, sumsOf(figures)),
    el('h3', {}, 'Words removed by class'),
    figures.byClass.length === 0 ? el('p', {}, 'Nothing was removed.') : classChart(store, figures),
    el('h3', {}, 'Records by quality'),
    qualityChart(figures),
  );
}

function sumsOf({ cleaned, quarantined, kept, removed }: FolderFigures): string {
  const share = kept + removed === 0 ? 0 : removed / (kept + removed);
  return `${count(cleaned, 'record')} cleaned, ${quarantined} quarantined; ${count(kept, 'word')} kept, ${removed.toLocaleString('en')} removed (${percent(share)}).`;
}

/** A table whose bars are drawings: figures and names are text. */
function classChart(store: Store, { byClass, removed }: FolderFigures): HTMLElement {
  const most = byClass[0]?.[1] ?? 1;
  const rows = byClass.map(([name, words]) => {
    const bar = svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    const rect = svg('rect', { width: Math.max(0.4, (100 * words) / most).toFixed(2), height: 10, class: 'bar' });
    colourBy(rect, name);
    bar.append(rect);
    const filter = () => store.narrow({ classes: new Set([name]) });
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'plain', on: { click: filter } }, name)),
      el('td', { class: 'drawing' }, bar),
      el('td', { class: 'number' }, words.toLocaleString('en')),
      el('td', { class: 'number' }, percent(words / Math.max(1, removed))),
    );
  });
  const heads = ['Class', 'Bar', 'Words', 'Share'].map((name) => el('th', { scope: 'col' }, name));
  return el('table', { class: 'chart' }, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows));
}

function qualityChart({ quality }: FolderFigures): HTMLElement {
  const most = Math.max(1, ...quality);
  const columns = quality.flatMap((records, bin) => {
    const height = (80 * records) / most;
    const x = bin * 50;
    return [
      svg('rect', { x: x + 4, y: 95 - height, width: 42, height, class: 'column' }),
      svg('text', { x: x + 25, y: 90 - height, class: 'label' }, records === 0 ? '' : String(records)),
      svg('text', { x: x + 25, y: 110, class: 'label' }, `${(bin / QUALITY_BINS).toFixed(1)}–`),
    ];
  });
  const spoken = quality
    .flatMap((records, bin) => (records === 0 ? [] : [`${records} from ${(bin / QUALITY_BINS).toFixed(1)}`]))
    .join(', ');
  const label = `Histogram of quality in tenths: ${spoken === '' ? 'no records' : spoken}`;
  return el(
    'div',
    { class: 'histogram' },
    svg('svg', { viewBox: '0 0 500 116', role: 'img', 'aria-label': label }, ...columns),
  );
}
