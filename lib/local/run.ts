import { createReadStream, createWriteStream, mkdirSync, readFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { LocalFunction } from './code.ts';
import { RAW_BUCKET } from './code.ts';
import type { InputFile } from './inputs.ts';
import { LocalStack } from './local-stack.ts';
import { mirrorResult, type Result } from './mirror.ts';
import { type LoggedOutcome, OutcomeReader } from './outcomes.ts';
import type { DeadLetter } from './queue.ts';
import { type Row, Summary } from './report.ts';
import { decodeEventKey } from './s3/events.ts';
import type { SiteInputs } from './site-inputs.ts';

/** Files up to which a body is read at once; larger ones are streamed. */
const WHOLE_BYTES = 1024 * 1024;

export interface RunOptions {
  readonly projectRoot: string;
  readonly code: LocalFunction;
  readonly port: number;
  /** Absolute; gets `clean/`, `quarantine/` and `lambda.log`. */
  readonly outDir: string;
  /** What is known of sites; given to the function before the first file. */
  readonly sites?: SiteInputs;
  /** Called for every object that is done, also for those that others upload. */
  readonly onRow: (row: Row) => void;
}

/** The local stack with its results copied to a folder as they come. */
export class LocalRun {
  readonly summary = new Summary();
  /** The record in which most was found; `null` before there is one. */
  richest: Result | null = null;
  readonly #log: WriteStream;
  /** Keys whose row is awaited. */
  readonly #pending = new Set<string>();
  #mirroring: Promise<void> = Promise.resolve();
  #onDone: () => void = () => {};
  #isClosing = false;
  #stack: LocalStack | null = null;

  private constructor(private readonly options: RunOptions) {
    mkdirSync(options.outDir, { recursive: true });
    this.#log = createWriteStream(join(options.outDir, 'lambda.log'));
  }

  /** Call `close` in the end. */
  static async start(options: RunOptions): Promise<LocalRun> {
    const run = new LocalRun(options);
    const outcomes = new OutcomeReader((outcome) => run.#take(outcome));
    run.#stack = await LocalStack.start({
      projectRoot: options.projectRoot,
      code: options.code,
      port: options.port,
      // One object a batch, so that the time of an object is its own.
      batchSize: 1,
      onOutput: (chunk) => {
        run.#log.write(chunk);
        outcomes.read(chunk);
      },
      onDeadLetter: (letter) => run.#add(failedRow(letter)),
      ...(options.sites && { sites: options.sites.known }),
    });
    await options.sites?.seed(run.#stack.client);
    return run;
  }

  get stack(): LocalStack {
    if (!this.#stack) throw new Error('expected a run that was started');
    return this.#stack;
  }

  /** Uploads the files and waits until each has its row. */
  async process(files: readonly InputFile[]): Promise<void> {
    for (const { key } of files) this.#pending.add(key);
    const done = new Promise<void>((resolve) => {
      this.#onDone = resolve;
    });
    for (const file of files) {
      if (this.#isClosing) return;
      await this.#upload(file);
    }
    if (this.#pending.size > 0) await done;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.options.sites?.close();
    await this.#mirroring;
    await this.#stack?.close();
    await new Promise<void>((resolve) => this.#log.end(resolve));
  }

  async #upload({ path, key, contentType, sizeBytes }: InputFile): Promise<void> {
    const Body = sizeBytes <= WHOLE_BYTES ? readFileSync(path) : createReadStream(path);
    const object = { Bucket: RAW_BUCKET, Key: key, Body, ContentLength: sizeBytes, ContentType: contentType };
    try {
      await this.stack.client.send(new PutObjectCommand(object));
    } catch (error) {
      this.#add({ outcome: 'failed', key, why: `not uploaded: ${messageOf(error)}` });
    }
  }

  #take(logged: LoggedOutcome): void {
    if (this.#isClosing) return;
    // One after another, in the order of the log.
    this.#mirroring = this.#mirroring.then(async () => this.#add(await this.#rowOf(logged)));
  }

  async #rowOf(logged: LoggedOutcome): Promise<Row> {
    const { key, outcome } = logged;
    try {
      const result = await mirrorResult(this.stack.client, logged, this.options.outDir);
      if (outcome !== 'cleaned') return { outcome, logged, result };
      if (result) return { outcome, logged, result };
      return { outcome: 'failed', key, why: 'the function names no output' };
    } catch (error) {
      return { outcome: 'failed', key, why: `${outcome}, but not copied: ${messageOf(error)}` };
    }
  }

  #add(row: Row): void {
    // What was cut off did not fail.
    if (this.#isClosing && row.outcome === 'failed') return;
    this.summary.add(row);
    const isRecord = row.outcome === 'cleaned' && row.result.path.endsWith('.json');
    if (isRecord && row.result.keys > (this.richest?.keys ?? 0)) this.richest = row.result;
    this.options.onRow(row);
    this.#pending.delete(row.outcome === 'failed' ? row.key : row.logged.key);
    if (this.#pending.size === 0) this.#onDone();
  }
}

function failedRow({ body, receiveCount }: DeadLetter): Row {
  const event = JSON.parse(body) as { Records: readonly { s3: { object: { key: string } } }[] };
  const key = decodeEventKey(event.Records[0]?.s3.object.key ?? '');
  return { outcome: 'failed', key, why: `given up after ${receiveCount} tries, see lambda.log` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
