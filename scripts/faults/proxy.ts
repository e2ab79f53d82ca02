import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Address, parseAddress } from '../../lib/local/s3/address.ts';

/**
 * What can happen to a request. `denied`, `slow-down` and `internal` are answers of S3; `reset` comes before the request
 * arrives, `lost` after it took effect; `cut` breaks a body in the middle, that of a PUT or of the answer to a GET;
 * `hang` never answers.
 */
export const FAULTS = ['slow-down', 'internal', 'denied', 'conflict', 'reset', 'hang', 'cut', 'lost', 'delay'] as const;
export type Fault = (typeof FAULTS)[number];

/** One request as the rules see it. */
export interface ProxiedRequest {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

export interface Rule {
  readonly fault: Fault;
  /** Default every request. */
  readonly applies?: (request: ProxiedRequest) => boolean;
  /** Requests that it still holds for; default for ever. */
  times?: number;
  /** Of `delay`. */
  readonly milliseconds?: number;
}

const ANSWERS: Partial<Record<Fault, readonly [status: number, code: string]>> = {
  'slow-down': [503, 'SlowDown'],
  internal: [500, 'InternalError'],
  denied: [403, 'AccessDenied'],
  conflict: [409, 'ConditionalRequestConflict'],
};

/** An S3 endpoint that hands requests on to another and spoils those that its rules name. */
export class FaultProxy {
  /** The first that applies is used. */
  readonly rules: Rule[] = [];
  /** Every request waits for it twice: before it is handed on, and before the answer is. */
  gate: (request: ProxiedRequest, moment: 'before' | 'after') => void | Promise<void> = () => {};
  /** Sees every request that comes in. */
  onRequest: (request: ProxiedRequest) => void = () => {};
  /** How often each fault was put. */
  readonly counts = new Map<Fault, number>();
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(private readonly upstream: URL) {
    this.#server = createServer((incoming, response) => {
      // A connection that is broken on purpose, or by a killed process, is no error of the proxy.
      incoming.on('error', () => {});
      response.on('error', () => {});
      this.#serve(incoming, response).catch(() => response.destroy());
    });
    this.#server.keepAliveTimeout = 60_000;
    this.#server.requestTimeout = 0;
  }

  static async start(upstream: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(upstream));
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    this.#agent.destroy();
    await closed;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const named = describe(parseAddress(incoming.url ?? '/', incoming.headers.host), incoming.method ?? '');
    this.onRequest(named);
    await this.gate(named, 'before');
    // The client has given up waiting; what it sent does not arrive after its next try.
    if (response.destroyed || incoming.socket.destroyed) return;
    const taken = this.#take(named);
    // Only writes meet one another: no read is answered with 409.
    const rule = taken?.fault === 'conflict' && named.method !== 'PUT' ? undefined : taken;
    if (rule) this.counts.set(rule.fault, (this.counts.get(rule.fault) ?? 0) + 1);
    const answer = rule && ANSWERS[rule.fault];
    if (answer) return refuse(incoming, response, answer);
    if (rule?.fault === 'reset') return void incoming.socket.destroy();
    if (rule?.fault === 'hang') return void incoming.resume();
    if (rule?.fault === 'delay') await wait(rule.milliseconds ?? 20);
    await this.#handOn(incoming, response, named, rule?.fault ?? null);
  }

  #take(named: ProxiedRequest): Rule | undefined {
    const rule = this.rules.find(({ applies, times = 1 }) => times > 0 && (applies?.(named) ?? true));
    if (rule?.times !== undefined) rule.times--;
    return rule;
  }

  async #handOn(
    incoming: IncomingMessage,
    response: ServerResponse,
    named: ProxiedRequest,
    fault: Fault | null,
  ): Promise<void> {
    const outgoing = request(this.upstream, {
      method: named.method,
      path: incoming.url,
      headers: incoming.headers,
      agent: fault === 'cut' ? false : this.#agent,
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    if (fault === 'cut' && named.method === 'PUT') {
      answered.catch(() => {});
      await cutUpload(incoming, outgoing);
      return;
    }
    incoming.pipe(outgoing);
    const answer = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    await this.gate(named, 'after');
    if (fault === 'lost') return void incoming.socket.destroy();
    sendBack(response, answer, Buffer.concat(chunks), fault === 'cut');
  }
}

function describe({ bucket, key, query }: Address, method: string): ProxiedRequest {
  return { method, bucket: bucket ?? '', key: key ?? '', query };
}

function refuse(incoming: IncomingMessage, response: ServerResponse, [status, code]: readonly [number, string]): void {
  // S3 reads what is sent before it closes; an early answer on a connection in use would confuse the client.
  incoming.resume();
  incoming.once('end', () => {
    const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>put by the bench</Message></Error>`;
    const head = { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, head).end(incoming.method === 'HEAD' ? undefined : body);
  });
}

/** Hands on half of what comes and then breaks both connections. */
async function cutUpload(incoming: IncomingMessage, outgoing: ReturnType<typeof request>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  await new Promise<void>((resolve) => outgoing.write(body.subarray(0, body.length >> 1), () => resolve()));
  // Until the half has arrived.
  await wait(2);
  outgoing.destroy();
  incoming.socket.destroy();
}

function sendBack(response: ServerResponse, answer: IncomingMessage, body: Buffer, isCut: boolean): void {
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  if (!isCut || body.length === 0) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}
