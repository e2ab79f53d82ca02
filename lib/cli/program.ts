import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { REMOVAL_CLASSES, type RemovalClass } from '../core/document.ts';
import { JSON_EXPORTS } from '../core/export/json-exports.ts';
import type { BackfillFlags } from './backfill.ts';
import type { CleanFlags } from './clean.ts';
import { addCompletion } from './completion.ts';
import type { ExplainFlags } from './explain.ts';
import { CLEAN_HELP, EXPLAIN_HELP, PROGRAM_HELP, RECORDS_HELP, RESTORE_HELP, SIMILAR_HELP } from './help.ts';
import { addHelp } from './help-command.ts';
import { addInspect } from './inspect-command.ts';
import { jobsOption } from './jobs-option.ts';
import { OUTPUT_FORMATS } from './output-formats.ts';
import type { RecordsFlags } from './records.ts';
import type { SimilarFlags } from './similar.ts';
import { addLearn, addSite } from './site-commands.ts';
import { addSiteOptions, type SiteFlags, withSites } from './site-options.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';
import { thoroughnessOption } from './thoroughness-option.ts';

/**
 * Runs one `winnow` command line and answers its exit code; writes only to the streams given.
 * Each sub-command loads its own parts, so that `--help` and `records` start quickly.
 *
 * @param args Without the names of the program and of node.
 */
export async function runCommandLine(args: readonly string[], streams: Streams, version: string): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(streams, version, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CommandError) && !isSystemError(error)) throw error;
    streams.stderr.write(`winnow: ${error.message}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
  return exitCode;
}

/** All commands with their options; what they do is loaded when they run. */
export function createProgram(streams: Streams, version: string, exit: (code: ExitCode) => void): Command {
  const program = new Command('winnow')
    .description('Strips what is not the article from scraped HTML, plain text and Markdown.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(winnow --help lists the commands and options)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  addClean(program, streams, exit);
  addExplain(program, streams, exit);
  addInspect(program, streams, exit);
  addRecords(program, streams, exit);
  addRestore(program, streams, exit);
  addSimilar(program, streams, exit);
  addBackfill(program, streams, exit);
  addSite(program, streams, exit);
  addLearn(program, streams, exit);
  addCompletion(program, streams);
  addHelp(program, streams);
  return program.addHelpText('after', PROGRAM_HELP);
}

function addClean(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  addSiteOptions(program.command('clean'))
    .summary('clean files and folders')
    .description('Cleans files, and every file in the folders given; - reads standard input.')
    .argument('<files|folders...>')
    .option('-o, --out <dir>', 'folder for the results; without it a single input goes to standard output')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(OUTPUT_FORMATS).default('json'))
    .option('--markdown', 'add the Markdown view to the JSON')
    .option('--html', 'add the sanitised HTML view to the JSON')
    .addOption(thoroughnessOption())
    .option('--type <media type>', 'what the inputs are, where their names do not tell: text/html, text/markdown ...')
    .addOption(jobsOption())
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'the summary as one JSON object on standard output; with --out')
    .addHelpText('after', CLEAN_HELP)
    .action(async (paths: readonly string[], flags: CleanFlags & SiteFlags) => {
      const { runClean } = await import('./clean.ts');
      exit(await runClean(paths, await withSites(flags, streams), flags, streams));
    });
}

function addExplain(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  addSiteOptions(program.command('explain'))
    .summary('say of each block why it was kept or removed')
    .description(
      'Lists the blocks of each file in order, with the label of each and the reasons for it; - reads standard input.',
    )
    .argument('<files|folders...>')
    .option('--json', 'one JSON object a line for each block')
    .addOption(new Option('--removed', 'only what was removed').conflicts('kept'))
    .option('--kept', 'only what was kept')
    .option('--reasons <number>', `reasons a block, at most ${MOST_REASONS}`, parseReasons, 3)
    .option('--type <media type>', 'what the inputs are, where their names do not tell: text/html, text/markdown ...')
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (paths: readonly string[], flags: ExplainFlags & SiteFlags) => {
      const { runExplain } = await import('./explain.ts');
      exit(await runExplain(paths, await withSites(flags, streams), streams, process.env));
    });
}

/** One for each family of features. */
const MOST_REASONS = 13;

function parseReasons(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= MOST_REASONS) return number;
  throw new InvalidArgumentError(`expected a number from 0 to ${MOST_REASONS}, got "${value}".`);
}

function addRecords(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  addSiteOptions(program.command('records'))
    .summary('answer each scraped record on standard input with one line')
    .description(
      'Reads one scraped record per line on standard input and writes one line of JSON for each, in the same order:\n' +
        'the article record, or {"outcome":"quarantined","reason","message","recordId"?,"recordIndex"}.',
    )
    .addOption(
      new Option('-f, --format <format>', 'form of the answers').choices(['json', ...JSON_EXPORTS]).default('json'),
    )
    .option('--markdown', 'add the Markdown view to each record')
    .option('--html', 'add the sanitised HTML view to each record')
    .addOption(thoroughnessOption())
    .option('--uri <uri>', 'name of the input in ids, provenance and messages', 'stdin')
    .addOption(jobsOption())
    .addHelpText('after', RECORDS_HELP)
    .action(async (flags: RecordsFlags) => {
      const { runRecords } = await import('./records.ts');
      exit(await runRecords(streams, await withSites(flags, streams), flags));
    });
}

function addRestore(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  program
    .command('restore')
    .summary('write the source text of a record again')
    .description('Puts back what was removed and writes the source text to standard output.')
    .argument('<record.json>', 'file with one record; - for standard input')
    .addOption(
      new Option('--class <class...>', 'put back only removals of these classes').choices(REMOVAL_CLASSES).default([]),
    )
    .addHelpText('after', RESTORE_HELP)
    .action(async (path: string, flags: { readonly class: readonly RemovalClass[] }) => {
      const { runRestore } = await import('./restore.ts');
      exit(await runRestore(path, flags.class, streams));
    });
}

function addSimilar(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  program
    .command('similar')
    .summary('tell near-duplicates, parts and shared wire copy among texts')
    .description('Compares every text with every other by their fingerprints; - reads standard input.')
    .argument('<files|folders...>')
    .option('--json', 'one JSON object a line for each pair')
    .option('--all', 'pairs that have nothing in common too')
    .option(
      '--type <media type>',
      'what the inputs are, where their names do not tell: text/html, application/json ...',
    )
    .addHelpText('after', SIMILAR_HELP)
    .action(async (paths: readonly string[], flags: SimilarFlags) => {
      const { runSimilar } = await import('./similar.ts');
      exit(await runSimilar(paths, flags, streams));
    });
}

function addBackfill(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  program
    .command('backfill')
    .summary('clean what is already in the raw bucket of a deployed stack, or clean it again')
    .description('Starts the state machine of the stack; only records whose content changes are written.')
    .requiredOption('--stack <name>', 'the stack, deployed with the prop backfill')
    .addOption(new Option('--prefix <prefix>', 'keys that begin so; without it all').conflicts('inventory'))
    .option('--inventory <key>', 'key of the manifest.json of an S3 inventory, in place of listing')
    .option('--state-machine <name>', 'where it is not <stack>-backfill')
    .option('--region <region>', 'default that of the AWS configuration')
    .action(async (flags: BackfillFlags) => {
      const { runBackfill } = await import('./backfill.ts');
      exit(await runBackfill(flags, streams));
    });
}

/** A file that is not there or may not be read or written: told in one line, without a stack. */
function isSystemError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'message' in error;
}
