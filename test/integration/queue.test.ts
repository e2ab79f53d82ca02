import { EventSource, readFailures } from '../../lib/local/event-source.ts';
import { LocalQueue } from '../../lib/local/queue.ts';

/** A queue on a clock that the test moves. */
function makeQueue(): { queue: LocalQueue; pass: (ms: number) => void } {
  let now = 1_000_000;
  const queue = new LocalQueue({ visibilityTimeoutMs: 1000, maxReceiveCount: 2, now: () => now });
  return { queue, pass: (ms) => (now += ms) };
}

describe('the queue', () => {
  test('hides a received message until its visibility timeout ends, then counts one more receive', async () => {
    const { queue, pass } = makeQueue();
    queue.send('a');
    expect(await queue.receive()).toMatchObject([{ body: 'a', receiveCount: 1 }]);
    expect(await queue.receive()).toEqual([]);
    pass(1000);
    expect(await queue.receive()).toMatchObject([{ body: 'a', receiveCount: 2 }]);
  });

  test('moves a message to the dead letters after its last receive', async () => {
    const { queue, pass } = makeQueue();
    const messageId = queue.send('poison');
    for (let receive = 0; receive < 2; receive++) {
      expect(await queue.receive()).toHaveLength(1);
      pass(1000);
    }
    expect(await queue.receive()).toEqual([]);
    expect(queue.deadLetters).toEqual([{ messageId, body: 'poison', receiveCount: 2 }]);
    expect(queue.size).toBe(0);
  });

  test('gives batches of ten at most, in the order of sending', async () => {
    const { queue } = makeQueue();
    for (let index = 0; index < 12; index++) queue.send(String(index));
    const sizes = [(await queue.receive(99)).length, (await queue.receive()).length];
    expect(sizes).toEqual([10, 2]);
  });

  test('does not delete for a receipt that a later receive made void', async () => {
    const { queue, pass } = makeQueue();
    queue.send('a');
    const [first] = await queue.receive();
    pass(1000);
    const [second] = await queue.receive();
    queue.delete(first?.receiptHandle ?? '');
    expect(queue.size).toBe(1);
    queue.delete(second?.receiptHandle ?? '');
    expect(queue.size).toBe(0);
  });

  test('wakes who waits when a message comes, and when it is told to stop', async () => {
    const queue = new LocalQueue({ visibilityTimeoutMs: 1000, maxReceiveCount: 2 });
    const waiting = queue.receive(10, 60_000);
    queue.send('late');
    expect(await waiting).toMatchObject([{ body: 'late' }]);
    const stop = new AbortController();
    const stopped = queue.receive(10, 60_000, stop.signal);
    stop.abort();
    expect(await stopped).toEqual([]);
  });

  test('brings a message back as soon as its visibility is shortened', async () => {
    const queue = new LocalQueue({ visibilityTimeoutMs: 60_000, maxReceiveCount: 5 });
    queue.send('a');
    const [message] = await queue.receive();
    const again = queue.receive(10, 60_000);
    queue.changeVisibility(message?.receiptHandle ?? '', 20);
    expect(await again).toMatchObject([{ body: 'a', receiveCount: 2 }]);
  });
});

describe('the event source', () => {
  const BATCH = [{ messageId: 'a' }, { messageId: 'b' }];

  test.each([
    ['nothing', null, []],
    ['no failures', { batchItemFailures: [] }, []],
    ['one of the batch', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    ['one that is not in the batch', { batchItemFailures: [{ itemIdentifier: 'c' }] }, ['a', 'b']],
    ['an item without a name', { batchItemFailures: [{}] }, ['a', 'b']],
    ['no list', { batchItemFailures: 'b' }, ['a', 'b']],
  ])('takes an answer that names %s as Lambda does', (_name, response, failures) => {
    expect(readFailures(response, BATCH)).toEqual(failures);
  });

  test('brings back only the failed messages, until they are dead letters', async () => {
    const dead = deferred();
    const queue = new LocalQueue({
      visibilityTimeoutMs: 60_000,
      maxReceiveCount: 3,
      onDeadLetter: () => dead.resolve(),
    });
    const seen: string[] = [];
    const source = new EventSource({
      queue,
      batchSize: 10,
      concurrency: 1,
      retryDelayMs: 1,
      invoke: async ({ Records }) => {
        seen.push(...Records.map((record) => record.body));
        const failed = Records.filter((record) => record.body === 'poison');
        return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
      },
    });
    for (const body of ['one', 'poison', 'two']) queue.send(body);
    source.start();
    await dead.promise;
    await source.stop();
    expect(seen).toEqual(['one', 'poison', 'two', 'poison', 'poison']);
    expect(queue.deadLetters).toMatchObject([{ body: 'poison', receiveCount: 3 }]);
    expect(queue.size).toBe(0);
  });

  test('brings the whole batch back when the function fails as a whole', async () => {
    const queue = new LocalQueue({ visibilityTimeoutMs: 60_000, maxReceiveCount: 9 });
    const done = deferred();
    let calls = 0;
    const invoke = async (): Promise<null> => {
      if (++calls === 1) throw new Error('crashed');
      setImmediate(done.resolve);
      return null;
    };
    const source = new EventSource({ queue, batchSize: 10, concurrency: 1, retryDelayMs: 1, invoke });
    queue.send('a');
    source.start();
    await done.promise;
    await source.stop();
    expect({ calls, left: queue.size }).toEqual({ calls: 2, left: 0 });
  });
});

/** Node 20 has no Promise.withResolvers. */
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
