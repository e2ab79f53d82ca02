import type { Browser } from 'playwright-core';
import { drop, launch, open, PageFolder } from './open-page.ts';

jest.setTimeout(60_000);

const PAYLOADS = [
  '<script>pwned = 1</script>',
  '</script><script>pwned = 2</script>',
  '<img src=x onerror="pwned = 3">',
  '<svg onload="pwned = 4"></svg>',
  '"><iframe srcdoc="<script>parent.pwned = 5</script>"></iframe>',
  '<!--<script>pwned = 6</script>-->',
  '<a href="javascript:pwned = 7">x</a>',
  '{{constructor.constructor("pwned = 8")()}}',
];

const SENTENCE = 'The mayor of Ansel said on Monday that the bridge would be closed until the ice has left the river.';
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const paragraphs = PAYLOADS.map((payload) => `<p>${SENTENCE} ${escaped(payload)}</p>`).join('\n');
const linkedData = {
  '@type': 'NewsArticle',
  headline: `Bridge ${PAYLOADS[2]}`,
  author: { name: `Ann ${PAYLOADS[2]}` },
};

const PAGE = `<!doctype html><title>Bridge ${escaped(PAYLOADS[2] ?? '')}</title>
<script type="application/ld+json">${JSON.stringify(linkedData)}</script>
<article><h1>Bridge ${escaped(PAYLOADS[2] ?? '')}</h1>${paragraphs}
<footer>© ${escaped(PAYLOADS[0] ?? '')}</footer></article>`;
const TEXT = PAYLOADS.map((payload) => `${SENTENCE} ${payload}`).join('\n\n');

describe('a hostile article in the inspector', () => {
  let browser: Browser;
  const folder = new PageFolder();

  beforeAll(async () => {
    browser = await launch();
    await folder.write({ 'a <img src=x onerror=pwned=9>.html': PAGE, 'b.txt': TEXT, 'c.json': '{"body": "<script>"}' });
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  it('stays text wherever it is shown', async () => {
    const { page, watch } = await open(browser, folder.file);
    for (let at = 0; at < 3; at++) {
      await page.locator('.documents button').nth(at).click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      for (const row of await page.locator('.rows > tbody > tr').all()) await row.hover();
    }
    await page.locator('.documents button').nth(1).click();
    const source = await page.locator('.rows').innerText();
    for (const payload of PAYLOADS) expect(source).toContain(payload);
    expect(await page.locator('main').locator('img, iframe, script, a, object, embed').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
    expect(watch.faults).toEqual([]);
    expect(watch.requests).toHaveLength(1);
    await page.context().close();
  });

  it('stays text when it is dragged in', async () => {
    const { page, watch } = await open(browser, folder.file);
    await drop(page, '<img src=x onerror=pwned=10>.html', PAGE);
    await page.locator('.rows').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
    expect(await page.locator('main img').count()).toBe(0);
    expect(watch.faults).toEqual([]);
    await page.context().close();
  });

  it('would find the policy in its way even if it became markup', async () => {
    const { page, watch } = await open(browser, folder.file);
    const refused = await page.evaluate(() => {
      const { body } = Reflect.get(globalThis, 'document');
      return [
        () => {
          body.innerHTML = '<img src=x onerror="pwned = 11">';
        },
        () => body.setAttribute('onclick', 'pwned = 12'),
      ].map((attempt) => {
        try {
          attempt();
          return 'accepted';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(refused).toEqual(['TypeError', 'TypeError']);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
    expect(watch.faults.some((fault) => /Content Security Policy|Trusted/.test(fault))).toBe(true);
    await page.context().close();
  });
});
