/**
 * Runs in the child process: loads the handler that `_HANDLER` names from `LAMBDA_TASK_ROOT` and speaks the Lambda
 * Runtime API, as the managed Node.js runtime does for handlers that return a promise.
 */
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BASE = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

type Handler = (event: unknown, context: object) => unknown;

interface Answer {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function send(method: string, path: string, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${BASE}${path}`, { method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

async function loadHandler(): Promise<Handler> {
  const [file = '', name = ''] = (process.env._HANDLER ?? '').split('.', 2);
  const stem = join(process.env.LAMBDA_TASK_ROOT ?? '', file);
  const path = ['.mjs', '.js', '.cjs'].map((extension) => stem + extension).find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`expected a module ${stem}.{mjs,js,cjs}`);
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  const handler = module[name];
  if (typeof handler !== 'function') throw new Error(`expected ${path} to export a function ${name}`);
  return handler as Handler;
}

function makeContext(headers: Answer['headers']): { requestId: string; context: object } {
  const requestId = String(headers['lambda-runtime-aws-request-id']);
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const context = {
    awsRequestId: requestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: String(headers['lambda-runtime-invoked-function-arn']),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  return { requestId, context };
}

async function run(): Promise<void> {
  let handler: Handler;
  try {
    handler = await loadHandler();
  } catch (error) {
    console.error(error);
    await send('POST', '/init/error', describe(error));
    process.exit(1);
  }
  for (;;) {
    const { headers, body } = await send('GET', '/invocation/next');
    const { requestId, context } = makeContext(headers);
    const answer = await (async () => handler(JSON.parse(body), context))().then(
      (result) => ({ path: 'response', body: result ?? null }),
      (error: unknown) => ({ path: 'error', body: describe(error) }),
    );
    await send('POST', `/invocation/${requestId}/${answer.path}`, answer.body);
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
