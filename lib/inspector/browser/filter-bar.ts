import { REMOVAL_CLASSES } from '../../core/document.ts';
import { NO_FILTER, narrowsRemovals, rulesOf } from '../filter.ts';
import { isQuarantine } from '../inspected.ts';
import { colourBy } from './class-colours.ts';
import { el } from './element.ts';
import type { Store } from './store.ts';

/** Search, classes, rule and confidence; what they let through is listed and coloured. */
export function createFilterBar(store: Store): HTMLElement {
  const search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search names and text',
    'aria-label': 'Search',
    'aria-keyshortcuts': '/',
  });
  search.addEventListener('input', () => store.narrow({ search: search.value }));
  const rule = el('select', { id: 'rule' });
  rule.addEventListener('change', () => store.narrow({ rule: rule.value }));
  const from = confidence('from', 0, (value) => store.narrow({ from: value }));
  const to = confidence('to', 1, (value) => store.narrow({ to: value }));
  const only = el('input', { type: 'checkbox', id: 'only' });
  only.addEventListener('change', () => {
    store.onlyRemoved = only.checked;
    store.changed();
  });
  const chips = el('div', { class: 'chips', role: 'group', 'aria-label': 'Classes of removal' });
  const reset = el('button', { type: 'button' }, 'Reset');
  reset.addEventListener('click', () => {
    store.onlyRemoved = false;
    store.narrow(NO_FILTER);
  });
  const draw = () => {
    drawChips(store, chips);
    drawRules(store, rule);
    if (search.value !== store.filter.search) search.value = store.filter.search;
    from.value = String(store.filter.from);
    to.value = String(store.filter.to);
    only.checked = store.onlyRemoved;
    reset.disabled = !narrowsRemovals(store.filter) && store.filter.search === '' && !store.onlyRemoved;
  };
  store.onChange(draw);
  draw();
  const controls = el(
    'div',
    { class: 'controls' },
    search,
    labelled('Rule', rule),
    labelled('Confidence from', from),
    labelled('to', to),
    el('label', {}, only, ' Only what was removed'),
    reset,
  );
  return el('div', { class: 'filters', role: 'search' }, controls, chips);
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return el('label', {}, `${text} `, control);
}

function confidence(id: string, value: number, take: (value: number) => void): HTMLInputElement {
  const input = el('input', { type: 'number', id: `confidence-${id}`, min: 0, max: 1, step: 0.05, value });
  input.addEventListener('change', () => take(Math.min(1, Math.max(0, Number(input.value) || 0))));
  return input;
}

/** A button for each class that has removals; those pressed are shown. */
function drawChips(store: Store, chips: HTMLElement): void {
  const present = new Set(
    store.documents.flatMap(({ answer }) => (isQuarantine(answer) ? [] : answer.removed.map((one) => one.class))),
  );
  const names = REMOVAL_CLASSES.filter((name) => present.has(name));
  if (chips.childElementCount !== names.length) {
    const buttons = names.map((name) => {
      const chip = el('button', { type: 'button', class: 'chip', 'data-class': name }, name);
      colourBy(chip, name);
      chip.addEventListener('click', () => {
        const classes = new Set(store.filter.classes);
        if (!classes.delete(name)) classes.add(name);
        store.narrow({ classes, rule: '' });
      });
      return chip;
    });
    chips.replaceChildren(...buttons);
  }
  for (const chip of chips.querySelectorAll('button')) {
    const isPressed = [...store.filter.classes].some((name) => name === chip.dataset.class);
    chip.setAttribute('aria-pressed', String(isPressed));
  }
}

function drawRules(store: Store, select: HTMLSelectElement): void {
  const options = rulesOf(store.documents, store.filter).map(([rule, count]) =>
    el('option', { value: rule }, `${rule} (${count})`),
  );
  select.replaceChildren(el('option', { value: '' }, 'all rules'), ...options);
  select.value = store.filter.rule;
}
