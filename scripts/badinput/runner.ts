import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BadInputCase } from './cases.ts';
import type { Verdict } from './verdict.ts';

type Answer = { readonly verdict: Verdict } | { readonly error: string };

/** Runs of a case that are made: twice over one store, once over another, and a neighbour. */
const RUNS = 4;
/** Peak memory of a case after which the process is replaced: what is not given back would count for the next. */
const RENEW_MB = 256;
const START_MS = 20_000;

/** Runs cases in a process of their own, which is replaced when a case ends or hangs it. */
export class CaseRunner {
  private child: ChildProcess | null = null;

  /** @param worker Bundle of the thread that cleans. */
  constructor(private readonly worker: string) {}

  async run(one: BadInputCase, bodyPath: string): Promise<Verdict> {
    const answer = await this.ask(one, bodyPath);
    if ('verdict' in answer) {
      if (answer.verdict.rssMb > RENEW_MB) this.close();
      return answer.verdict;
    }
    return {
      name: one.name,
      outcome: 'failed',
      reason: null,
      notAccepted: [answer.error],
      notBest: [answer.error],
      failures: [['no-crash', answer.error]],
      outputKeys: [],
      ms: 0,
      rssMb: 0,
    };
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private ask(one: BadInputCase, bodyPath: string): Promise<Answer> {
    const child =
      this.child ??
      fork(join(import.meta.dirname, 'child.ts'), [this.worker], {
        execArgv: ['--expose-gc', '--import', 'tsx'],
        stdio: 'inherit',
      });
    this.child = child;
    return new Promise((resolve) => {
      const end = (answer: Answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if ('error' in answer) this.close();
        resolve(answer);
      };
      const timer = setTimeout(() => end({ error: 'hangs' }), START_MS + RUNS * one.limits.time_ms);
      child.on('message', (answer) => end(answer as Answer));
      child.on('exit', (code, signal) => end({ error: `the process ended (${signal ?? code})` }));
      child.send({ one, bodyPath });
    });
  }
}
