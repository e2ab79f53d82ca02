import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { LocalQueue } from './queue.ts';

/** The one operation of SQS that the function itself calls, on 127.0.0.1: sending a message to its own queue. */
export class QueueEndpoint {
  readonly #server: Server;

  private constructor(private readonly queue: LocalQueue) {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  static async start(queue: LocalQueue): Promise<QueueEndpoint> {
    const endpoint = new QueueEndpoint(queue);
    await new Promise<void>((resolve, reject) => {
      endpoint.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return endpoint;
  }

  /** The URL that names the queue; the SDK sends to its host. */
  get queueUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/000000000000/local`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    };
    try {
      const body = JSON.parse(await text(request)) as { readonly MessageBody?: unknown };
      if (request.headers['x-amz-target'] !== 'AmazonSQS.SendMessage' || typeof body.MessageBody !== 'string') {
        answer(400, { __type: 'com.amazonaws.sqs#UnsupportedOperation' });
        return;
      }
      const MessageId = this.queue.send(body.MessageBody);
      answer(200, { MessageId, MD5OfMessageBody: createHash('md5').update(body.MessageBody).digest('hex') });
    } catch {
      // A process that was killed in the middle of its request.
      response.destroy();
    }
  }
}
