import type { Figures } from '../../scripts/quality/scorers.ts';

/** Figures of all systems on the pages of one set. */
export interface SetColumn {
  readonly set: string;
  readonly pages: number;
  readonly measure: string;
  /** System -> its figures, in the order of the rows. */
  readonly figures: ReadonlyMap<string, Figures>;
}

/** Markdown table with a row for each system and F1, precision and recall for each set; by type of page where a set has types. */
export function table(columns: readonly SetColumn[]): string {
  const shown = columns.flatMap((column) => groupsOf(column).map((group) => ({ column, group })));
  const systems = [...new Set(columns.flatMap(({ figures }) => [...figures.keys()]))];
  const head = shown.map(({ column, group }) =>
    group === 'all' ? `${column.set} (${column.pages}, ${column.measure})` : `${column.set} ${group}`,
  );
  const rows = systems.map((system) => [
    system,
    ...shown.map(({ column, group }) => cell(column.figures.get(system)?.[group])),
  ]);
  const lines = [['F1 P R', ...head], ['---', ...head.map(() => '---')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** All pages, and articles alone where the set has other types. */
function groupsOf({ figures }: SetColumn): readonly string[] {
  const first = [...figures.values()][0] ?? {};
  return ['all', 'article'].filter((group) => group in first);
}

function cell(figures: Readonly<Record<string, number>> | undefined): string {
  if (figures === undefined) return '-';
  const { f1, p, r, prefix } = figures;
  return [f1, p, r, prefix].flatMap((value) => (value === undefined ? [] : [value.toFixed(3)])).join(' ');
}
