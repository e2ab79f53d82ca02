import { InvalidArgumentError, Option } from 'commander';

/** More threads than this are a slip of the pen. */
const MOST_JOBS = 256;

/** The option that says in how many threads a command cleans. */
export function jobsOption(): Option {
  return new Option('-j, --jobs <number>', 'threads that clean; default 1').argParser(parseJobs);
}

function parseJobs(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= MOST_JOBS) return number;
  throw new InvalidArgumentError(`expected a number from 1 to ${MOST_JOBS}, got "${value}".`);
}
