import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type LocalFunction, synthesizeFunction } from './code.ts';
import type { InputFile } from './inputs.ts';
import { Inspection } from './inspection.ts';
import { onInterrupt } from './interrupt.ts';
import { headingLines, type Paint, painter, type Row, recordInShort, rowLine } from './report.ts';
import { LocalRun } from './run.ts';
import { SiteInputs } from './site-inputs.ts';

export interface ProgramOptions {
  /** Absolute. */
  readonly projectRoot: string;
  /** Paths on the command line are relative to it. */
  readonly cwd: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface LocalModeFlags {
  readonly serve?: boolean;
  readonly port: number;
  /** Port of the inspector's page. */
  readonly inspectorPort: number;
  /** Minutes without an upload or a look at the page after which serving ends; 0 for never. */
  readonly idle: number;
  readonly out: string;
  /** Folder of rules for single sites. */
  readonly siteRules?: string;
  /** Snapshot of `winnow learn`. */
  readonly siteMemory?: string;
}

/** What shells report of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

const MS_EXPLAINED = [
  'ms: time of the function for this object: read from S3, clean, write to S3. The first of a kind',
  '    is slower, as a cold function compiles what it needs when it first needs it.',
];

/** One run: what it says, in order. */
export class LocalMode {
  readonly #paint: Paint;
  readonly #outDir: string;
  readonly #shownOut: string;
  /** Of this process alone: two runs at once would rename each other's assets away. */
  readonly #assembly: string;
  #lastRow = performance.now();

