/** Writes `man/winnow.1` from the help of the command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { manPage } from '../lib/cli/man-page.ts';
import { createProgram } from '../lib/cli/program.ts';
import { CLEANER_VERSION } from '../lib/core/version.ts';

mkdirSync('man', { recursive: true });
writeFileSync(
  'man/winnow.1',
  manPage(
    createProgram(process, CLEANER_VERSION, () => {}),
    CLEANER_VERSION,
  ),
);
