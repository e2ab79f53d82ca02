import { countRecord } from '../figures.ts';
import { isQuarantine } from '../inspected.ts';
import { count, el, percent } from './element.ts';
import type { Store } from './store.ts';

/** Documents listed at first, and with each request for more: a list of thousands is slow to draw and nobody reads it. */
const PAGE = 300;

/** The list of documents, each with outcome, quality and share removed. */
export function createList(store: Store): HTMLElement {
  const status = el('p', { class: 'count', role: 'status' });
  const list = el('ul', { class: 'documents' });
  const overview = el(
    'button',
    { type: 'button', class: 'overview-link', on: { click: () => store.show('overview') } },
    'Overview',
  );
  const more = el('button', { type: 'button', on: { click: () => grow() } }, 'Show more');
  let shown = PAGE;
  let drawn = '';
  const grow = () => {
    shown += PAGE;
    drawn = '';
    draw();
  };
  const draw = () => {
    const listed = store.listed();
    status.textContent = `${listed.length} of ${count(store.documents.length, 'object')}`;
    overview.setAttribute('aria-current', String(store.view === 'overview'));
    const key = `${store.documents.length} ${listed.join()}`;
    if (key !== drawn)
      list.replaceChildren(...listed.slice(0, shown).map((index) => el('li', {}, entryOf(store, index))));
    drawn = key;
    more.hidden = listed.length <= shown;
    for (const button of list.querySelectorAll('button')) {
      button.setAttribute('aria-current', String(button.dataset.index === String(store.view)));
    }
  };
  store.onChange(draw);
  draw();
  return el('nav', { 'aria-label': 'Objects', class: 'list' }, overview, status, list, more);
}

function entryOf(store: Store, index: number): HTMLElement {
  const inspected = store.documents[index];
  if (inspected === undefined) return el('span');
  const { answer, name } = inspected;
  const on = { click: () => store.show(index) };
  const head = el('span', { class: 'name' }, name);
  if (isQuarantine(answer)) {
    const badge = el('span', { class: 'badge quarantined' }, 'quarantined');
    const facts = el('span', { class: 'facts' }, badge, ` ${answer.reason}`);
    return el('button', { type: 'button', 'data-index': index, on }, head, facts);
  }
  const { share } = countRecord(answer);
  const facts = el(
    'span',
    { class: 'facts' },
    el('span', { class: 'badge cleaned' }, 'cleaned'),
    ` quality ${answer.quality.score.toFixed(2)}, ${percent(share)} removed`,
  );
  const title = el('span', { class: 'title' }, answer.title ?? '(no title)');
  return el('button', { type: 'button', 'data-index': index, on }, title, head, facts);
}
