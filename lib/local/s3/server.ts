import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseAddress } from './address.ts';
import { BlobFolder, readBlob } from './blob.ts';
import { S3Error } from './errors.ts';
import type { EventSink } from './events.ts';
import { type Reply, Service } from './exchange.ts';
import { MultipartUploads } from './multipart.ts';
import { route } from './routes.ts';
import { errorDocument } from './xml.ts';

/** Longer than the SDK keeps an idle connection, so that it never writes to one that is being closed. */
const KEEP_ALIVE_MS = 60_000;

export interface LocalS3Options {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Gets the event notification of every change, in order. */
  readonly onEvent?: EventSink;
  /** Where the folder for large objects is made; default that of the system. */
  readonly temporaryFolder?: string;
}

/**
 * An S3 endpoint on 127.0.0.1 that keeps everything in memory and in a temporary folder. Signatures are not checked:
 * any credentials do. What it does not know it refuses with `NotImplemented`.
 */
export class LocalS3 {
  readonly #server: Server;
  readonly #folder: BlobFolder;
  readonly #service: Service;
  #requests = 0;

  private constructor(onEvent: EventSink, temporaryFolder: string) {
    this.#folder = new BlobFolder(temporaryFolder);
    this.#service = new Service(this.#folder, new MultipartUploads(), onEvent);
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
    // Bodies may take as long as they need.
    this.#server.requestTimeout = 0;
  }

  /** Listens. Call `close` in the end. */
  static async start(options: LocalS3Options = {}): Promise<LocalS3> {
    const { port = 0, onEvent = () => {}, temporaryFolder = tmpdir() } = options;
    const local = new LocalS3(onEvent, temporaryFolder);
    await new Promise<void>((resolve, reject) => {
      local.#server.once('error', reject);
      local.#server.listen(port, '127.0.0.1', resolve);
    });
    return local;
  }

  /** Such as `http://127.0.0.1:4566`. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops, cuts connections and removes what was stored. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    this.#folder.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = (++this.#requests).toString(16).toUpperCase().padStart(16, '0');
    try {
      const reply = await this.#reply(request, requestId);
      await send(response, request, reply, requestId);
    } catch {
      // The client went away, or the disk failed in the middle of an answer: an unfinished one must not look whole.
      response.destroy();
    }
  }

  async #reply(request: IncomingMessage, requestId: string): Promise<Reply> {
    try {
      const address = parseAddress(request.url ?? '/', request.headers.host);
      const { headers } = request;
      return await route({ service: this.#service, request, headers, query: address.query, requestId }, address);
    } catch (error) {
      if (request.destroyed && !request.complete) throw error;
      const known = error instanceof S3Error ? error : new S3Error('InternalError', String(error));
      return errorReply(known, request, requestId);
    }
  }
}

function errorReply(error: S3Error, request: IncomingMessage, requestId: string): Reply {
  if (error.code === 'NotModified') return { status: error.status, headers: error.headers };
  const body = errorDocument(error, (request.url ?? '/').replace(/\?.*/, ''), requestId);
  return { status: error.status, headers: { ...error.headers, 'content-type': 'application/xml' }, body };
}

async function send(
  response: ServerResponse,
  request: IncomingMessage,
  reply: Reply,
  requestId: string,
): Promise<void> {
  // What is left of a body that nobody read would stand before the next request of the connection.
  request.resume();
  const { body } = reply;
  const size = body === undefined ? (reply.length ?? 0) : Buffer.isBuffer(body) ? body.length : body.end - body.start;
  const ids = { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId };
  // An answer without content carries no length either.
  const length = reply.status === 204 || reply.status === 304 ? {} : { 'content-length': size };
  response.writeHead(reply.status, { ...ids, ...reply.headers, ...length });
  if (request.method === 'HEAD' || body === undefined) response.end();
  else if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(Readable.from(readBlob(body.blob, body.start, body.end)), response);
}
