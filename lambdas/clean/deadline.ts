/** What is thrown for work that there is no time for; the queue brings it back. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/**
 * Waits for a task no longer than `ms`, so that one that hangs does not take the rest of its batch with it.
 *
 * @param start Gets a signal that ends what the task still asks for when the time is over.
 * @throws OutOfTimeError when the time is over.
 */
export async function withDeadline<T>(start: (signal: AbortSignal) => Promise<T>, ms: number): Promise<T> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => {
        const error = new OutOfTimeError('the time of the function is over');
        reject(error);
        ending.abort(error);
      },
      Math.max(0, ms),
    );
  });
  try {
    const task = start(ending.signal);
    // What it throws after the time is over is nobody's any more.
    task.catch(() => {});
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
