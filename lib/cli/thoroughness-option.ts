import { Option } from 'commander';
import { THOROUGHNESS } from '../core/source.ts';

/** `--thoroughness` of the commands that clean. */
export function thoroughnessOption(): Option {
  return new Option('--thoroughness <level>', 'text and Markdown: how much goes where only a model can tell')
    .choices(THOROUGHNESS)
    .default('normal');
}
