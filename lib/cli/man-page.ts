import type { Command } from 'commander';
import { TOPICS } from './topics.ts';

/** The manual of the program in the macros of man(7), made of its help: nothing in it is written twice. */
export function manPage(program: Command, version: string): string {
  const name = program.name();
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    `${name} \\- ${troff(program.description().replace(/^S/, 's').replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    '.I command',
    '[options] [arguments]',
    '.SH COMMANDS',
    ...program.commands.flatMap((command) => commandLines(command, name)),
    '.SH TOPICS',
    ...TOPICS.flatMap(({ name: topic, summary, text }) => [
      `.SS ${topic}`,
      troff(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`),
      ...verbatim(text()),
    ]),
    '.SH EXAMPLES',
    ...verbatim(helpAfter(program).replace(/^\s*Examples:\n/, '')),
    '',
  ].join('\n');
}

function commandLines(command: Command, parent: string): readonly string[] {
  const path = `${parent} ${command.name()}`;
  const after = helpAfter(command);
  return [
    `.SS "${path} ${troff(command.usage())}"`,
    troff(command.description()),
    ...command.options
      .filter((option) => !option.hidden)
      .flatMap((option) => [
        '.TP',
        `.B ${troff(option.flags)}`,
        troff(
          [
            option.description,
            option.argChoices ? `(${option.argChoices.join(', ')})` : '',
            typeof option.defaultValue === 'string' || typeof option.defaultValue === 'number'
              ? `(default: ${option.defaultValue})`
              : '',
          ]
            .filter((part) => part !== '')
            .join(' '),
        ),
      ]),
    ...(after === '' ? [] : ['.PP', ...verbatim(after)]),
    ...command.commands.flatMap((sub) => commandLines(sub, path)),
  ];
}

/** What was added below the options of a command. */
function helpAfter(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (text) => void parts.push(text) }).outputHelp();
  return parts.join('').slice(command.helpInformation().length).trim();
}

function verbatim(text: string): readonly string[] {
  return ['.nf', ...text.trim().split('\n').map(troff), '.fi'];
}

/** Backslashes and what begins a request at the start of a line; hyphens as the reader types them. */
function troff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}
