import type { CleanOptions, Thoroughness } from '../core/source.ts';
import { toJsonLine } from '../io/json-line.ts';
import type { ObjectRef } from '../io/ports.ts';
import { type ObjectOutcome, type PipelineDeps, processObject } from '../pipeline.ts';
import { CleaningThreads } from './cleaning-threads.ts';
import { inTurn } from './in-turn.ts';
import { InputStore, nameOf, STDIN } from './input-store.ts';
import { type Inputs, listInputs } from './inputs.ts';
import { mapInOrder } from './map-in-order.ts';
import type { OutputFormat } from './output-formats.ts';
import { folderOutputs, OUTPUT_BUCKET, type Outputs, streamOutputs } from './outputs.ts';
import { type Progress, startProgress } from './progress.ts';
import type { SiteFlags } from './site-options.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

/** Inputs under way for each thread, so that none waits for the one that is written next. */
const INPUTS_PER_THREAD = 2;

export interface CleanFlags extends Pick<CleanOptions, 'siteRules' | 'siteMemory'> {
  /** Folder; without it a single input goes to standard output. */
  readonly out?: string;
  readonly format: OutputFormat;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly thoroughness?: Thoroughness;
  /** Media type of the inputs, where their names do not tell. */
  readonly type?: string;
  readonly quiet?: boolean;
  /** The summary goes to standard output as one JSON object. */
  readonly json?: boolean;
  /** Threads that clean; with one all is cleaned in this thread. */
  readonly jobs?: number;
}

/**
 * Runs `winnow clean`: 0 when every input was cleaned, 1 when one was refused or could not be read.
 *
 * @param sites What the rules and the memory in `flags` were made from: threads make theirs from it too.
 * @throws CommandError before anything is written.
 */
export async function runClean(
  paths: readonly string[],
  flags: CleanFlags,
  sites: SiteFlags,
  streams: Streams,
): Promise<ExitCode> {
  const out = flags.out ?? null;
  const { files, problems } = await listInputs(
    paths.filter((path) => path !== '-'),
    out,
  );
  const inputs = paths.includes('-') ? [STDIN, ...files] : files;
  refuseCollisions(inputs);
  if (out === null && flags.json === true) throw new CommandError(2, '--json tells of a run with --out DIR: add it');
  if (out === null && inputs.length > 1) {
    throw new CommandError(2, `${inputs.length} inputs need a folder for the results: add --out DIR`);
  }
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  const outputs = out === null ? streamOutputs(streams, flags.format) : folderOutputs(out, flags.format);
  const tally: Tally = { cleaned: 0, quarantined: 0, failed: problems.length, keptWords: 0, removedWords: 0 };
  const { jobs = 1 } = flags;
  const threads = jobs === 1 ? null : new CleaningThreads(jobs, sites);
  try {
    const progress = await startProgress(streams, flags.quiet === true ? 0 : inputs.length);
    const deps = { ...pipelineOf(inputs, flags, outputs, streams), ...(threads && { cleaner: threads }) };
    await cleanAll(inputs, deps, threads === null ? 1 : jobs * INPUTS_PER_THREAD, progress, tally);
    const refused = await outputs.commit();
    if (out !== null && flags.json === true)
      streams.stdout.write(toJsonLine({ ...tally, out, quarantinedFile: refused }));
    else if (out !== null && flags.quiet !== true) streams.stderr.write(summarise(tally, out, refused));
  } finally {
    await threads?.close();
    await outputs.discard();
  }
  return tally.quarantined + tally.failed === 0 ? 0 : 1;
}

interface Tally {
  cleaned: number;
  quarantined: number;
  failed: number;
  keptWords: number;
  removedWords: number;
}

