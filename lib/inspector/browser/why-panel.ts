import { type InspectedDocument, isQuarantine, type PieceReason } from '../inspected.ts';
import type { Row } from '../rows.ts';
import { openCaseDialog } from './case-dialog.ts';
import { el } from './element.ts';
import type { Store } from './store.ts';
import { hasSource } from './unpack.ts';

/** The panel that says why a piece is where it is. */
export interface WhyPanel {
  readonly element: HTMLElement;
  /** Shows a row until another is selected. */
  select(row: Row): void;
  /** Shows a row for as long as it is pointed at; `null` for the selected one again. */
  preview(row: Row | null): void;
  /** Puts the focus on the panel's button; Escape gives it back. */
  enter(back: () => void): void;
}

const HINT =
  'Point at a line, or move with the arrow keys: here stands why it was kept or removed. n and p go to the next and the previous removal, Enter to what can be said against it.';

/** Makes the panel; it is told aloud when the selected row changes. */
export function createWhyPanel(store: Store, inspected: InspectedDocument): WhyPanel {
  const body = el('div', { 'aria-live': 'polite' }, el('p', {}, HINT));
  const button = el('button', { type: 'button', hidden: true });
  let selected: Row | null = null;
  let back: () => void = () => {};
  button.addEventListener('click', () => {
    if (selected !== null) openCaseDialog(store, inspected, selected, back);
  });
  const element = el('aside', { class: 'why', 'aria-label': 'Why' }, el('h3', {}, 'Why'), button, body);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back();
  });
  const draw = (row: Row | null) =>
    body.replaceChildren(...(row === null ? [el('p', {}, HINT)] : describe(store, inspected, row)));
  return {
    element,
    select(row) {
      selected = row;
      draw(row);
      button.hidden = !hasSource(inspected);
      button.textContent = row.kept ? 'This should have been removed …' : 'This should have been kept …';
      if (!hasSource(inspected)) body.append(el('p', { class: 'note' }, NO_SOURCE));
    },
    preview: (row) => draw(row ?? selected),
    enter(to) {
      back = to;
      if (!button.hidden) button.focus();
    },
  };
}

const NO_SOURCE =
  'The source of this record is not at hand, so no case can be made of it: inspect the folder of the sources instead of the records.';

function describe(store: Store, inspected: InspectedDocument, row: Row): readonly HTMLElement[] {
  if (isQuarantine(inspected.answer)) return [];
  const reason = (row.kept ? inspected.keptReasons : inspected.removedReasons)?.[row.index] ?? null;
  if (row.kept) {
    const facts: Fact[] = [['Kept as', row.block.type]];
    return [factsOf([...facts, ...stageFacts(reason)]), ...linesOf(reason)];
  }
  const { removal } = row;
  const rationale = store.rationales[removal.rule];
  const facts: Fact[] = [
    ['Class', removal.class],
    ['Rule', removal.rule],
    ['Confidence', removal.confidence.toFixed(2)],
    ...(rationale === undefined ? [] : [['Reason', rationale] as const]),
    ...stageFacts(reason),
    ...(removal.path === undefined ? [] : [['Place', removal.path] as const]),
    ...(removal.start === undefined ? [] : [['Place', `${removal.start} to ${removal.end ?? ''}`] as const]),
  ];
  return [factsOf(facts), ...linesOf(reason)];
}

type Fact = readonly [name: string, value: string];

function stageFacts(reason: PieceReason | null): readonly Fact[] {
  if (reason === null) return [];
  const { stage, probability, threshold } = reason;
  const decided: Fact = ['Decided by', stage === 'none' ? 'nothing speaks against it' : stage];
  if (probability === undefined) return [decided];
  const from = threshold === undefined ? '' : `; kept from ${threshold.toFixed(2)}`;
  return [decided, ['Probability', `${probability.toFixed(2)} that it is article${from}`]];
}

function factsOf(facts: readonly Fact[]): HTMLElement {
  return el('dl', {}, ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

function linesOf(reason: PieceReason | null): readonly HTMLElement[] {
  if (reason === null || reason.lines.length === 0) return [];
  return [el('ul', { class: 'reasons' }, ...reason.lines.map((line) => el('li', {}, line)))];
}
