import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { page, START_LIMIT_MS } from './local-stack.ts';

const projectRoot = join(__dirname, '..', '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winnow-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(...args: readonly string[]): Child {
  return spawn(process.execPath, ['--import', 'tsx', join(projectRoot, 'bin/local.ts'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const exitOf = (child: Child): Promise<number | null> => new Promise((resolve) => child.once('close', resolve));

async function run(...args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(...args);
  const [code, output, errors] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
  return { code, output, errors };
}

describe('npm start', () => {
  test(
    'cleans the examples and tells of each what became of it',
    async () => {
      const { code, output, errors } = await run();
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toMatch(/^harbour-bridge-vote\.h\S+ +cleaned +Council backs/m);
      expect(output).toMatch(/^empty\.html +quarantined +empty: /m);
      expect(output).toMatch(/^three-records\.jsonl +cleaned +3 records /m);
      expect(output).toMatch(/^12 objects: 10 cleaned, 1 quarantined, 1 ignored\./m);
      expect(output.split('\n').filter((line) => line.length > 100)).toEqual([]);
      for (const name of [
        'harbour-bridge-vote.html.json',
        'odd names/灯台の猫.html.json',
        'three-records.jsonl.jsonl.gz',
      ]) {
        expect(existsSync(join(folder, 'out', 'clean', name))).toBe(true);
      }
      expect(existsSync(join(folder, 'out/quarantine/empty.html.json'))).toBe(true);
      expect(readFileSync(join(folder, 'out/lambda.log'), 'utf8')).toContain('"outputKey":"night-train.md.json"');
    },
    START_LIMIT_MS,
  );

  test(
    'takes files and folders, and keeps their relative paths',
    async () => {
      mkdirSync(join(folder, 'mine/deep'), { recursive: true });
      writeFileSync(join(folder, 'mine/deep/a b.html'), page('folders'));
      writeFileSync(join(folder, 'mine/.hidden'), 'x');
      writeFileSync(join(folder, 'single.html'), page('files'));
      const { code, output, errors } = await run('mine', 'single.html', '--out', 'results');
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toMatch(/^2 objects: 2 cleaned\./m);
      const record = JSON.parse(readFileSync(join(folder, 'results/clean/mine/deep/a b.html.json'), 'utf8'));
      expect(record).toMatchObject({ title: 'On folders', provenance: { key: 'mine/deep/a b.html' } });
      expect(existsSync(join(folder, 'results/clean/single.html.json'))).toBe(true);
    },
    START_LIMIT_MS,
  );

  test('names a path that is missing and does nothing', async () => {
    const { code, output, errors } = await run('no-such-page.html');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain('no such file or folder: no-such-page.html');
  });

  test('explains its arguments', async () => {
    const { code, output } = await run('--help');
    expect(code).toBe(0);
    for (const argument of ['[paths...]', '--serve', '--port', '--inspector-port', '--idle', '--out', '--site-rules'])
      expect(output).toContain(argument);
  });

  test(
    '--serve cleans what others upload until it is told to stop',
    async () => {
      writeFileSync(join(folder, 'first.html'), page('the beginning'));
      const child = start('--serve', 'first.html');
      const closed = exitOf(child);
      const { endpoint, seen } = await readUntil(child, /^Serving at (http:\/\/127\.0\.0\.1:\d+)/m);
      expect(endpoint).toBeDefined();
      const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
      const client = new S3Client({ endpoint: endpoint ?? '', region: 'us-east-1', credentials, forcePathStyle: true });
      await client.send(new PutObjectCommand({ Bucket: 'raw', Key: 'later.html', Body: page('the end') }));
      await seen(/^later\.html +cleaned +On the end/m);
      const { Body } = await client.send(new GetObjectCommand({ Bucket: 'clean', Key: 'later.html.json' }));
      expect(JSON.parse((await Body?.transformToString()) ?? '')).toMatchObject({ title: 'On the end' });
      client.destroy();
      expect(existsSync(join(folder, 'out/clean/later.html.json'))).toBe(true);
      const [, inspector = ''] = await seen(/^Look at what was removed, and why: (http:\S+)/m);
      const origin = inspector.slice(0, -1);
      const dropped = { method: 'POST', headers: { origin }, body: page('the dragged') };
      expect((await fetch(`${inspector}objects?name=dragged.html`, dropped)).status).toBe(202);
      await seen(/^dragged\.html +cleaned +On the dragged/m);
      expect(await shownIn(inspector, 3)).toEqual(['first.html', 'later.html', 'dragged.html']);
      child.kill('SIGINT');
      expect(await closed).toBe(0);
    },
    START_LIMIT_MS,
  );

  test(
    '--site-rules gives the function rules for single sites, and those that change while it serves',
    async () => {
      const rules = join(folder, 'rules');
      const canonical = '<head><link rel="canonical" href="https://ellerport.example/a">';
      const letter = '<p class="letter">Our harbour letter brings the news of the council to your desk.</p></article>';
      const body = page('the quay').replace('<head>', canonical).replace('</article>', letter);
      mkdirSync(rules);
      writeFileSync(join(folder, 'first.html'), body);
      const child = start('--serve', '--site-rules', 'rules', 'first.html');
      const closed = exitOf(child);
      const { endpoint, seen } = await readUntil(child, /^Serving at (http:\/\/127\.0\.0\.1:\d+)/m);
      expect(readFileSync(join(folder, 'out/clean/first.html.json'), 'utf8')).not.toContain('site-strip');
      writeFileSync(join(rules, 'ellerport.example.yaml'), 'site: ellerport.example\nstrip: [.letter]\n');
      await seen(/^Site rules: ellerport\.example\.yaml changed; the next object goes by them/m);
      const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
      const client = new S3Client({ endpoint: endpoint ?? '', region: 'us-east-1', credentials, forcePathStyle: true });
      await client.send(new PutObjectCommand({ Bucket: 'raw', Key: 'second.html', Body: body }));
      await seen(/^second\.html +cleaned/m);
      client.destroy();
      expect(JSON.parse(readFileSync(join(folder, 'out/clean/second.html.json'), 'utf8'))).toMatchObject({
        removed: expect.arrayContaining([expect.objectContaining({ rule: 'site-strip' })]),
      });
      writeFileSync(join(rules, 'ellerport.example.yaml'), 'site: ellerport.example\nstrip: letter\n');
      await seen(/^Site rules: ellerport\.example\.yaml:2:8: expected .*; the last good version holds/m);
      child.kill('SIGINT');
      expect(await closed).toBe(0);
    },
    START_LIMIT_MS,
  );

  test('names a folder of site rules that is missing', async () => {
    writeFileSync(join(folder, 'first.html'), page('the beginning'));
    const { code, errors } = await run('first.html', '--site-rules', 'nowhere');
    expect(code).toBe(1);
    expect(errors).toMatch(/^npm start: no such folder of site rules: .*nowhere; winnow site new/);
  });

  test(
    '--serve stops by itself when nobody uses it',
    async () => {
      writeFileSync(join(folder, 'first.html'), page('the beginning'));
      const { code, output } = await run('--serve', '--idle', '0.02', 'first.html');
      expect(code).toBe(0);
      expect(output).toContain('Stopping: nothing to do for 0.02 minutes (--idle 0 never stops).');
    },
    START_LIMIT_MS,
  );
});

/** Names of the documents that the inspector shows, when it shows so many. */
async function shownIn(inspector: string, count: number): Promise<readonly string[]> {
  for (;;) {
    const { documents } = (await (await fetch(`${inspector}documents`)).json()) as { documents: { name: string }[] };
    if (documents.length >= count) return documents.map(({ name }) => name);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Reads the output until it matches; gives the first group, and a way to wait for more. */
async function readUntil(
  child: Child,
  pattern: RegExp,
): Promise<{ endpoint: string | undefined; seen: (next: RegExp) => Promise<RegExpExecArray> }> {
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    output += chunk;
  });
  const seen = async (next: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = next.exec(output);
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`ended before it said ${next}: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const match = await seen(pattern);
  return { endpoint: match[1], seen };
}
