import { Command, CommanderError } from 'commander';
import type { ExitCode, Streams } from './streams.ts';

interface ViewFlags {
  readonly html?: boolean;
  readonly markdown?: boolean;
}

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
    throw error;
  }
  return exitCode;
}

function createProgram(streams: Streams, version: string, exit: (code: ExitCode) => void): Command {
  const program = new Command('winnow')
    .description('Strips what is not the article from scraped HTML, plain text and Markdown.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(winnow --help lists the commands and options)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  addRecords(program, streams, exit);
  return program;
}

function addRecords(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  program
    .command('records')
    .summary('answer each scraped record on standard input with one line')
    .description(
      'Reads one scraped record per line on standard input and writes one line of JSON for each, in the same order:\n' +
        'the article record, or {"outcome":"quarantined","reason","message","recordId"?,"recordIndex"}.',
    )
    .option('--markdown', 'add the Markdown view to each record')
    .option('--html', 'add the sanitised HTML view to each record')
    .option('--uri <uri>', 'name of the input in ids, provenance and messages', 'stdin')
    .addHelpText('after', RECORDS_HELP)
    .action(async (flags: ViewFlags & { readonly uri: string }) => {
      const { runRecords } = await import('./records.ts');
      exit(await runRecords(streams, flags));
    });
}

const RECORDS_HELP = `
A scraped record:
  {"id"?, "url"?, "contentType"?, "fetchedAt"?, "body", "isBase64Encoded"?}
  with "html", "text" or "markdown" in place of "body" when the format is known.

Exit codes: 0 every line was answered (a quarantined line is an answer), 1 the cleaner failed on a line, 2 usage.

Example:
  winnow records < scraped.jsonl > clean.jsonl`;
