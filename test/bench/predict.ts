import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CleaningError } from '../../lib/core/errors.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { cleanArticle } from '../../lib/index.ts';
import { type BenchPage, readBytes, readText } from './pages.ts';
import { type PeerName, PeerProcess } from './peer-process.ts';

/** Texts of pages by id. */
export type Predictions = ReadonlyMap<string, string>;

/** Processes of one system at a time. */
const PROCESSES = 2;

/**
 * Runs a system over pages, or takes what an earlier run left in `file`. A page without an answer has an empty text; it is
 * told on standard error and not kept, so that the next run tries it again.
 */
export async function predictPeer(
  system: PeerName,
  pages: readonly BenchPage[],
  file: string | null,
  timeoutSeconds: number,
): Promise<Predictions> {
  const texts = new Map(file === null ? [] : readPredictions(file));
  const waiting = pages.filter(({ id }) => !texts.has(id));
  const failed = new Map<string, string>();
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  const work = async (): Promise<void> => {
    const peer = new PeerProcess(system, timeoutSeconds);
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      const { content, fault } = await peer.extract(readText(page), page.url);
      const text = contentText(content, page.url);
      if (fault !== null) failed.set(page.id, fault);
      else if (file !== null) appendFileSync(file, toLine([page.id, text]));
      texts.set(page.id, text);
    }
    peer.stop();
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  for (const [id, fault] of failed) console.error(`${system}: ${id} is empty: ${fault}`);
  return texts;
}

/** Runs the cleaner with the model that is in the package. Its training pages may be among these. */
export function predictWinnow(pages: readonly BenchPage[]): Predictions {
  return new Map(
    pages.map((page) => {
      try {
        const source = { mediaType: 'text/html', ...(page.url === null ? {} : { url: page.url }) };
        return [page.id, cleanArticle(readBytes(page), source).text];
      } catch (error) {
        if (error instanceof CleaningError) return [page.id, ''];
        throw error;
      }
    }),
  );
}

/**
 * Text of content HTML with one paragraph a block. All systems' content goes through this, since `textContent` glues the
 * words of neighbouring blocks together; it takes nothing away but markup.
 */
export function contentText(content: string, url: string | null): string {
  return joinBlocks(parseHtml(content, url).blocks);
}

/** Reads `{"id", "text"}` lines; none where there is no such file. */
export function readPredictions(file: string): Predictions {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string | null };
        return [id, text ?? ''] as const;
      }),
  );
}

/** Writes `{"id", "text"}` lines; makes the folder. */
export function writePredictions(file: string, texts: Predictions): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, [...texts].map(toLine).join(''));
}

/** `<folder>/<set>.jsonl`, the set without `html/`. */
export function predictionsFile(folder: string, set: string): string {
  return join(folder, `${set.replace(/^html\//, '')}.jsonl`);
}

function toLine([id, text]: readonly [string, string]): string {
  return `${JSON.stringify({ id, text })}\n`;
}
