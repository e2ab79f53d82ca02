import { join } from 'node:path';
import { LocalLambda } from '../../lib/local/runtime/lambda.ts';

// Starting processes takes its time on a busy machine.
jest.setTimeout(60_000);

const projectRoot = join(__dirname, '..', '..');
const started: LocalLambda[] = [];
const output: string[] = [];

async function start(handler = 'index.handler', timeoutMs = 2000, concurrency = 1): Promise<LocalLambda> {
  const lambda = await LocalLambda.start({
    projectRoot,
    code: { assetPath: join(__dirname, 'fixture-function'), handler, environment: { CLEAN_BUCKET: 'clean' } },
    s3Endpoint: 'http://127.0.0.1:1',
    timeoutMs,
    memoryMb: 512,
    concurrency,
    onOutput: (chunk) => output.push(chunk.toString()),
  });
  started.push(lambda);
  return lambda;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((lambda) => lambda.close()));
});

interface Echo {
  readonly event: unknown;
  readonly remaining: number;
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

describe('the function', () => {
  test('gets its event, its time limit and its variables, and nothing of the own environment', async () => {
    process.env.AWS_PROFILE = 'somebody';
    const lambda = await start();
    const event = { do: 'echo', text: 'Zürich 灯台' };
    const echo = (await lambda.invoke(event)) as Echo;
    delete process.env.AWS_PROFILE;
    expect(echo.event).toEqual(event);
    expect(echo.name).toBe(echo.env.AWS_LAMBDA_FUNCTION_NAME);
    expect(echo.remaining).toBeGreaterThan(1000);
    expect(echo.remaining).toBeLessThanOrEqual(2000);
    expect(echo.env).toMatchObject({ CLEAN_BUCKET: 'clean', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' });
    expect(echo.env).not.toHaveProperty('AWS_PROFILE');
    expect(echo.env).not.toHaveProperty('HOME');
  });

  test('that throws fails the invocation and goes on with the next', async () => {
    const lambda = await start();
    await expect(lambda.invoke({ do: 'throw' })).rejects.toThrow(/TypeError.*as told/);
    await expect(lambda.invoke({ do: 'echo' })).resolves.toMatchObject({ event: { do: 'echo' } });
  });

  test.each(['hang', 'spin'])('that takes too long (%s) is ended and started anew', async (what) => {
    const lambda = await start('index.handler', 300);
    await expect(lambda.invoke({ do: what })).rejects.toThrow('Task timed out after 0.3 seconds');
    await expect(lambda.invoke({ do: 'echo' })).resolves.toMatchObject({ event: { do: 'echo' } });
  });

  test('whose process ends is started anew', async () => {
    const lambda = await start();
    await expect(lambda.invoke({ do: 'exit' })).rejects.toThrow('Runtime exited: code 3');
    await expect(lambda.invoke({ do: 'echo' })).resolves.toMatchObject({ event: { do: 'echo' } });
  });

  test.each(['missing.handler', 'index.missing', 'index.notAFunction'])(
    'named %s cannot be loaded',
    async (handler) => {
      const lambda = await start(handler);
      await expect(lambda.invoke({ do: 'echo' })).rejects.toThrow('could not be loaded');
    },
  );

  test('runs in as many processes as allowed, and the rest waits', async () => {
    const lambda = await start('index.handler', 5000, 2);
    const echoes = await Promise.all(Array.from({ length: 5 }, () => lambda.invoke({ do: 'echo' })));
    expect(echoes).toHaveLength(5);
  });

  test('has its output caught', async () => {
    const lambda = await start();
    await lambda.invoke({ do: 'print' });
    await lambda.close();
    expect(output.join('')).toContain('printed\n');
  });

  test('that is closed in mid-work fails what waits', async () => {
    const lambda = await start('index.handler', 60_000);
    const failed = expect(lambda.invoke({ do: 'hang' })).rejects.toThrow('stopped');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await lambda.close();
    await failed;
  });
});
