import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../lib/cli/program.ts';
import { rateOf, startProgress } from '../../lib/cli/progress.ts';
import { memoryStreams } from '../support/streams.ts';

async function run(...args: readonly string[]) {
  const streams = memoryStreams();
  const code = await runCommandLine(args, streams, '0');
  return { code, out: streams.out(), err: streams.err() };
}

describe('completion in bash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-completion-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'completion.sh'), (await run('completion', 'bash')).out);
    writeFileSync(join(folder, 'my page.html'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the shell offers at the end of a line. */
  function offered(...words: readonly string[]): readonly string[] {
    const script =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: bash writes its arrays so.
      'source completion.sh; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _winnow; printf "%s\\n" "${COMPREPLY[@]}"';
    const out = execFileSync('bash', ['-c', script, 'bash', ...words], { cwd: folder, encoding: 'utf8' });
    return out.split('\n').filter((word) => word !== '');
  }

  it('offers commands, sub-commands, options and files', () => {
    expect(offered('winnow', 'in')).toEqual(['inspect']);
    expect(offered('winnow', '')).toEqual(
      expect.arrayContaining(['clean', 'explain', 'records', 'site', 'learn', '--version']),
    );
    expect(offered('winnow', 'site', 's')).toEqual(['suggest']);
    expect(offered('winnow', 'clean', '--th')).toEqual(['--thoroughness']);
    expect(offered('winnow', 'clean', 'my')).toEqual(['my page.html']);
    expect(offered('winnow', 'clean', 'a.html', '--me')).toEqual(['--memory']);
    expect(offered('winnow', 'site', 'new', '--u')).toEqual(['--url']);
  });
});

describe('completion in other shells', () => {
  it('is written for zsh and fish, and refused for others with their names', async () => {
    expect((await run('completion', 'zsh')).out).toContain('bashcompinit');
    const { out } = await run('completion', 'fish');
    expect(out).toContain("complete -c winnow -n '__fish_use_subcommand' -a inspect -d \"write a page");
    expect(out).toContain(
      "complete -c winnow -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from new' -l url",
    );
    expect(await run('completion', 'tcsh')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed choices are bash, zsh, fish'),
    });
  });
});

describe('progress', () => {
  it('shows rate and time left on a terminal', async () => {
    const streams = memoryStreams('', true);
    const progress = await startProgress(streams, 3);
    for (const name of ['a', 'b', 'c']) {
      progress.next(name);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    progress.end();
    expect(streams.err()).toMatch(/\d\/3 \d+(?:\.\d+)?\/s \S+ left [bc]/);
  });

  it('is nothing elsewhere but the lines told', async () => {
    const streams = memoryStreams();
    const progress = await startProgress(streams, 3);
    progress.next('a');
    progress.tell('a line');
    progress.end();
    expect(streams.err()).toBe('a line\n');
  });

  it.each([
    [0, 1000, '-'],
    [1, 3000, '0.33'],
    [123, 1000, '120'],
  ])('counts %d in %d ms as %s a second', (done, ms, rate) => {
    expect(rateOf(done, ms)).toBe(rate);
  });
});

describe('winnow clean --json', () => {
  it('gives the summary to programs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-json-'));
    writeFileSync(join(folder, 'a.txt'), 'The harbour of Velmouth is open again, the port office said on Monday.');
    const { code, out, err } = await run('clean', join(folder, 'a.txt'), '--out', join(folder, 'clean'), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      cleaned: 1,
      quarantined: 0,
      failed: 0,
      keptWords: 13,
      out: join(folder, 'clean'),
    });
    expect(await run('clean', join(folder, 'a.txt'), '--json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out DIR: add it'),
    });
    rmSync(folder, { recursive: true });
  });

  it('names the command that was meant', async () => {
    expect(await run('inspekt')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean inspect?') });
  });
});
