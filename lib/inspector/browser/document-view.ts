import type { Evidence } from '../../core/record.ts';
import { countRecord } from '../figures.ts';
import { type InspectedDocument, isQuarantine } from '../inspected.ts';
import { count, download, el, percent } from './element.ts';
import { createRowsTable } from './rows-table.ts';
import type { Store } from './store.ts';

/** One document: what it says of itself and why, and its source beside the result. */
export function drawDocument(store: Store, inspected: InspectedDocument): HTMLElement {
  const { answer, name } = inspected;
  if (isQuarantine(answer)) {
    return el(
      'article',
      { class: 'document' },
      el('h2', {}, name),
      el('p', {}, el('span', { class: 'badge quarantined' }, 'quarantined'), ` ${answer.reason}`),
      el('p', {}, answer.message),
      jsonButton(inspected),
    );
  }
  const { kept, removed, share } = countRecord(answer);
  const facts = `quality ${answer.quality.score.toFixed(2)}; ${count(kept, 'word')} kept, ${removed.toLocaleString('en')} removed (${percent(share)})`;
  const flags = answer.quality.flags.map(({ flag, reason }) => el('li', {}, el('strong', {}, flag), `: ${reason}`));
  return el(
    'article',
    { class: 'document' },
    el('h2', {}, answer.title ?? '(no title)'),
    el('p', { class: 'facts' }, el('span', { class: 'badge cleaned' }, 'cleaned'), ` ${name}; ${facts}`),
    flags.length === 0 ? null : el('ul', { class: 'flags', 'aria-label': 'Flags of quality' }, ...flags),
    evidenceOf(inspected),
    jsonButton(inspected),
    createRowsTable(store, inspected),
  );
}

/** Fields of the record that are told with where they came from. */
const FIELDS = ['title', 'authors', 'datePublished', 'dateModified', 'section', 'language'] as const;

function evidenceOf({ answer }: InspectedDocument): HTMLElement {
  if (isQuarantine(answer)) return el('p');
  const rows = FIELDS.map((field) => {
    const value = field === 'authors' ? answer.authors?.map((author) => author.name).join(', ') : answer[field];
    const evidence: Evidence | undefined = answer.evidence?.[field];
    const cells = [value ?? '-', evidence?.source ?? '-', evidence?.confidence.toFixed(2) ?? '-', evidence?.raw ?? '-'];
    return el('tr', {}, el('th', { scope: 'row' }, field), ...cells.map((text) => el('td', {}, text)));
  });
  const heads = ['Field', 'Value', 'Found in', 'Confidence', 'As it stood'].map((text) =>
    el('th', { scope: 'col' }, text),
  );
  const table = el('table', { class: 'evidence' }, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows));
  return el(
    'details',
    { class: 'evidence-box' },
    el('summary', {}, 'Evidence for title, authors and dates'),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Evidence' }, table),
  );
}

function jsonButton({ answer, name }: InspectedDocument): HTMLElement {
  const json = JSON.stringify(answer, null, 2);
  const save = el(
    'button',
    { type: 'button', on: { click: () => download(`${fileName(name)}.json`, json, 'application/json') } },
    'Save',
  );
  const copy = el('button', { type: 'button', on: { click: () => void navigator.clipboard?.writeText(json) } }, 'Copy');
  const text = el('pre', { tabindex: 0, role: 'region', 'aria-label': 'The record' });
  const box = el(
    'details',
    { class: 'json-box' },
    el('summary', {}, 'Record as JSON'),
    el('p', {}, save, ' ', copy),
    text,
  );
  // A long record costs time to lay out, so only when it is asked for.
  box.addEventListener('toggle', () => {
    text.textContent = box.open ? json : '';
  });
  return box;
}

function fileName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'record';
}