/** Cleans `room` inputs at once at most; what is written and told comes in the order of the inputs. */
async function cleanAll(
  inputs: Inputs['files'],
  deps: PipelineDeps,
  room: number,
  progress: Progress,
  tally: Tally,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  const begin = (input: ObjectRef): Promise<Done> => {
    progress.next(nameOf(input));
    const turn = before;
    const [clean, quarantine] = [inTurn(deps.clean, turn), inTurn(deps.quarantine, turn)];
    const done = cleanFile(input, { ...deps, clean, quarantine });
    before = turn.then(() => done);
    return done;
  };
  try {
    for await (const done of mapInOrder(each(inputs), begin, (pending) => pending >= room)) tell(done, progress, tally);
  } finally {
    progress.end();
  }
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

/** What became of an input. */
type Done = { readonly input: ObjectRef } & ({ readonly outcome: ObjectOutcome } | { readonly error: unknown });

/** One file that cannot be read, or that the cleaner fails on, does not stop the others. */
async function cleanFile(input: ObjectRef, deps: PipelineDeps): Promise<Done> {
  try {
    return { input, outcome: await processObject(input, deps) };
  } catch (error) {
    return { input, error };
  }
}

function tell(done: Done, progress: Progress, tally: Tally): void {
  const name = nameOf(done.input);
  if ('outcome' in done) {
    const { outcome } = done;
    count(outcome, tally);
    if (outcome.outcome === 'quarantined') progress.tell(`winnow: quarantined, ${outcome.reason}: ${outcome.message}`);
    if (outcome.outcome === 'ignored') progress.tell(`winnow: ${name}: passed over, ${outcome.why}`);
    return;
  }
  tally.failed++;
  const { error } = done;
  const isOfSystem = error instanceof Object && 'syscall' in error;
  const detail = error instanceof Error ? (isOfSystem ? error.message : error.stack) : String(error);
  progress.tell(`winnow: ${name}: ${detail}`);
}

function count(outcome: ObjectOutcome, tally: Tally): void {
  if (outcome.outcome === 'quarantined') tally.quarantined++;
  if (outcome.outcome === 'ignored' && outcome.why === 'gone') tally.failed++;
  if (outcome.outcome !== 'cleaned') return;
  tally.cleaned += outcome.records;
  tally.quarantined += outcome.quarantinedRecords;
  tally.keptWords += outcome.keptWords;
  for (const words of Object.values(outcome.removedWords)) tally.removedWords += words;
}

function pipelineOf(inputs: Inputs['files'], flags: CleanFlags, outputs: Outputs, { stdin }: Streams): PipelineDeps {
  return {
    raw: new InputStore(inputs, stdin, flags.type ?? null),
    clean: outputs.clean,
    quarantine: outputs.quarantine,
    cleanBucket: OUTPUT_BUCKET,
    quarantineBucket: OUTPUT_BUCKET,
    options: {
      html: flags.html === true,
      markdown: flags.markdown === true || flags.format === 'md',
      thoroughness: flags.thoroughness ?? 'normal',
      ...(flags.siteRules !== undefined && { siteRules: flags.siteRules }),
      ...(flags.siteMemory !== undefined && { siteMemory: flags.siteMemory }),
    },
    uriOf: nameOf,
  };
}

/** Two inputs of one name would overwrite each other's result. */
function refuseCollisions(inputs: Inputs['files']): void {
  const seen = new Map<string, string>();
  for (const input of inputs) {
    const other = seen.get(input.key);
    if (other !== undefined) {
      throw new CommandError(
        2,
        `${other} and ${nameOf(input)} would share one result: clean the folder above them, or use another --out for each`,
      );
    }
    seen.set(input.key, nameOf(input));
  }
}

function summarise(tally: Tally, out: string, refused: string | null): string {
  const { cleaned, quarantined, failed, keptWords, removedWords } = tally;
  const parts = [`${cleaned} cleaned`, `${quarantined} quarantined`, ...(failed > 0 ? [`${failed} not read`] : [])];
  const why = refused === null ? '' : `\nReasons: ${refused}`;
  return `${parts.join(', ')}; ${keptWords} words kept, ${removedWords} removed.\nResults: ${out}${why}\nWhat was removed, and why: winnow inspect ${out}\n`;
}
