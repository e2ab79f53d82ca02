import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { InspectorServer } from '../../lib/inspector/server.ts';

let server: InspectorServer;
let folder: string;
let taken: string[];

beforeEach(async () => {
  taken = [];
  folder = mkdtempSync(join(tmpdir(), 'winnow-server-'));
  const take = async (name: string, body: Uint8Array) => void taken.push(`${name}: ${body.length}`);
  server = await InspectorServer.start({ port: 0, title: 'here', casesFolder: folder, take });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const own = () => ({ origin: server.url.slice(0, -1) });
const post = (path: string, body: string, headers: Record<string, string> = own()) =>
  fetch(`${server.url}${path}`, { method: 'POST', body, headers });

/** Status of a request with a Host of one's own, which fetch does not allow. */
function statusFor(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(server.url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the inspector', () => {
  it('serves the page under its policy, on this machine alone', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(server.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).toContain('Winnow inspector');
  });

  it('gives the documents from where the page has got to', async () => {
    const answer = { outcome: 'quarantined', reason: 'empty', message: 'nothing' } as const;
    server.add([{ name: 'a', answer }]);
    server.add([{ name: 'b', answer }]);
    const ask = async (from: number) => (await fetch(`${server.url}documents?from=${from}`)).json();
    expect(await ask(0)).toMatchObject({ documents: [{ name: 'a' }, { name: 'b' }], next: 2 });
    expect(await ask(1)).toMatchObject({ documents: [{ name: 'b' }], next: 2 });
  });

  it('takes a file', async () => {
    expect((await post('objects?name=a.html', 'abc')).status).toBe(202);
    expect((await post('objects', 'abc')).status).toBe(400);
    expect(taken).toEqual(['a.html: 3']);
  });

  it('writes a case, and says why not', async () => {
    const file = (name: string) => ({ path: `dated-footer/${name}`, text: '{}\n' });
    const files = ['input.txt', 'expected.json', 'case.json'].map(file);
    const written = await post('cases', JSON.stringify(files));
    expect(await written.text()).toMatch(/^Written to .*dated-footer\. Read expected\.json/);
    expect(readFileSync(join(folder, 'dated-footer/case.json'), 'utf8')).toBe('{}\n');
    const again = await post('cases', JSON.stringify(files));
    expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('a case of this name already')]);
    expect((await post('cases', '{')).status).toBe(400);
  });

  it('refuses other sites, whatever name led them here', async () => {
    const refused = [
      await post('objects?name=a', 'abc', { origin: 'https://example.org' }),
      await post('objects?name=a', 'abc', {}),
      await post('cases', '[]', { origin: 'null' }),
      await fetch(`${server.url}documents`, { headers: { origin: 'https://example.org' } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await statusFor('rebound.example.org')).toBe(403);
    expect(await statusFor(new URL(server.url).host)).toBe(200);
    expect(taken).toEqual([]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  it('refuses what is too long to be an object', async () => {
    expect((await post('objects?name=a', 'x'.repeat(17 * 1024 * 1024))).status).toBe(400);
    expect(taken).toEqual([]);
  });

  it('counts a look at the page as use, and an open page that asks for news not', async () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    try {
      await fetch(server.url);
      now.mockReturnValue(1_060);
      await fetch(`${server.url}documents`);
      expect(server.idleMs).toBe(60);
      await fetch(server.url);
      expect(server.idleMs).toBe(0);
    } finally {
      now.mockRestore();
    }
  });
});
