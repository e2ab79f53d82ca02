import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryStore } from '../../lib/io/directory.ts';
import { ObjectNotFoundError, ObjectTooLargeError, PreconditionFailedError } from '../../lib/io/ports.ts';

const LIMITS = { maxBytes: 1000 };
const PUT = { contentType: 'text/plain', metadata: {} };
const bytes = (text: string) => Buffer.from(text);

describe('DirectoryStore', () => {
  let folder: string;
  let root: string;
  let store: DirectoryStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'winnow-directory-'));
    root = join(folder, 'root');
    store = new DirectoryStore({ raw: root });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (key: string) => ({ bucket: 'raw', key });

  it('gives back what was put, in folders made as needed, and leaves no other file', async () => {
    await store.put(at('a/b c/ü+.html'), bytes('page'), PUT);
    const { body, etag } = await store.get(at('a/b c/ü+.html'), LIMITS);
    expect(Buffer.from(body).toString()).toBe('page');
    expect((await store.head(at('a/b c/ü+.html')))?.etag).toBe(etag);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['a', 'a/b c', 'a/b c/ü+.html']);
  });

  it('tells a missing file and a folder from an object', async () => {
    await store.put(at('a/b'), bytes('x'), PUT);
    for (const key of ['none', 'a', 'a/b/c']) {
      await expect(store.get(at(key), LIMITS)).rejects.toThrow(ObjectNotFoundError);
      expect(await store.head(at(key))).toBeNull();
    }
  });

  it('refuses to read more than the limit', async () => {
    await store.put(at('a'), bytes('12345'), PUT);
    await expect(store.get(at('a'), { maxBytes: 4 })).rejects.toThrow(ObjectTooLargeError);
    expect((await store.get(at('a'), { maxBytes: 5 })).body).toHaveLength(5);
  });

  it('creates a file only once when asked to', async () => {
    const puts = ['one', 'two', 'three'].map((text) => store.put(at('a'), bytes(text), { ...PUT, ifNoneMatch: '*' }));
    const results = await Promise.allSettled(puts);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof PreconditionFailedError)).toEqual([true, true]);
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('replaces only the content that the ETag names', async () => {
    const { etag } = await store.put(at('a'), bytes('one'), PUT);
    await expect(store.put(at('a'), bytes('x'), { ...PUT, ifMatch: 'other' })).rejects.toThrow(PreconditionFailedError);
    await store.put(at('a'), bytes('two'), { ...PUT, ifMatch: etag ?? '' });
    await expect(store.put(at('a'), bytes('x'), { ...PUT, ifMatch: etag ?? '' })).rejects.toThrow(
      PreconditionFailedError,
    );
    await expect(store.put(at('b'), bytes('x'), { ...PUT, ifMatch: 'any' })).rejects.toThrow(PreconditionFailedError);
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('two');
    expect(readdirSync(root)).toEqual(['a']);
  });

  it.each(['../secret', 'a/../../secret', '/etc/hostname', 'a//b', './a', 'a/', '', 'a\0b'])(
    'refuses the key %j, which does not name a file in the folder',
    async (key) => {
      mkdirSync(root);
      writeFileSync(join(folder, 'secret'), 'secret');
      await expect(store.get(at(key), LIMITS)).rejects.toMatchObject({ reason: 'invalid-key' });
      await expect(store.put(at(key), bytes('x'), PUT)).rejects.toMatchObject({ reason: 'invalid-key' });
    },
  );

  it('follows no symbolic link out of the folder', async () => {
    mkdirSync(root);
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(folder, join(root, 'out'));
    symlinkSync(join(folder, 'secret'), join(root, 'link'));
    for (const key of ['out/secret', 'link', 'out/new/file']) {
      await expect(store.get(at(key), LIMITS)).rejects.toMatchObject({ reason: 'invalid-key' });
      await expect(store.put(at(key), bytes('x'), PUT)).rejects.toMatchObject({ reason: 'invalid-key' });
    }
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('secret');
  });
});
