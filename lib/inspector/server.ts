import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLEANER_VERSION } from '../core/version.ts';
import { loadPageParts } from './app-code.ts';
import { collectRationales } from './inspect.ts';
import type { InspectedDocument } from './inspected.ts';
import { type InspectorPage, writePage } from './page.ts';
import { CaseError, writeCase } from './write-case.ts';

export interface InspectorServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Heading of the page. */
  readonly title: string;
  /** Where cases are written. */
  readonly casesFolder: string;
  /** Takes a file that was dragged in; its documents come by `add`. */
  readonly take: (name: string, body: Uint8Array) => Promise<void>;
}

/** Bytes of a request that are read; 10 MiB is what an object may have, and a case holds its source as JSON. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The inspector as a page of a server that only this machine reaches. */
export class InspectorServer {
  readonly #documents: InspectedDocument[] = [];
  #lastUse = performance.now();

  private constructor(
    private readonly options: InspectorServerOptions,
    private readonly page: InspectorPage,
    private readonly server: Server,
  ) {}

  /** Call `close` in the end. */
  static async start(options: InspectorServerOptions): Promise<InspectorServer> {
    const parts = { ...(await loadPageParts()), cleaner: null };
    const data = { title: options.title, version: CLEANER_VERSION, served: true, rationales: {}, documents: [] };
    const page = writePage(parts, data, (text) => createHash('sha256').update(text).digest('base64'));
    const server = createServer();
    const inspector = new InspectorServer(options, page, server);
    server.on('request', (request, response) => void inspector.#answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, '127.0.0.1', resolve);
    });
    return inspector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Milliseconds since the page was loaded, a file was dragged in or a case was written; that an open page asks for news is no use. */
  get idleMs(): number {
    return performance.now() - this.#lastUse;
  }

  /** Shows more documents; a page that is open takes them over by itself. */
  add(documents: readonly InspectedDocument[]): void {
    this.#documents.push(...documents);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', this.url);
      if (!this.#isOwn(request)) return reply(response, 403, 'text/plain', 'only pages of this server may ask');
      const route = `${request.method} ${url.pathname}`;
      if (route !== 'GET /documents') this.#lastUse = performance.now();
      if (route === 'GET /') return this.#sendPage(response);
      if (route === 'GET /documents') return this.#sendDocuments(url, response);
      if (route === 'POST /objects') return await this.#takeFile(url, request, response);
      if (route === 'POST /cases') return await this.#writeCase(request, response);
      reply(response, 404, 'text/plain', 'no such page');
    } catch (error) {
      const isFault = !(
        error instanceof CaseError ||
        error instanceof BodyTooLargeError ||
        error instanceof SyntaxError
      );
      reply(response, isFault ? 500 : 400, 'text/plain', error instanceof Error ? error.message : String(error));
    }
  }

  /** Another site can make a browser ask this server, by a name that leads here or from its own pages: both are refused. */
  #isOwn({ headers, method }: IncomingMessage): boolean {
    const { host, origin } = headers;
    const { port } = new URL(this.url);
    if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false;
    if (headers['sec-fetch-site'] === 'cross-site') return false;
    return method === 'GET' ? origin === undefined || origin === `http://${host}` : origin === `http://${host}`;
  }

  #sendPage(response: ServerResponse): void {
    response.setHeader('content-security-policy', `${this.page.policy}; frame-ancestors 'none'`);
    reply(response, 200, 'text/html', this.page.html);
  }

  #sendDocuments(url: URL, response: ServerResponse): void {
    const documents = this.#documents.slice(Number(url.searchParams.get('from')) || 0);
    const delivery = { documents, rationales: collectRationales(documents), next: this.#documents.length };
    reply(response, 200, 'application/json', JSON.stringify(delivery));
  }

  async #takeFile(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = url.searchParams.get('name') ?? '';
    if (name === '') return reply(response, 400, 'text/plain', 'the file has no name');
    await this.options.take(name, await readBody(request));
    reply(response, 202, 'text/plain', 'taken');
  }

  async #writeCase(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const value: unknown = JSON.parse((await readBody(request)).toString('utf8'));
    const folder = await writeCase(value, this.options.casesFolder);
    const next = 'Read expected.json, say where the input is from in case.json, then set "reviewed" to true.';
    reply(response, 201, 'text/plain', `Written to ${folder}. ${next}`);
  }
}

class BodyTooLargeError extends Error {}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BodyTooLargeError(`expected at most ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(body);
}
