import { Argument, type Command } from 'commander';
import { CommandError, type Streams } from './streams.ts';

/** Shells that scripts are written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What may follow on a command line: the words of a command and what may come after it. */
interface Completions {
  /** Such as `site new`; `''` for the program itself. */
  readonly path: string;
  readonly words: readonly string[];
  readonly summaries: readonly (readonly [word: string, summary: string])[];
}

/** A completion script for the commands and options of the program as it is. */
export function completionScript(program: Command, shell: Shell): string {
  const tree = collect(program, '');
  switch (shell) {
    case 'bash':
      return bashScript(program.name(), tree);
    case 'zsh':
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(program.name(), tree)}`;
    case 'fish':
      return fishScript(program.name(), tree);
    default:
      throw new CommandError(2, `expected one of ${SHELLS.join(', ')}, got "${String(shell satisfies never)}"`);
  }
}

function collect(command: Command, path: string): readonly Completions[] {
  const options = command.options
    .filter((option) => !option.hidden)
    .map(({ long, short, description }) => [long ?? short ?? '', description] as const);
  const commands = command.commands.map((sub) => [sub.name(), sub.summary() || sub.description()] as const);
  const summaries = [...commands, ...options, ['--help', 'what there is to know'] as const];
  const own = { path, words: summaries.map(([word]) => word), summaries };
  return [own, ...command.commands.flatMap((sub) => collect(sub, `${path} ${sub.name()}`.trim()))];
}

/** Files are offered too where a command takes them, which is after every word but a command's first. */
function bashScript(name: string, tree: readonly Completions[]): string {
  const cases = tree.map(({ path, words }) => `    "${path}") words="${words.join(' ')}" ;;`);
  const groups = tree.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`);
  return `# Completion of ${name}; eval "$(${name} completion bash)"
_${name}() {
  local path="" word words="" known
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    for known in ${groups.join(' ')}; do
      if [ "\${path:+$path }$word" = "$known" ]; then path="$known"; break; fi
    done
  done
  case "$path" in
${cases.join('\n')}
  esac
  local current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$path" ] && [ "\${current#-}" = "$current" ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  fi
}
complete -F _${name} ${name}
`;
}

function fishScript(name: string, tree: readonly Completions[]): string {
  const lines = tree.flatMap(({ path, summaries }) => {
    const parts = path.split(' ').filter((part) => part !== '');
    const seen = parts.map((part) => `__fish_seen_subcommand_from ${part}`);
    const condition = parts.length === 0 ? '__fish_use_subcommand' : seen.join('; and ');
    return summaries.map(([word, summary]) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c ${name} -n '${condition}' ${what} -d ${JSON.stringify(summary.split('\n', 1)[0])}`;
    });
  });
  return `# Completion of ${name}; ${name} completion fish | source\n${lines.join('\n')}\n`;
}

/** Adds `winnow completion`. */
export function addCompletion(program: Command, streams: Streams): void {
  program
    .command('completion')
    .summary('write a completion script for a shell')
    .description('Writes a script for the shell to standard output: eval "$(winnow completion bash)"')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action((shell: Shell) => {
      streams.stdout.write(completionScript(program, shell));
    });
}
