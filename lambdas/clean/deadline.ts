/** What is thrown for work that there is no time for; the queue brings it back. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/**
 * Waits for a task no longer than `ms`, so that one that hangs does not take the rest of its batch with it.
 *
 * @throws OutOfTimeError when the time is over; the task itself runs on.
 */
export async function withDeadline<T>(task: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfTimeError('the time of the function is over')), Math.max(0, ms));
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
