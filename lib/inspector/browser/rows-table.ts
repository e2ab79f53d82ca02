import type { ArticleBlock } from '../../core/record.ts';
import { holds, isWanted, narrowsRemovals } from '../filter.ts';
import { type InspectedDocument, isQuarantine } from '../inspected.ts';
import { type Row, rowsOf } from '../rows.ts';
import { colourBy } from './class-colours.ts';
import { el } from './element.ts';
import type { Store } from './store.ts';
import { createWhyPanel } from './why-panel.ts';

/** Source and result side by side, a row a piece, with the reasons of the row that is pointed at or has the focus. */
export function createRowsTable(store: Store, inspected: InspectedDocument): HTMLElement {
  const { answer } = inspected;
  if (isQuarantine(answer)) return el('p');
  const rows = rowsOf(answer).filter((row) => isShown(row, store));
  const why = createWhyPanel(store, inspected);
  const lines = rows.map((row) => lineOf(row));
  const body = el('tbody', {}, ...lines);
  const select = (at: number, focus: boolean) => {
    const [line, row] = [lines[at], rows[at]];
    if (line === undefined || row === undefined) return;
    for (const other of lines) {
      other.tabIndex = other === line ? 0 : -1;
      other.setAttribute('aria-current', String(other === line));
    }
    why.select(row);
    if (focus) line.focus();
  };
  lines.forEach((line, at) => {
    const row = rows[at];
    line.addEventListener('focus', () => select(at, false));
    line.addEventListener('click', () => select(at, false));
    if (row === undefined) return;
    line.addEventListener('mouseenter', () => why.preview(row));
    line.addEventListener('mouseleave', () => why.preview(null));
  });
  body.addEventListener('keydown', (event) => {
    const at = lines.indexOf(document.activeElement as HTMLTableRowElement);
    const target = at < 0 ? -1 : targetOf(event.key, at, rows);
    if (target >= 0) {
      event.preventDefault();
      select(target, true);
    } else if (event.key === 'Enter' && at >= 0) {
      // Else the same key would press the button that it leads to.
      event.preventDefault();
      why.enter(() => lines[at]?.focus());
    }
  });
  const first = lines[0];
  if (first !== undefined) first.tabIndex = 0;
  const heads = ['Source', 'Result'].map((text) => el('th', { scope: 'col' }, text));
  const table = el('table', { class: 'rows' }, el('thead', {}, el('tr', {}, ...heads)), body);
  const nothing = rows.length === 0 ? el('p', {}, 'No piece of this document passes the filter.') : table;
  return el('div', { class: 'comparison' }, nothing, why.element);
}

function isShown(row: Row, store: Store): boolean {
  if (row.kept) return !store.onlyRemoved;
  // Searching hides rows only where only removals are asked for: else the place of a hit in the story would be lost.
  if (store.onlyRemoved && !holds(row.source, store.filter)) return false;
  return !narrowsRemovals(store.filter) || isWanted(row.removal, store.filter);
}

/** Row that a key leads to; -1 for other keys. */
function targetOf(key: string, at: number, rows: readonly Row[]): number {
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(last, at + 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'n':
      return rows.findIndex((row, index) => index > at && !row.kept);
    case 'p':
      return rows.findLastIndex((row, index) => index < at && !row.kept);
    default:
      return -1;
  }
}

function lineOf(row: Row): HTMLTableRowElement {
  if (row.kept) {
    return el('tr', { class: 'kept', tabindex: -1 }, el('td', {}, text(row.source)), el('td', {}, resultOf(row.block)));
  }
  const { removal } = row;
  const label = el('span', { class: 'class-label' }, removal.class);
  const line = el(
    'tr',
    { class: 'removed', tabindex: -1, 'data-class': removal.class, 'data-rule': removal.rule },
    el('td', {}, label, text(row.source)),
    el('td', { class: 'nothing' }, el('span', { class: 'visually-hidden' }, 'removed')),
  );
  colourBy(line, removal.class);
  return line;
}

function text(source: string): HTMLElement {
  return el('span', { class: 'text', dir: 'auto' }, source);
}

function resultOf(block: ArticleBlock): HTMLElement {
  if (block.type === 'heading') return el('strong', { class: 'text', dir: 'auto' }, block.text);
  if (block.type === 'list') {
    const items = block.items.map((item) => el('li', {}, item.text));
    return block.ordered ? el('ol', { dir: 'auto' }, ...items) : el('ul', { dir: 'auto' }, ...items);
  }
  if (block.type === 'table') {
    const rows = block.rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))));
    return el('table', { class: 'inner' }, el('tbody', {}, ...rows));
  }
  if (block.type === 'paragraph') return text(block.text);
  return el('div', {}, el('span', { class: 'type-label' }, block.type), text(block.text));
}
