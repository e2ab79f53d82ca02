import type { BadInputCase } from './cases.ts';
import type { Verdict } from './verdict.ts';

/** Share of the cases whose outcome must be the best one. */
const LEAST_BEST = 0.94;

export interface Judged {
  readonly one: BadInputCase;
  readonly verdict: Verdict;
}

/** The table by group, and the worst of time and memory. */
export function table(judged: readonly Judged[]): string {
  const groups = [...new Set(judged.map(({ one }) => one.group))];
  const rows = [...groups, 'all'].map((group) => {
    const of = judged.filter(({ one }) => group === 'all' || one.group === group);
    const clean = of.filter(({ verdict }) => verdict.failures.length === 0).length;
    const ms = Math.max(...of.map(({ verdict }) => verdict.ms));
    const rss = Math.max(...of.map(({ verdict }) => verdict.rssMb));
    return [
      group.padEnd(10),
      String(of.length).padStart(6),
      percent(of.length - count(of, 'notAccepted'), of.length),
      percent(clean, of.length),
      percent(of.length - count(of, 'notBest'), of.length),
      `${Math.round(ms)} ms`.padStart(10),
      `${rss} MiB`.padStart(9),
    ].join(' ');
  });
  const head = 'group       cases  accepted  invariants      best      worst      peak';
  return [head, ...rows].join('\n');
}

/** The slowest and the largest case. */
export function worst(judged: readonly Judged[]): string {
  const by = (value: (verdict: Verdict) => number) =>
    judged.map(({ verdict }) => verdict).reduce((most, one) => (value(one) > value(most) ? one : most));
  const slow = by(({ ms }) => ms);
  const large = by(({ rssMb }) => rssMb);
  return `slowest ${slow.name} ${Math.round(slow.ms)} ms; most memory ${large.name} ${large.rssMb} MiB`;
}

/** What is wrong, a line a case. */
export function complaints(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap(({ one, verdict }) => {
    const { notAccepted, notBest, failures } = verdict;
    const lines = failures.map(([invariant, what]) => `${invariant}: ${what}`);
    if (notAccepted.length > 0) lines.push(`not accepted: ${notAccepted.join('; ')}`);
    else if (notBest.length > 0) lines.push(`not best: ${notBest.join('; ')}`);
    return lines.map((line) => `${one.group}/${one.name} ${line.slice(0, 300)}`);
  });
}

/** The last line, and whether it is good enough. */
export function summary(judged: readonly Judged[]): { readonly line: string; readonly passed: boolean } {
  const accepted = judged.length - count(judged, 'notAccepted');
  const best = judged.length - count(judged, 'notBest');
  const broken = judged.reduce((sum, { verdict }) => sum + verdict.failures.length, 0);
  return {
    line: `badinput ${judged.length} cases, ${accepted} accepted, ${best} best, ${broken} invariant failures`,
    passed: judged.length > 0 && accepted === judged.length && broken === 0 && best >= LEAST_BEST * judged.length,
  };
}

function count(judged: readonly Judged[], list: 'notAccepted' | 'notBest'): number {
  return judged.filter(({ verdict }) => verdict[list].length > 0).length;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`.padStart(9);
}
