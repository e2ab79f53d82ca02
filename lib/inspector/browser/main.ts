/** The page of the inspector: a list of documents beside the overview or one document, below search and filters. */
import type { InspectorData } from '../inspected.ts';
import { drawDocument } from './document-view.ts';
import { acceptFiles } from './drop.ts';
import { el } from './element.ts';
import { createFilterBar } from './filter-bar.ts';
import { createList } from './list-view.ts';
import { drawOverview } from './overview-view.ts';
import { followServer } from './server.ts';
import { Store } from './store.ts';

function start(): void {
  const data: InspectorData = JSON.parse(document.getElementById('data')?.textContent ?? '');
  const store = new Store(data);
  const status = el('p', { class: 'status', role: 'status' });
  const tell = (message: string) => {
    status.textContent = message;
  };
  const picker = el('input', { type: 'file', id: 'picker', multiple: true, class: 'visually-hidden' });
  const pick = el('label', { for: 'picker', class: 'button' }, 'Clean a file …');
  const header = el('header', { class: 'top' }, el('h1', {}, 'Winnow inspector'), picker, pick, themeButton(), status);
  const main = el('main', { id: 'main', tabindex: -1 });
  let drawn = '';
  const draw = () => {
    const { view, filter, onlyRemoved, documents } = store;
    const inspected = view === 'overview' ? undefined : documents[view];
    // Drawn anew only when something that is shown has changed: the place of the reader in a long document stays.
    const key = JSON.stringify([
      view,
      inspected === undefined ? documents.length : [...filter.classes, filter, onlyRemoved],
    ]);
    if (key === drawn) return;
    const jumps = !drawn.startsWith(`[${JSON.stringify(view)}`);
    drawn = key;
    main.replaceChildren(inspected === undefined ? drawOverview(store) : drawDocument(store, inspected));
    if (jumps) main.scrollTop = 0;
  };
  store.onChange(draw);
  document.body.append(
    header,
    createFilterBar(store),
    createList(store),
    main,
    el('div', { class: 'drop-hint', 'aria-hidden': 'true' }, 'Drop to clean'),
  );
  draw();
  acceptFiles(store, picker, tell);
  acceptKeys(store);
  if (data.served) followServer(store, tell);
}

/** Light, dark, or as the system has it. */
function themeButton(): HTMLElement {
  const themes = ['system', 'light', 'dark'] as const;
  let at = 0;
  const button = el('button', { type: 'button' }, 'Theme: system');
  button.addEventListener('click', () => {
    at = (at + 1) % themes.length;
    document.documentElement.dataset.theme = themes[at] ?? 'system';
    button.textContent = `Theme: ${themes[at]}`;
  });
  return button;
}

/** `/` searches, `[` and `]` go through the documents; not while something is typed. */
function acceptKeys(store: Store): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const isTyping = target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') {
      event.preventDefault();
      document.getElementById('search')?.focus();
    }
    if (event.key === ']') store.step(1);
    if (event.key === '[') store.step(-1);
  });
}

start();
