import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../lib/cli/program.ts';
import { readYamlRules } from '../../lib/site-rules/read-yaml.ts';
import { memoryStreams } from '../support/streams.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winnow-site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const streams = memoryStreams();
  const code = await runCommandLine(args, streams, '0');
  return { code, out: streams.out(), err: streams.err() };
}

const STORIES = ['ferry', 'bridge', 'market'] as const;
const REPEATED = 'The harbour museum opens its doors on every first Sunday of the month, and entry is free for all.';

function storyPage(name: string): string {
  const sentence = (n: number) =>
    `The ${name} was the ${n}th matter before the council of Ansel on Friday, and nobody in the hall spoke against it, the clerk wrote.`;
  return `<!doctype html><head><title>On the ${name}</title><link rel="canonical" href="https://ansel.example.org/${name}"></head>
<main><article><h1 class="headline">On the ${name}</h1><p class="byline">By Ann Marlow</p><time datetime="2026-02-03">3 February</time>
<div class="story-body"><p>${sentence(1)}</p><p>${sentence(2)}</p><div class="house-note"><p>${REPEATED}</p></div><p>${sentence(3)}</p></div></article></main>`;
}

function writePages(): string {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (const name of STORIES) writeFileSync(join(pages, `${name}.html`), storyPage(name));
  return pages;
}

describe('winnow site', () => {
  it('writes a rule with its sample, which passes its own test', async () => {
    const rules = join(folder, 'site-rules');
    const page = join(writePages(), 'ferry.html');
    expect(await run('site', 'new', page, '--out', rules)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Next: '),
    });
    const yaml = readFileSync(join(rules, 'ansel.example.org.yaml'), 'utf8');
    expect(readYamlRules(yaml, 'x').entries[0]?.rule).toMatchObject({
      site: 'ansel.example.org',
      body: ['div.story-body'],
      title: ['h1.headline'],
      author: ['p.byline'],
      date: ['time[datetime]'],
      samples: [{ title: 'On the ferry', authors: ['Ann Marlow'], date: '2026-02-03' }],
    });
    expect(await run('site', 'test', rules)).toMatchObject({ code: 0, out: expect.stringContaining('as expected') });
    expect(await run('site', 'new', page, '--out', rules)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already'),
    });
  });

  it.each([
    'examples/blog-rye-starter.html',
    'examples/harbour-bridge-vote.html',
    'examples/hochwasser-windows-1252.html',
    'test/cases/html-news-page-with-cards/input.html',
    'test/cases/html-old-layout-tables/input.html',
  ])('drafts a rule of %s that says of the page what is found without it', async (page) => {
    const rules = join(folder, 'site-rules');
    const url = ['--url', 'https://ansel.example.org/story'];
    expect(await run('site', 'new', join(process.cwd(), page), ...url, '--out', rules)).toMatchObject({ code: 0 });
    expect(await run('site', 'test', rules)).toMatchObject({ code: 0, out: expect.stringContaining('as expected') });
  });

  it('tells what is not as a sample says, and what cannot be read', async () => {
    const rules = join(folder, 'site-rules');
    await run('site', 'new', join(writePages(), 'ferry.html'), '--out', rules);
    const file = join(rules, 'ansel.example.org.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}    drops: [harbour museum]\n`);
    const { code, out } = await run('site', 'test', rules);
    expect(code).toBe(1);
    expect(out).toContain('differs\n  expected not in the text: "harbour museum"');
    const json = await run('site', 'test', rules, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      site: 'ansel.example.org',
      faults: [expect.stringContaining('museum')],
    });
    writeFileSync(file, 'site: ansel.example.org\nbodi: x\n');
    expect(await run('site', 'test', rules)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/org\.yaml:2:1: unknown key "bodi"/),
    });
  });

  it('says how to name the site of a page that does not', async () => {
    writeFileSync(
      join(folder, 'a.html'),
      '<p>A page of the harbour museum that says nothing of its address to anyone.</p>',
    );
    const { code, err } = await run('site', 'new', join(folder, 'a.html'), '--out', join(folder, 'rules'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('add --url https://example.org/story') });
  });

  it('proposes what repeats on the pages of a site, and the cleaner applies it', async () => {
    const pages = writePages();
    const { out, err } = await run('site', 'suggest', pages);
    expect(err).toContain('ansel.example.org: 3 pages, 1 elements and 0 texts repeat');
    expect(readYamlRules(out, 'x')).toMatchObject({
      problems: [],
      entries: [{ rule: { site: 'ansel.example.org', strip: [{ selector: 'div.house-note', class: 'other' }] } }],
    });
    const rules = join(folder, 'rules.yaml');
    writeFileSync(rules, out);
    expect((await run('clean', join(pages, 'ferry.html'), '-f', 'txt')).out).toContain(REPEATED);
    expect((await run('clean', join(pages, 'ferry.html'), '-f', 'txt', '--sites', rules)).out).not.toContain(REPEATED);
    expect((await run('explain', join(pages, 'ferry.html'), '--sites', rules)).out).toContain('site-strip');
    expect(await run('site', 'suggest', pages, '--sites', rules)).toMatchObject({
      out: '',
      err: expect.stringContaining('nothing is kept on three pages'),
    });
  });

  it('proposes patterns where there are no elements', async () => {
    const lines = STORIES.map((name) => {
      const text = `The ${name} was before the council of Ansel on Friday, and nobody spoke against it, the clerk wrote.\n\n${REPEATED}\n\nThe next meeting about the ${name} is in March.`;
      return JSON.stringify({ url: `https://ansel.example.org/${name}`, text });
    });
    writeFileSync(join(folder, 'a.jsonl'), lines.join('\n'));
    const { out } = await run('site', 'suggest', join(folder, 'a.jsonl'));
    const [entry] = readYamlRules(out, 'x').entries;
    expect(entry?.rule.text).toEqual([{ pattern: `^${REPEATED.replaceAll('.', '\\.')}$`, class: 'other' }]);
  });
});
