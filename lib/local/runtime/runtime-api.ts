import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const PREFIX = '/2018-06-01/runtime';

/** One call of the function, as the runtime gets it. */
export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  /** The time limit, which begins when the runtime takes the invocation. */
  readonly timeoutMs: number;
  readonly functionArn: string;
}

/** What the runtime does and tells. `payload` is the body that it sent, JSON. */
export type RuntimeReport =
  | { readonly kind: 'taken'; readonly requestId: string }
  | { readonly kind: 'response'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'error'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'init-error'; readonly payload: string };

/**
 * The Lambda Runtime API for one execution environment.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class RuntimeApi {
  readonly #server: Server;
  #next: Invocation | null = null;
  #asking: ServerResponse | null = null;

  private constructor(private readonly onReport: (report: RuntimeReport) => void) {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    // A runtime waits for its next invocation as long as it takes.
    this.#server.requestTimeout = 0;
    this.#server.keepAliveTimeout = 0;
  }

  static async start(onReport: (report: RuntimeReport) => void): Promise<RuntimeApi> {
    const api = new RuntimeApi(onReport);
    await new Promise<void>((resolve, reject) => {
      api.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return api;
  }

  /** The value of AWS_LAMBDA_RUNTIME_API: host and port. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Gives the runtime an invocation now, or when it next asks. */
  offer(invocation: Invocation): void {
    this.#next = invocation;
    this.#handOver();
  }

  /** Forgets what was offered and who asked: the process behind it is gone. */
  reset(): void {
    this.#next = null;
    this.#asking?.destroy();
    this.#asking = null;
  }

  async close(): Promise<void> {
    this.reset();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.startsWith(PREFIX) ? request.url.slice(PREFIX.length) : '';
    if (request.method === 'GET' && path === '/invocation/next') {
      this.#asking = response;
      this.#handOver();
      return;
    }
    const report = /^\/(?:invocation\/([\w-]+)\/(response|error)|init\/error)$/.exec(path);
    if (request.method !== 'POST' || !report) {
      response.writeHead(404).end();
      return;
    }
    try {
      const payload = await text(request);
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
      const [, requestId, kind] = report;
      if (requestId === undefined) this.onReport({ kind: 'init-error', payload });
      else this.onReport({ kind: kind === 'response' ? 'response' : 'error', requestId, payload });
    } catch {
      // The process died while it was telling; its end is noticed by whoever started it.
      response.destroy();
    }
  }

  #handOver(): void {
    if (!this.#asking || !this.#next) return;
    const { requestId, payload, timeoutMs, functionArn } = this.#next;
    this.#asking.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutMs),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000;Sampled=0',
    });
    this.#asking.end(payload);
    this.#asking = null;
    this.#next = null;
    this.onReport({ kind: 'taken', requestId });
  }
}