  constructor(
    private readonly options: ProgramOptions,
    private readonly flags: LocalModeFlags,
  ) {
    const { stdout, cwd } = options;
    this.#paint = painter(stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
    this.#outDir = resolve(cwd, flags.out);
    this.#assembly = join(options.projectRoot, 'cdk.out', `local-${process.pid}`);
    const shown = relative(cwd, this.#outDir) || '.';
    this.#shownOut = shown.startsWith('..') || isAbsolute(shown) ? this.#outDir : shown;
  }

  /** Resolves to the exit code. */
  async run(files: readonly InputFile[]): Promise<number> {
    const interrupted = onInterrupt();
    this.#say('Winnow on this machine: an S3 endpoint, a queue and the Lambda function. Nothing leaves 127.0.0.1.');
    try {
      const code = await this.#build(interrupted);
      return code ? await this.#clean(files, code, interrupted) : INTERRUPTED;
    } finally {
      rmSync(this.#assembly, { recursive: true, force: true });
    }
  }

  async #clean(files: readonly InputFile[], code: LocalFunction, interrupted: Promise<void>): Promise<number> {
    const { projectRoot } = this.options;
    const { port } = this.flags;
    let inspection: Inspection | null = null;
    const onRow = (row: Row): void => {
      this.#say(rowLine(row, this.#paint));
      this.#lastRow = performance.now();
      inspection?.add(row).catch((error) => this.#say(`not shown in the page: ${error}`));
    };
    const sites = this.#sites();
    const run = await LocalRun.start({ projectRoot, code, port, outDir: this.#outDir, onRow, ...(sites && { sites }) });
    try {
      if (this.flags.serve) inspection = await this.#inspect(run);
      const count = files.length === 1 ? '1 file' : `${files.length} files`;
      this.#say(`Uploading ${count} to s3://raw at ${run.stack.s3.endpoint}\n`);
      this.#say(headingLines(this.#paint));
      const isStopped = await Promise.race([run.process(files).then(() => false), interrupted.then(() => true)]);
      if (isStopped) return INTERRUPTED;
      this.#explain(run);
      if (inspection) await this.#serve(run, inspection, interrupted);
      return run.summary.count('failed') > 0 ? 1 : 0;
    } finally {
      await inspection?.close();
      await run.close();
    }
  }

  #sites(): SiteInputs | null {
    const { siteRules, siteMemory } = this.flags;
    const at = (path: string | undefined) => (path === undefined ? null : resolve(this.options.cwd, path));
    return SiteInputs.of(at(siteRules), at(siteMemory), (text) => this.#say(text));
  }

  #inspect(run: LocalRun): Promise<Inspection> {
    const casesFolder = join(this.options.projectRoot, 'test', 'cases');
    return Inspection.start({ run, outDir: this.#outDir, casesFolder, port: this.flags.inspectorPort });
  }

  #say(text: string): void {
    this.options.stdout.write(`${text}\n`);
  }

  /** `null` when it was interrupted. */
  async #build(interrupted: Promise<void>): Promise<LocalFunction | null> {
    const stopping = new AbortController();
    const stopped = interrupted.then(() => null);
    const { stdout, projectRoot } = this.options;
    const started = performance.now();
    const what = 'Building the Lambda bundle, as cdk synth does';
    const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
    const ticking = stdout.isTTY ? setInterval(() => stdout.write(`\r${what} … ${seconds()} s`), 100) : null;
    if (!ticking) stdout.write(`${what} …`);
    try {
      const building = synthesizeFunction(projectRoot, this.#assembly, stopping.signal);
      const code = await Promise.race([building, stopped]);
      if (!code) {
        stopping.abort();
        await building.catch(() => {});
        return null;
      }
      const files = readdirSync(code.assetPath);
      const bytes = files.reduce((sum, file) => sum + statSync(join(code.assetPath, file)).size, 0);
      stdout.write(`${ticking ? `\r${what} …` : ''} ${seconds()} s, ${Math.round(bytes / 1000)} kB\n`);
      return code;
    } catch (error) {
      // Not behind the unfinished line.
      this.#say('');
      throw error;
    } finally {
      if (ticking) clearInterval(ticking);
    }
  }

  #explain(run: LocalRun): void {
    const out = this.#shownOut;
    const paint = this.#paint;
    this.#say(`\n${paint('bold', String(run.summary))}`);
    for (const text of MS_EXPLAINED) this.#say(paint('dim', text));
    this.#say(`\n${paint('bold', 'Results')}`);
    this.#say(`  ${out}/clean/        a record for each object, as in s3://clean`);
    if (existsSync(join(this.#outDir, 'quarantine')))
      this.#say(`  ${out}/quarantine/   the reason for each that was refused`);
    this.#say(`  ${out}/lambda.log    what the function logged`);
    if (run.richest) {
      const { path } = run.richest;
      const record = JSON.parse(readFileSync(join(this.#outDir, path), 'utf8')) as Record<string, unknown>;
      this.#say(`\n${paint('bold', `${out}/${path}`)}, in short`);
      this.#say(recordInShort(record, paint));
    }
    if (this.flags.serve) return;
    this.#say(`\n${paint('bold', 'Next')}`);
    this.#say('  npm start -- my-folder page.html      clean your own files');
    this.#say('  npm start -- --serve                  stay up: the inspector, and any S3 client');
    this.#say('  npm run -s winnow -- --help           clean without S3: files, folders, standard input');
    this.#say('  npx cdk deploy                        the same in your AWS account');
  }

  async #serve(run: LocalRun, { server }: Inspection, interrupted: Promise<void>): Promise<void> {
    const { endpoint } = run.stack.s3;
    const environment = 'AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1';
    const title = this.#paint('bold', 'Serving');
    this.#say(`\n${this.#paint('bold', 'Look')} at what was removed, and why: ${server.url}`);
    this.#say(`\n${title} at ${endpoint}; buckets raw, clean, quarantine; any credentials do. Ctrl-C stops.`);
    this.#say(`  export ${environment}`);
    this.#say(`  aws --endpoint-url ${endpoint} s3 cp page.html s3://raw/`);
    this.#say(`  aws --endpoint-url ${endpoint} s3 cp s3://clean/page.html.json -\n`);
    this.#say(headingLines(this.#paint));
    const isIdle = await Promise.race([interrupted.then(() => false), this.#untilIdle(server)]);
    this.#say(
      isIdle ? `\nStopping: nothing to do for ${this.flags.idle} minutes (--idle 0 never stops).` : '\nStopping.',
    );
  }

  /** Resolves when for so long no object came and nobody used the page. */
  async #untilIdle(server: Inspection['server']): Promise<true> {
    const limitMs = this.flags.idle * 60_000;
    for (;;) {
      const idleMs = Math.min(performance.now() - this.#lastRow, server.idleMs);
      if (limitMs > 0 && idleMs >= limitMs) return true;
      const waitMs = limitMs === 0 ? 60_000 : limitMs - idleMs;
      await setTimeout(Math.max(10, Math.min(60_000, waitMs)), null, { ref: false });
    }
  }
}
