import type { Command } from 'commander';
import { CommandError, type Streams } from './streams.ts';
import { TOPICS } from './topics.ts';

/** Adds `winnow help`: of a command, of one below it, or of a topic. */
export function addHelp(program: Command, streams: Pick<Streams, 'stdout'>): void {
  const topics = TOPICS.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`).join('\n');
  program.helpCommand(false);
  program
    .command('help')
    .summary(`tell more of a command or a topic: ${TOPICS.map(({ name }) => name).join(', ')}`)
    .description('Tells more of a command, such as winnow help site new, or of a topic.')
    .argument('[words...]', 'command or topic')
    .addHelpText(
      'after',
      `\nTopics:\n${topics}\n\nAll of it in one: man winnow, where the package is installed globally.`,
    )
    .action((words: readonly string[]) => {
      const topic = words.length === 1 ? TOPICS.find(({ name }) => name === words[0]) : undefined;
      if (topic !== undefined) streams.stdout.write(`${topic.text()}\n`);
      else findCommand(program, words).outputHelp();
    });
}

/** @throws CommandError that names what there is. */
function findCommand(program: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => {
    const found = command.commands.find((one) => one.name() === word);
    if (found !== undefined) return found;
    const names = command.commands.map((one) => one.name());
    const known = command === program ? [...names, ...TOPICS.map(({ name }) => name)] : names;
    const hint = known.length === 0 ? `winnow help ${command.name()}` : `one of ${known.join(', ')}`;
    throw new CommandError(2, `no help on "${words.join(' ')}"; expected ${hint}`);
  }, program);
}
