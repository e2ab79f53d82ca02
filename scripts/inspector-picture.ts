/** Writes docs/inspector.png, the inspector over the examples at a removed line, and docs/inspector-overview.png, its charts in the dark. Needs Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { runCommandLine } from '../lib/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'winnow-picture-'));
const file = join(folder, 'inspector.html');
await runCommandLine(['inspect', 'examples', '--out', file, '--quiet'], process, '');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(pathToFileURL(file).href);
await page.locator('.documents button', { hasText: 'Island ferries' }).click();
await page.locator('tr.removed[data-class="teaser"]').nth(3).click();
const out = process.argv[2] ?? 'docs';
await page.screenshot({ path: join(out, 'inspector.png') });
await page.emulateMedia({ colorScheme: 'dark' });
await page.getByRole('button', { name: 'Overview' }).click();
await page.screenshot({ path: join(out, 'inspector-overview.png') });
await browser.close();
rmSync(folder, { recursive: true });
