import type { Command } from 'commander';
import { LEARN_HELP, SITE_HELP } from './help.ts';
import type { LearnFlags } from './learn.ts';
import type { ExitCode, Streams } from './streams.ts';

/** Adds `winnow site new`, `test` and `suggest`. */
export function addSite(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  const site = program
    .command('site')
    .summary('write and test rules for single sites')
    .description('Rules for single sites, without code: one YAML file a site, in a folder that --sites names.')
    .addHelpText('after', SITE_HELP);
  site
    .command('new')
    .description('Writes a rule for the site of a page, with the page as its first sample.')
    .argument('<url|file>')
    .option('--url <url>', 'where a file was fetched from, if the page does not say')
    .option('-o, --out <dir>', 'folder of the rules', 'site-rules')
    .action(async (page: string, flags: { out: string; url?: string }) => {
      const { runSiteNew } = await import('./site-new.ts');
      exit(await runSiteNew(page, flags, streams));
    });
  site
    .command('test')
    .description('Reads the rules and cleans their samples; tells what is wrong by file, line and column.')
    .argument('[dir|file]', 'rules', 'site-rules')
    .option('--json', 'one JSON object a line for each sample')
    .action(async (path: string, flags: { readonly json?: boolean }) => {
      const { runSiteTest } = await import('./site-test.ts');
      exit(await runSiteTest(path, flags, streams));
    });
  site
    .command('suggest')
    .description('Proposes rules for what is kept on several pages of one site; writes YAML to standard output.')
    .argument('<files|folders...>')
    .option('--sites <dir|file>', 'rules that are there already')
    .action(async (paths: readonly string[], flags: { sites?: string }) => {
      const { runSiteSuggest } = await import('./site-suggest.ts');
      exit(await runSiteSuggest(paths, flags, streams));
    });
}

/** Adds `winnow learn`. */
export function addLearn(program: Command, streams: Streams, exit: (code: ExitCode) => void): void {
  program
    .command('learn')
    .summary('count what stories of a site share')
    .description(
      'Counts the paragraphs of cleaned records by site, and merges snapshots; writes a snapshot for --memory.',
    )
    .argument('<files|folders|s3://...>', 'records as winnow clean and the stack write them; snapshots')
    .option('-o, --out <file>', 'the snapshot', 'site-memory.jsonl')
    .option('-q, --quiet', 'no progress and no summary')
    .addHelpText('after', LEARN_HELP)
    .action(async (paths: readonly string[], flags: LearnFlags) => {
      const { runLearn } = await import('./learn.ts');
      exit(await runLearn(paths, flags, streams));
    });
}
