import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createCleaner } from '../../lib/core/clean.ts';
import { createExplainer } from '../../lib/core/explain.ts';
import { inspectBody, kindOfName } from '../../lib/inspector/inspect.ts';
import { InspectorServer } from '../../lib/inspector/server.ts';
import { sha256 } from '../../lib/io/sha256.ts';
import { drop, launch, open } from './open-page.ts';

jest.setTimeout(60_000);

const STORY = 'The ferry to Ansel Rock sails again from Monday, two weeks after the storm took the pier away.';

describe('the inspector with a server', () => {
  let browser: Browser;
  let server: InspectorServer;
  const folder = mkdtempSync(join(tmpdir(), 'winnow-served-'));
  const parts = { clean: createCleaner(sha256), explain: createExplainer(sha256), sha256 };

  beforeAll(async () => {
    browser = await launch();
    const take = async (name: string, body: Uint8Array) => {
      server.add(inspectBody(name, body, kindOfName(name).kind, { uri: name }, parts));
    };
    server = await InspectorServer.start({ port: 0, title: 's3://raw', casesFolder: folder, take });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close().catch(() => {});
    rmSync(folder, { recursive: true });
  });

  it('shows what comes, uploads what is dragged in, writes cases, and says when the server has gone', async () => {
    const { page, watch } = await open(browser, server.url);
    await drop(page, 'ferry.html', `<main><h1>Ferry sails</h1><p>${STORY}</p></main><footer>© Ansel Post</footer>`);
    await page.locator('.documents button', { hasText: 'Ferry sails' }).click();
    await page.locator('.rows tr.removed', { hasText: 'Ansel Post' }).click();
    await page.getByRole('button', { name: 'This should have been kept' }).click();
    await page.locator('#slug').fill('kept-footer');
    await page.locator('#why').fill('To see it written.');
    await page.getByRole('button', { name: 'Write the case' }).click();
    await page.locator('dialog [role=status]', { hasText: 'Written to' }).waitFor();
    expect(JSON.parse(readFileSync(join(folder, 'kept-footer/expected.json'), 'utf8')).text).toContain('© Ansel Post');
    expect(existsSync(join(folder, 'kept-footer/input.html'))).toBe(true);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('.rows tr.kept', { hasText: STORY.slice(0, 20) }).click();
    await page.getByRole('button', { name: 'This should have been removed' }).click();
    await page.locator('#slug').fill('removed-story');
    await page.locator('#case-class').selectOption('teaser');
    await page.locator('#why').fill('To see it written.');
    await page.getByRole('button', { name: 'Write the case' }).click();
    await page.locator('dialog [role=status]', { hasText: 'Written to' }).waitFor();
    const expected = JSON.parse(readFileSync(join(folder, 'removed-story/expected.json'), 'utf8'));
    expect(expected.text).not.toContain(STORY);
    expect(expected.removed).toContainEqual(expect.objectContaining({ class: 'teaser', text: STORY }));
    await page.getByRole('button', { name: 'Close' }).click();
    expect(watch.faults).toEqual([]);
    expect(watch.requests.every((url) => url.startsWith(server.url))).toBe(true);
    await server.close();
    await page.locator('.top .status', { hasText: 'The server has stopped' }).waitFor();
    await page.context().close();
  });
});
