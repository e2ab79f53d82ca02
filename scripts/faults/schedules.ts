import type { Faults } from './judge.ts';
import type { Rig } from './rig.ts';
import { drawSchedules } from './schedule.ts';
import { ScheduleRun } from './schedule-run.ts';
import { THEMES } from './themes.ts';

export interface ScheduleVerdict extends Faults {
  readonly scenario: number;
  readonly index: number;
  /** What was drawn, for whoever looks for the reason. */
  readonly story: string;
}

/** Runs schedules of every theme, some at a time, and says what each did. */
export async function runSchedules(
  rig: Rig,
  count: number,
  seed: number,
  lanes: number,
  onVerdict: (verdict: ScheduleVerdict) => void,
): Promise<void> {
  const jobs = THEMES.flatMap((theme, place) => {
    const share = Math.floor(count / THEMES.length) + (place < count % THEMES.length ? 1 : 0);
    return drawSchedules(theme, share, seed + place).map((schedule, index) => ({ theme, schedule, index }));
  });
  const running = new Map<string, ScheduleRun>();
  rig.proxy.gate = (request) => running.get(request.key.split('/', 1)[0] ?? '')?.gate(request.method) ?? undefined;
  const next = jobs.values();
  const lane = async (): Promise<void> => {
    for (const { theme, schedule, index } of next) {
      const prefix = `s${theme.scenario}-${index}`;
      const run = new ScheduleRun(rig, prefix, schedule);
      running.set(prefix, run);
      const verdict = await run.finish();
      running.delete(prefix);
      onVerdict({ ...verdict, scenario: theme.scenario, index, story: run.story });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  rig.proxy.gate = () => {};
}
