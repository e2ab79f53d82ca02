import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type LocalFunction, SynthesisError, synthesizeFunction } from './code.ts';
import { InputError, type InputFile, listInputs } from './inputs.ts';
import { headingLines, type Paint, painter, type Row, recordInShort, rowLine } from './report.ts';
import { LocalRun } from './run.ts';

export interface ProgramOptions {
  /** Absolute. */
  readonly projectRoot: string;
  /** Paths on the command line are relative to it. */
  readonly cwd: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

interface Flags {
  readonly serve?: boolean;
  readonly port: number;
  readonly out: string;
}

/** Runs local mode with the arguments after `npm start --`. Resolves to the exit code. */
export async function runLocalMode(args: readonly string[], options: ProgramOptions): Promise<number> {
  const program = new Command('npm start --')
    .description('Runs the whole chain on this machine: S3 endpoint, queue and the Lambda bundle that cdk synth makes.')
    .argument('[paths...]', 'files and folders to clean; default: the examples')
    .option('--serve', 'stay up after that and clean what is uploaded, until Ctrl-C')
    .option('--port <number>', 'port of the S3 endpoint on 127.0.0.1; 0 for any free one', parsePort, 0)
    .option('--out <folder>', 'folder for results and logs', 'out')
    .addHelpText('after', HELP);
  await program.parseAsync(args, { from: 'user' });
  const flags = program.opts<Flags>();
  try {
    const files = listFiles(program.args, options);
    return await new LocalMode(options, flags).run(files);
  } catch (error) {
    options.stderr.write(`\nnpm start: ${describeFault(error)}\n`);
    return 1;
  }
}

/** What shells report of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

const HELP = `
Examples:
  npm start                                the examples
  npm start -- my-folder page.html         your own files
  npm start -- --serve --port 9900         stay up; upload with any S3 client

Exit code: 0 when every object has its outcome, quarantined ones included; 1 otherwise.`;

function listFiles(paths: readonly string[], { projectRoot, cwd }: ProgramOptions): readonly InputFile[] {
  const files = paths.length === 0 ? listInputs(['.'], join(projectRoot, 'examples')) : listInputs(paths, cwd);
  if (files.length === 0) throw new InputError(`no file in ${paths.join(', ')}`);
  return files;
}

/** One run: what it says, in order. */
class LocalMode {
  readonly #paint: Paint;
  readonly #outDir: string;
  readonly #shownOut: string;
  #run: LocalRun | null = null;

  constructor(
    private readonly options: ProgramOptions,
    private readonly flags: Flags,
  ) {
    const { stdout, cwd } = options;
    this.#paint = painter(stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
    this.#outDir = resolve(cwd, flags.out);
    this.#shownOut = relative(cwd, this.#outDir) || '.';
  }

  async run(files: readonly InputFile[]): Promise<number> {
    const { projectRoot } = this.options;
    const interrupted = onInterrupt();
    this.#say('Winnow on this machine: an S3 endpoint, a queue and the Lambda function. Nothing leaves 127.0.0.1.');
    const code = await this.#build(interrupted);
    if (!code) return INTERRUPTED;
    const { port } = this.flags;
    const onRow = (row: Row): void => this.#say(rowLine(row, this.#paint));
    this.#run = await LocalRun.start({ projectRoot, code, port, outDir: this.#outDir, onRow });
    const run = this.#run;
    try {
      this.#say(
        `Uploading ${files.length === 1 ? '1 file' : `${files.length} files`} to s3://raw at ${run.stack.s3.endpoint}\n`,
      );
      this.#say(headingLines(this.#paint));
      const isStopped = await Promise.race([run.process(files).then(() => false), interrupted.then(() => true)]);
      if (isStopped) return INTERRUPTED;
      this.#explain(run);
      if (this.flags.serve) await this.#serve(run, interrupted);
      return run.summary.count('failed') > 0 ? 1 : 0;
    } finally {
      await run.close();
    }
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
      const building = synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'local'), stopping.signal);
      const code = await Promise.race([building, stopped]);
      if (!code) {
        stopping.abort();
        await building.catch(() => {});
        return null;
      }
      const size = Math.round(statSync(join(code.assetPath, 'index.mjs'), { throwIfNoEntry: false })?.size ?? 0) / 1000;
      stdout.write(`${ticking ? `\r${what} …` : ''} ${seconds()} s, ${size.toFixed(0)} kB\n`);
      return code;
    } finally {
      if (ticking) clearInterval(ticking);
    }
  }

  #explain(run: LocalRun): void {
    const out = this.#shownOut;
    const paint = this.#paint;
    this.#say(`\n${paint('bold', String(run.summary))}`);
    this.#say(
      paint('dim', 'ms: the time inside the function for this object: read from S3, clean, write to S3; the first'),
    );
    this.#say(paint('dim', '    one includes what a cold start compiles and connects.'));
    this.#say(`\n${paint('bold', 'Results')}`);
    this.#say(`  ${out}/clean/        a record for each object, as in s3://clean`);
    if (existsSync(join(this.#outDir, 'quarantine')))
      this.#say(`  ${out}/quarantine/   the reason for each that was refused`);
    this.#say(`  ${out}/lambda.log    what the function logged`);
    if (run.firstRecord !== null) {
      const record = JSON.parse(readFileSync(join(this.#outDir, run.firstRecord), 'utf8')) as Record<string, unknown>;
      this.#say(`\n${paint('bold', `${out}/${run.firstRecord}`)}, in short`);
      this.#say(recordInShort(record, paint));
    }
    if (this.flags.serve) return;
    this.#say(`\n${paint('bold', 'Next')}`);
    this.#say('  npm start -- my-folder page.html      clean your own files');
    this.#say('  npm start -- --serve                  stay up, for any S3 client');
    this.#say('  npm run -s winnow -- --help           clean without S3: files, folders, standard input');
    this.#say('  npx cdk deploy                        the same in your AWS account');
  }

  async #serve(run: LocalRun, interrupted: Promise<void>): Promise<void> {
    const { endpoint } = run.stack.s3;
    const environment = 'AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1';
    this.#say(
      `\n${this.#paint('bold', 'Serving')} at ${endpoint}; buckets raw, clean, quarantine; any credentials do. Ctrl-C stops.`,
    );
    this.#say(`  export ${environment}`);
    this.#say(`  aws --endpoint-url ${endpoint} s3 cp page.html s3://raw/`);
    this.#say(`  aws --endpoint-url ${endpoint} s3 cp s3://clean/page.html.json -\n`);
    this.#say(headingLines(this.#paint));
    await interrupted;
    this.#say('\nStopping.');
  }
}

/** Resolves with the first Ctrl-C or request to end. */
function onInterrupt(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('expected a number from 0 to 65535');
  return port;
}

/** Mistakes of the command line and of the code being built need no stack. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof InputError || error instanceof SynthesisError || isPortTaken(error);
  return isExpected ? error.message : (error.stack ?? error.message);
}

function isPortTaken(error: Error): boolean {
  return 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}
