import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { ExecutionEnvironment, type FunctionSettings } from './execution-environment.ts';

export interface LambdaOptions extends Omit<FunctionSettings, 'bootstrapPath'> {
  /** The project's folder, which holds the source of the bootstrap. */
  readonly projectRoot: string;
  /** Processes at most; an invocation waits for a free one. */
  readonly concurrency: number;
}

/** The function with its execution environments. */
export class LocalLambda {
  readonly #free: ExecutionEnvironment[];
  readonly #waiting: ((environment: ExecutionEnvironment) => void)[] = [];

  private constructor(
    private readonly folder: string,
    private readonly environments: readonly ExecutionEnvironment[],
  ) {
    this.#free = [...environments];
  }

  /** Call `close` in the end. */
  static async start({ projectRoot, concurrency, ...settings }: LambdaOptions): Promise<LocalLambda> {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-lambda-'));
    const bootstrapPath = writeBootstrap(projectRoot, folder);
    const made = Array.from({ length: concurrency }, () => ExecutionEnvironment.create({ ...settings, bootstrapPath }));
    return new LocalLambda(folder, await Promise.all(made));
  }

  /** @throws FunctionError */
  async invoke(event: unknown): Promise<unknown> {
    const environment =
      this.#free.pop() ?? (await new Promise<ExecutionEnvironment>((resolve) => this.#waiting.push(resolve)));
    try {
      return await environment.invoke(event);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(environment);
      else this.#free.push(environment);
    }
  }

  /** Ends one process that is at work with SIGKILL, as Lambda ends one that takes too much memory; false when none is. */
  kill(): boolean {
    const busy = this.environments.find((environment) => environment.isBusy);
    busy?.stop('Runtime exited: signal: killed');
    return busy !== undefined;
  }

  /** Of the processes that are running. */
  pids(): readonly number[] {
    return this.environments.flatMap(({ pid }) => (pid === null ? [] : [pid]));
  }

  async close(): Promise<void> {
    await Promise.all(this.environments.map((environment) => environment.close()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Writes the bootstrap as JavaScript into a folder, since Node 20 does not run TypeScript; gives its path. */
export function writeBootstrap(projectRoot: string, folder: string): string {
  const source = readFileSync(join(projectRoot, 'lib/local/runtime/bootstrap.ts'), 'utf8');
  const path = join(folder, 'bootstrap.mjs');
  writeFileSync(path, transformSync(source, { loader: 'ts', format: 'esm', target: 'node20' }).code);
  return path;
}
