import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { runCommandLine } from '../../lib/cli/program.ts';
import { memoryStreams } from '../support/streams.ts';

const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the browser of the machine. */
export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? NAMES.find((name) => existsSync(name));
  if (executablePath === undefined) {
    throw new Error('expected Chromium on this machine: apt-get install chromium, or set CHROMIUM to its path');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A folder of sources and the page that the command writes of it. */
export class PageFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'winnow-inspector-'));
  readonly file = join(this.path, 'inspector.html');

  /** @param sources Contents by name. */
  async write(sources: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<void> {
    const paths = Object.entries(sources).map(([name, content]) => {
      writeFileSync(join(this.path, name), content);
      return join(this.path, name);
    });
    await this.inspect(paths, ...flags);
  }

  async inspect(paths: readonly string[], ...flags: readonly string[]): Promise<void> {
    const streams = memoryStreams();
    const code = await runCommandLine(['inspect', ...paths, '--out', this.file, ...flags], streams, '0');
    if (code !== 0) throw new Error(streams.err());
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** What went wrong in a page, and what it asked the network for. */
export interface Watch {
  readonly faults: string[];
  readonly requests: string[];
}

/** Opens a page without a network and notes faults, dialogs and requests. */
export async function open(
  browser: Browser,
  target: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly watch: Watch }> {
  const isFile = !target.startsWith('http');
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, offline: isFile, ...options });
  const page = await context.newPage();
  const watch: Watch = { faults: [], requests: [] };
  page.on('pageerror', (error) => watch.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watch.faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    watch.faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => watch.requests.push(request.url()));
  await page.goto(isFile ? pathToFileURL(target).href : target);
  return { page, watch };
}

const AXE = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Faults of accessibility that axe-core calls serious or critical, each with the first place. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe');
    const { violations } = await axe.run();
    return violations
      .filter((one: { impact: string }) => one.impact === 'serious' || one.impact === 'critical')
      .map((one: { id: string; nodes: { html: string; failureSummary: string }[] }) => {
        return `${one.id}: ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`;
      });
  });
}

/** Drops files onto the page, as a file manager does. */
export async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const browser = globalThis as unknown as {
        DataTransfer: new () => { items: { add(file: File): void } };
        DragEvent: new (type: string, init: unknown) => Event;
        document: EventTarget;
      };
      const transfer = new browser.DataTransfer();
      transfer.items.add(new File([text], fileName));
      const init = { bubbles: true, cancelable: true, dataTransfer: transfer };
      browser.document.dispatchEvent(new browser.DragEvent('dragover', init));
      browser.document.dispatchEvent(new browser.DragEvent('drop', init));
    },
    [name, content] as const,
  );
}
