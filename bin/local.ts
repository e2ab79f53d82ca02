import { join } from 'node:path';
import { runLocalMode } from '../lib/local/program.ts';

// The SDK speaks up on Node 20 in the first lines that a newcomer would read; package.json says what is supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

// `npm start | head` closes the pipe while rows are still coming.
process.stdout.on('error', () => process.exit(1));

process.exitCode = await runLocalMode(process.argv.slice(2), {
  projectRoot: join(import.meta.dirname, '..'),
  // npm runs scripts in the folder of the package, wherever the user is.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
});
