import type { ScenarioResult } from './bench.ts';
import { sumFaults } from './judge.ts';
import type { ScheduleVerdict } from './schedules.ts';

/** Schedules that are told in full when they fail. */
const SHOWN = 8;

/** One line a fault; behind it every claim that did not hold. */
export function printTable(results: readonly ScenarioResult[], verdicts: readonly ScheduleVerdict[]): void {
  console.log(row(['#', 'fault', 'schedules', 'lost', 'doubled', 'stale', 'seen']));
  for (const result of results) {
    const own = verdicts.filter(({ scenario }) => scenario === result.number);
    const { lost, doubled, stale } = sumFaults([result, ...own]);
    console.log(row([result.number, result.title, own.length || '-', lost, doubled, stale, result.seen]));
    for (const claim of new Set(result.broken)) console.log(`    broken: ${claim}`);
  }
  const failed = verdicts.filter(({ lost, doubled, stale }) => lost + doubled + stale > 0);
  for (const { scenario, index, lost, doubled, stale, story } of failed.slice(0, SHOWN)) {
    console.log(`schedule ${scenario}-${index}: ${lost} lost, ${doubled} doubled, ${stale} stale: ${story}`);
  }
}

const WIDTHS = [2, 51, 9, 4, 7, 5] as const;

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, place) => {
      const text = String(cell);
      const width = WIDTHS[place] ?? 0;
      return typeof cell === 'number' || cell === '-' ? text.padStart(width) : text.padEnd(width);
    })
    .join('  ');
}
