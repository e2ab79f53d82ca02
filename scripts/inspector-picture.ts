/** Writes docs/inspector.png: the inspector over the examples, at a removed line. Needs Chromium. */
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
await page.screenshot({ path: process.argv[2] ?? 'docs/inspector.png' });
await browser.close();
rmSync(folder, { recursive: true });
