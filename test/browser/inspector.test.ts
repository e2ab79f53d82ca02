import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { drop, launch, open, PageFolder, seriousFaults, type Watch } from './open-page.ts';

jest.setTimeout(60_000);

let browser: Browser;
let folder: PageFolder;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  browser = await launch();
  folder = new PageFolder();
  await folder.inspect([join(process.cwd(), 'examples')]);
});
afterAll(async () => {
  await browser?.close();
  folder?.remove();
});
beforeEach(async () => {
  ({ page, watch } = await open(browser, folder.file));
});
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  // Only the page itself: nothing is asked of any network.
  expect(watch.requests.filter((url) => !url.startsWith('blob:'))).toEqual([page.url()]);
  await page.context().close();
});

const show = (title: string) => page.locator('.documents button', { hasText: title }).click();
const rows = (kind = '') => page.locator(`.rows > tbody > tr${kind}`);

describe('the inspector', () => {
  it('lists every object with its outcome, quality and share removed', async () => {
    expect(await page.locator('.documents li').count()).toBe(14);
    const entry = page.locator('.documents button', { hasText: 'Council backs lifting bridge' }).first();
    expect(await entry.innerText()).toMatch(/cleaned quality [01]\.\d\d, \d+ % removed/);
    expect(await page.locator('.documents .quarantined').count()).toBe(2);
  });

  it('draws words by class and records by quality', async () => {
    expect(await page.locator('.chart tbody tr').first().innerText()).toMatch(/teaser\s+\d+\s+\d+ %/);
    const label = await page.locator('.histogram svg').getAttribute('aria-label');
    expect(label).toMatch(/^Histogram of quality in tenths: .*\d+ from 0\.9$/);
  });

  it('shows the source beside the result and why a line was removed', async () => {
    await show('Council backs');
    expect(await rows('.kept').count()).toBeGreaterThan(5);
    await rows('.removed').first().hover();
    const why = page.locator('.why');
    expect(await why.innerText()).toMatch(/Rule\s+html-\S+\s+Confidence\s+[01]\.\d\d\s+Reason\s+\S/);
    await page.getByText('Evidence for title').click();
    expect(await page.locator('.evidence tr', { hasText: 'title' }).first().innerText()).toMatch(
      /Council backs.*\d\.\d\d/,
    );
  });

  it('narrows objects and lines by class, rule, confidence and search', async () => {
    await page.locator('.chip', { hasText: 'bio' }).click();
    const withBio = await page.locator('.documents li').count();
    expect(withBio).toBeGreaterThan(0);
    expect(withBio).toBeLessThan(14);
    await page.locator('.documents button').first().click();
    expect(await rows('.removed').evaluateAll((all) => all.map((row) => row.getAttribute('data-class')))).toContain(
      'bio',
    );
    expect(await rows('.removed:not([data-class="bio"])').count()).toBe(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('#rule').selectOption('html-bio');
    expect(await rows('.removed:not([data-rule="html-bio"])').count()).toBe(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('#confidence-to').fill('0.6');
    await page.locator('#confidence-to').press('Tab');
    expect(await page.locator('.documents li').count()).toBeLessThan(14);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('#search').fill('sourdough');
    expect(await page.locator('.documents li').count()).toBe(1);
  });

  it('is used by the keyboard alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('sourdough');
    await page.keyboard.press('Escape');
    await page.locator('.documents button').first().focus();
    await page.keyboard.press('Enter');
    await rows().first().focus();
    await page.keyboard.press('n');
    const focused = page.locator('.rows tr:focus');
    expect(await focused.getAttribute('class')).toBe('removed');
    const rule = (await focused.getAttribute('data-rule')) ?? '-';
    expect(await page.locator('.why').innerText()).toContain(rule);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('.why button:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.rows tr:focus').count()).toBe(1);
    await page.keyboard.press('Home');
    expect(await rows().first().getAttribute('aria-current')).toBe('true');
  });

  it('goes through the objects by brackets', async () => {
    await page.keyboard.press(']');
    const first = await page.locator('h2').innerText();
    await page.keyboard.press(']');
    expect(await page.locator('h2').innerText()).not.toBe(first);
    await page.keyboard.press('[');
    expect(await page.locator('h2').innerText()).toBe(first);
  });

  it('shows the record as JSON', async () => {
    await show('Council backs');
    await page.getByText('Record as JSON').click();
    const json: unknown = JSON.parse(await page.locator('.json-box pre', { hasText: 'schemaVersion' }).innerText());
    expect(json).toMatchObject({ schemaVersion: '1.0', title: expect.stringContaining('Council backs') });
  });

  it('cleans a file that is dragged in, without a server', async () => {
    const story = 'The ferry to Ansel Rock sails again from Monday, two weeks after the storm took the pier away.';
    await drop(
      page,
      'ferry.html',
      `<main><h1>Ferry sails again</h1><p>${story}</p><footer>© Ansel Post</footer></main>`,
    );
    await page.locator('h2', { hasText: 'Ferry sails again' }).waitFor();
    expect(await page.locator('.documents li').count()).toBe(15);
    expect(await rows('.kept').allInnerTexts()).toEqual([expect.stringContaining(story)]);
    expect(await page.locator('.top .status').innerText()).toBe('ferry.html was cleaned here, in the browser.');
  });

  it('saves a case of a line that should have been kept', async () => {
    await show('Council backs');
    const removed = rows('.removed').first();
    await removed.click();
    const text = await removed.locator('.text').innerText();
    await page.getByRole('button', { name: 'This should have been kept' }).click();
    await page.locator('#slug').fill('kept-line');
    await page.locator('#why').fill('It is part of the story.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the case' }).click(),
    ]);
    const archive = await download.path();
    execFileSync('tar', ['-xf', archive, '-C', folder.path]);
    const read = (name: string) => readFileSync(join(folder.path, 'kept-line', name), 'utf8');
    expect(JSON.parse(read('case.json'))).toMatchObject({ why: 'It is part of the story.', reviewed: false });
    expect(JSON.parse(read('expected.json')).text.split('\n\n')).toContain(text);
    expect(read('input.html')).toBe(readFileSync(join(process.cwd(), 'examples/harbour-bridge-vote.html'), 'utf8'));
  });

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFaults(page)).toEqual([]);
    await show('Council backs');
    await page.getByText('Evidence for title').click();
    await page.getByText('Record as JSON').click();
    await rows('.removed').first().click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'This should have been kept' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    await show('empty.html');
    expect(await seriousFaults(page)).toEqual([]);
  });
});
