import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { childEnvironment, FUNCTION_ARN, type FunctionCode } from './environment.ts';
import { RuntimeApi, type RuntimeReport } from './runtime-api.ts';

/** Lambda gives a function ten seconds to load, then starts it anew. */
const INIT_LIMIT_MS = 10_000;

export interface FunctionSettings {
  readonly code: FunctionCode;
  readonly s3Endpoint: string;
  /** The bootstrap, as JavaScript that Node can run. */
  readonly bootstrapPath: string;
  /** Limit of one invocation. */
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Gets what the function writes to its output. */
  readonly onOutput: (chunk: Buffer) => void;
}

/** The function failed: it threw, ran out of time or its process ended. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

interface Pending {
  readonly requestId: string;
  timer: NodeJS.Timeout;
  resolve(result: unknown): void;
  reject(error: FunctionError): void;
}

/** One process that runs the function, one invocation at a time; started when first needed, and anew after a crash. */
export class ExecutionEnvironment {
  #child: ChildProcessByStdio<null, Readable, Readable> | null = null;
  #pending: Pending | null = null;
  /** One for each process until its output is read to the end. */
  readonly #living = new Set<Promise<void>>();

  private constructor(
    private readonly settings: FunctionSettings,
    private readonly api: RuntimeApi,
  ) {}

  static async create(settings: FunctionSettings): Promise<ExecutionEnvironment> {
    let environment: ExecutionEnvironment | null = null;
    const api = await RuntimeApi.start((report) => environment?.report(report));
    environment = new ExecutionEnvironment(settings, api);
    return environment;
  }

  /** @throws FunctionError */
  invoke(event: unknown): Promise<unknown> {
    if (this.#pending) throw new Error('expected one invocation at a time');
    const requestId = randomUUID();
    return new Promise((resolve, reject) => {
      this.#pending = { requestId, timer: this.#limit(INIT_LIMIT_MS), resolve, reject };
      this.#child ??= this.#start();
      const payload = JSON.stringify(event);
      this.api.offer({ requestId, payload, timeoutMs: this.settings.timeoutMs, functionArn: FUNCTION_ARN });
    });
  }

  /** Whether an invocation is under way. */
  get isBusy(): boolean {
    return this.#pending !== null;
  }

  /** Of the process; `null` before it is started. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Ends the process at once; what it is doing fails for `reason`. */
  stop(reason: string): void {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
    this.api.reset();
    this.#settle((pending) => pending.reject(new FunctionError(reason)));
  }

  /** Resolves after the last output. */
  async close(): Promise<void> {
    this.stop('the function was stopped');
    await Promise.all(this.#living);
    await this.api.close();
  }

  report(report: RuntimeReport): void {
    if (report.kind === 'init-error') {
      this.stop(`the function could not be loaded: ${report.payload}`);
      return;
    }
    // An answer that comes after the limit belongs to nobody.
    if (report.requestId !== this.#pending?.requestId) return;
    if (report.kind === 'taken') {
      clearTimeout(this.#pending.timer);
      this.#pending.timer = this.#limit(this.settings.timeoutMs);
      return;
    }
    this.#settle((pending) => {
      if (report.kind === 'error') pending.reject(new FunctionError(report.payload));
      else pending.resolve(JSON.parse(report.payload));
    });
  }

  #limit(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.stop(`Task timed out after ${milliseconds / 1000} seconds`), milliseconds);
  }

  #settle(end: (pending: Pending) => void): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = null;
    clearTimeout(pending.timer);
    end(pending);
  }

  #start(): ChildProcessByStdio<null, Readable, Readable> {
    const { code, s3Endpoint, bootstrapPath, memoryMb, onOutput } = this.settings;
    const env = childEnvironment(code, { runtimeApi: this.api.host, s3Endpoint, memoryMb });
    const child = spawn(process.execPath, [bootstrapPath], {
      cwd: code.assetPath,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    this.#living.add(gone);
    void gone.then(() => this.#living.delete(gone));
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    const ended = (how: string): void => {
      if (this.#child === child) this.stop(`Runtime exited: ${how}`);
    };
    child.once('error', (error) => ended(error.message));
    child.once('exit', (exitCode, signal) => ended(signal ?? `code ${exitCode}`));
    return child;
  }
}
