import type { Command } from 'commander';
import { INSPECT_HELP } from './help.ts';
import type { InspectFlags } from './inspect.ts';
import { addSiteOptions, type SiteFlags, withSites } from './site-options.ts';
import type { ExitCode, Streams } from './streams.ts';
import { thoroughnessOption } from './thoroughness-option.ts';

/** Adds `winnow inspect`. */
export function addInspect(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  addSiteOptions(program.command('inspect'))
    .summary('write a page that shows what was removed, and why')
    .description(
      'Cleans the files and writes one HTML file that shows each source beside its result, every removal with its reason.\n' +
        'Records that were cleaned before are shown as they are, without what only their source can tell.',
    )
    .argument('<files|folders...>')
    .option('-o, --out <file>', 'the page', 'inspector.html')
    .option('--no-cleaner', 'leave the cleaner out of the page: 1 MB less, but nothing can be dragged in')
    .addOption(thoroughnessOption())
    .option('-q, --quiet', 'no progress and no summary')
    .addHelpText('after', INSPECT_HELP)
    .action(async (paths: readonly string[], flags: InspectFlags & SiteFlags) => {
      const { runInspect } = await import('./inspect.ts');
      exit(await runInspect(paths, await withSites(flags, streams), streams));
    });
}
