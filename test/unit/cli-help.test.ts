import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { manPage } from '../../lib/cli/man-page.ts';
import { createProgram, runCommandLine } from '../../lib/cli/program.ts';
import { TOPICS } from '../../lib/cli/topics.ts';
import { REMOVAL_CLASSES } from '../../lib/core/document.ts';
import { REASONS } from '../../lib/core/errors.ts';
import { CLEANER_VERSION } from '../../lib/core/version.ts';
import { memoryStreams } from '../support/streams.ts';

async function help(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const streams = memoryStreams();
  const code = await runCommandLine(['help', ...words], streams, CLEANER_VERSION);
  return { code, out: streams.out(), err: streams.err() };
}

const program = (): Command => createProgram(memoryStreams(), CLEANER_VERSION, () => {});

describe('winnow help', () => {
  it('tells more of a command, of one below it, and of the program', async () => {
    expect((await help('clean')).out).toMatch(/^Usage: winnow clean .*Exit codes: 0/s);
    expect((await help('site', 'new')).out).toMatch(/^Usage: winnow site new /);
    expect((await help()).out).toMatch(/^Usage: winnow \[options\].*winnow help TOPIC/s);
  });

  it.each(TOPICS.map(({ name }) => name))('tells of the topic %s in lines that fit a terminal of 150', async (name) => {
    const { code, out } = await help(name);
    expect(code).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(5);
    expect(out.split('\n').filter((line) => line.length > 150)).toEqual([]);
    expect((await help('help')).out).toContain(`  ${name} `);
  });

  it('has every class of removal and every reason of quarantine', async () => {
    const names = (out: string) =>
      out
        .trim()
        .split('\n')
        .map((line) => line.split(' ', 1)[0]);
    expect(names((await help('classes')).out)).toEqual(REMOVAL_CLASSES);
    expect(names((await help('reasons')).out)).toEqual(REASONS);
  });

  it('says what there is help on when there is none on a word', async () => {
    expect(await help('colours')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^winnow: no help on "colours"; expected one of clean, .*, memory, environment\n$/),
    });
    expect((await help('site', 'old')).err).toBe('winnow: no help on "site old"; expected one of new, test, suggest\n');
  });
});

describe('the manual page', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'man', 'winnow.1'), 'utf8');

  it('is what the help of the program makes; npm run man writes it', () => {
    expect(page).toBe(manPage(program(), CLEANER_VERSION));
  });

  it('has every command with every option, and every topic', () => {
    const plain = page.replaceAll('\\-', '-');
    const missing = (command: Command, path: string): readonly string[] => {
      const section = `.SS "${path} `;
      const options = plain.split(section)[1]?.split('\n.SS')[0] ?? '';
      return [
        ...(plain.includes(section) ? [] : [path]),
        ...command.options.map(({ flags }) => flags).filter((flags) => !options.includes(`.B ${flags}\n`)),
        ...command.commands.flatMap((sub) => missing(sub, `${path} ${sub.name()}`)),
      ];
    };
    expect(program().commands.flatMap((command) => missing(command, `winnow ${command.name()}`))).toEqual([]);
    expect(TOPICS.filter(({ name }) => !page.includes(`\n.SS ${name}\n`))).toEqual([]);
  });

  it('begins no line with a request by chance', () => {
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    expect([...new Set(requests.map((line) => line.split(' ', 1)[0]))].toSorted()).toEqual(
      ['.B', '.I', '.PP', '.SH', '.SS', '.TH', '.TP', '.fi', '.nf'].toSorted(),
    );
  });
});
