import { billedSeconds, computeDollars, costTable } from '../../scripts/bench/cost-table.ts';
import { ONE_PROCESSOR_MB, PRICES } from '../../scripts/bench/prices.ts';

describe('cost of a million articles', () => {
  it('is the same for any share of a processor, which takes longer the smaller it is', () => {
    expect(billedSeconds(0.02, ONE_PROCESSOR_MB / 2)).toBeCloseTo(0.04, 10);
    expect(computeDollars(0.02, 512)).toBeCloseTo(computeDollars(0.02, ONE_PROCESSOR_MB), 10);
  });

  it('rises with memory beyond one processor, which one thread does not use', () => {
    expect(billedSeconds(0.02, 2 * ONE_PROCESSOR_MB)).toBe(0.02);
    expect(computeDollars(0.02, 2 * ONE_PROCESSOR_MB)).toBeCloseTo(2 * computeDollars(0.02, ONE_PROCESSOR_MB), 10);
  });

  it('adds requests, the queue and logs to what one object costs, and requests alone to a row', () => {
    const single = { cpuSeconds: 0.03, gets: 1, puts: 2 };
    const shard = { cpuSeconds: 0.01, gets: 0, puts: 0.1 };
    const table = costTable({ single, shard }, { articles: 10, kilobytes: 50, machine: 'a machine' });
    const alone = computeDollars(0.03, 1024);
    const around = PRICES.s3Get * 1e6 + 2 * PRICES.s3Put * 1e6 + 1.2 * PRICES.sqsRequest * 1e6 + 0.02 + 0.25;
    expect(table).toContain(`| 1024 MB | 52 ms | ${alone.toFixed(2)} $ | ${(alone + around).toFixed(2)} $ |`);
    expect(table).toContain(`${(computeDollars(0.01, 1024) + 0.5).toFixed(2)} $ |\n| 1536`);
  });
});
