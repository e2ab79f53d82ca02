#!/usr/bin/env node
import { runCommandLine } from '../lib/cli/program.ts';
import { isClosedPipe } from '../lib/cli/streams.ts';
import { CLEANER_VERSION as VERSION } from '../lib/core/version.ts';

// The reader of a pipe may leave at any time (`| head`): that is no fault, and nothing more can be said to it.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
  process.exit();
});
process.exitCode = await runCommandLine(process.argv.slice(2), process, VERSION);
