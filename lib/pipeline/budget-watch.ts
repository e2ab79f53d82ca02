/** How often the thread is looked at. */
const WATCH_MS = 50;
/** Elapsed time after which a thread is ended that uses no CPU either, in budgets. */
const MAX_ELAPSED_BUDGETS = 5;

/**
 * Calls back when one record has used up its time. A timer alone would also count the time in which a busy or frozen
 * machine did not run the thread, so the CPU time of the process must have passed too.
 */
export class BudgetWatch {
  private readonly timer: NodeJS.Timeout;
  private at = Number.NEGATIVE_INFINITY;
  private startCpu = process.cpuUsage();
  private startMs = performance.now();

  constructor(
    private readonly progress: Int32Array,
    private readonly budgetMs: number,
    private readonly onEnd: () => void,
  ) {
    this.timer = setInterval(() => this.look(), WATCH_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const at = Atomics.load(this.progress, 0);
    if (at !== this.at) {
      this.at = at;
      this.startCpu = process.cpuUsage();
      this.startMs = performance.now();
      return;
    }
    const { user, system } = process.cpuUsage(this.startCpu);
    const elapsedMs = performance.now() - this.startMs;
    const isSpent = (user + system) / 1000 >= this.budgetMs && elapsedMs >= this.budgetMs;
    if (isSpent || elapsedMs >= MAX_ELAPSED_BUDGETS * this.budgetMs) this.onEnd();
  }
}
