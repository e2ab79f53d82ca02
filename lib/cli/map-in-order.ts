/**
 * Starts `work` on what the source gives, several at once, and yields the results in the order of the source. A result is
 * yielded as soon as it and those before it are there, whether the source has more to give or not.
 *
 * @param isFull Told how many works are started and not yielded; nothing is read from the source while it holds.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  isFull: (pending: number) => boolean,
): AsyncGenerator<Result, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const pending: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | null = null;
  let isOver = false;
  try {
    for (;;) {
      const [head] = pending;
      if (!isOver && (head === undefined || !isFull(pending.length))) next ??= heard(iterator.next());
      if (head === undefined && next === null) return;
      if (next !== null && (await isSooner(next, head))) {
        const read: IteratorResult<Item> = await next;
        next = null;
        if (read.done === true) isOver = true;
        else pending.push(heard(work(read.value)));
      } else if (head !== undefined) {
        yield await head;
        pending.shift();
      }
    }
  } finally {
    // Not awaited: a source that waits for input may never answer.
    if (!isOver) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** A failure is met when its turn comes, and must not end the process before that. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Whether the next item is there before the first result; the result wins when both are. */
async function isSooner(next: Promise<unknown>, head: Promise<unknown> | undefined): Promise<boolean> {
  if (head === undefined) return true;
  const settled = (promise: Promise<unknown>, value: boolean) =>
    promise.then(
      () => value,
      () => value,
    );
  return Promise.race([settled(head, false), settled(next, true)]);
}
