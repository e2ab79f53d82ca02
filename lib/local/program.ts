import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { SynthesisError } from './code.ts';
import { InputError, type InputFile, listInputs } from './inputs.ts';
import { LocalMode, type LocalModeFlags, type ProgramOptions } from './local-mode.ts';

/** Runs local mode with the arguments after `npm start --`. Resolves to the exit code. */
export async function runLocalMode(args: readonly string[], options: ProgramOptions): Promise<number> {
  const program = new Command('npm start --')
    .description('Runs the whole chain on this machine: S3 endpoint, queue and the Lambda bundle that cdk synth makes.')
    .argument('[paths...]', 'files and folders to clean; default: the examples')
    .option('--serve', 'stay up after that: show what was removed in a page, clean what is uploaded, until Ctrl-C')
    .option('--port <number>', 'port of the S3 endpoint on 127.0.0.1; 0 for any free one', parsePort, 0)
    .option('--inspector-port <number>', "port of the inspector's page on 127.0.0.1", parsePort, 0)
    .option('--idle <minutes>', 'serving ends after so long without use; 0 for never', parseMinutes, 60)
    .option('--out <folder>', 'folder for results and logs', 'out')
    .option(
      '--site-rules <folder>',
      'rules for single sites, put into the bucket config; with --serve also when they change',
    )
    .option('--site-memory <file>', 'snapshot of winnow learn, put into the bucket config')
    .addHelpText('after', HELP);
  await program.parseAsync(args, { from: 'user' });
  const flags = program.opts<LocalModeFlags>();
  try {
    const files = listFiles(program.args, options);
    return await new LocalMode(options, flags).run(files);
  } catch (error) {
    options.stderr.write(`npm start: ${describeFault(error)}\n`);
    return 1;
  }
}

const HELP = `
Examples:
  npm start                                the examples
  npm start -- my-folder page.html         your own files
  npm start -- --serve --port 9900         stay up; upload with any S3 client
  npm start -- pages --site-rules rules    by your rules for single sites; winnow site new URL writes one

Exit code: 0 when every object has its outcome, quarantined ones included; 1 otherwise.`;

function listFiles(paths: readonly string[], { projectRoot, cwd }: ProgramOptions): readonly InputFile[] {
  const files = paths.length === 0 ? listInputs(['.'], join(projectRoot, 'examples')) : listInputs(paths, cwd);
  if (files.length === 0) throw new InputError(`no file in ${paths.join(', ')}`);
  return files;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('expected a number from 0 to 65535');
  return port;
}

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (text.trim() === '' || !(minutes >= 0 && minutes <= 10_000)) throw new InvalidArgumentError('expected minutes');
  return minutes;
}

/** Mistakes of the command line, of the code being built and of the file system need no stack. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const call = 'syscall' in error ? error.syscall : null;
  if (call === 'listen') return `${error.message}; choose another port with --port, or leave it out`;
  const isExpected = error instanceof InputError || error instanceof SynthesisError || call !== null;
  return isExpected ? error.message : (error.stack ?? error.message);
}
