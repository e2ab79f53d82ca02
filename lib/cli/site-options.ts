import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CleanOptions } from '../core/source.ts';
import type { Warnings } from './load-rules.ts';

/** What the options for single sites say on a command line. */
export interface SiteFlags {
  readonly sites?: string;
  readonly memory?: string;
  readonly minStories: number;
}

/** Adds the options for single sites to a command that cleans. */
export function addSiteOptions(command: Command): Command {
  return command
    .option('--sites <dir|file>', 'rules for single sites: YAML, or the format of Full-Text RSS')
    .option('--memory <file>', 'snapshot of winnow learn: what stories of a site share is removed')
    .addOption(
      new Option('--min-stories <number>', 'stories that must share a paragraph').argParser(parseStories).default(3),
    );
}

function parseStories(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 2 && number <= 16) return number;
  throw new InvalidArgumentError(`expected a number from 2 to 16, got "${value}".`);
}

/** Flags of a command, with those for single sites turned into options of the cleaner. */
export async function withSites<Flags extends SiteFlags>(
  { sites, memory, minStories, ...flags }: Flags,
  streams: Warnings,
): Promise<Omit<Flags, keyof SiteFlags> & Pick<CleanOptions, 'siteRules' | 'siteMemory'>> {
  const rules =
    sites === undefined ? {} : { siteRules: await (await import('./load-rules.ts')).loadSiteRules(sites, streams) };
  const known =
    memory === undefined ? {} : { siteMemory: await (await import('./learn.ts')).loadMemory(memory, minStories) };
  return { ...flags, ...rules, ...known };
}
