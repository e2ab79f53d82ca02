import { randomUUID } from 'node:crypto';

/** Messages of one receive at most, as with SQS. */
export const MAX_BATCH = 10;

export interface QueueOptions {
  /** Milliseconds for which a received message is hidden from others; it comes back unless deleted by then. */
  readonly visibilityTimeoutMs: number;
  /** Receives after which a message goes to the dead letters instead of out again. */
  readonly maxReceiveCount: number;
  /** Called once for each message that is given up. */
  readonly onDeadLetter?: (message: DeadLetter) => void;
  /** Milliseconds; default `Date.now`. */
  readonly now?: () => number;
}

/** A message as received. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly body: string;
  /** Names this receive: a later one of the same message makes it void. */
  readonly receiptHandle: string;
  /** From 1. */
  readonly receiveCount: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

export interface DeadLetter {
  readonly messageId: string;
  readonly body: string;
  readonly receiveCount: number;
}

interface StoredMessage {
  readonly messageId: string;
  readonly body: string;
  readonly sentAt: number;
  receiveCount: number;
  receiptHandle: string | null;
  visibleAt: number;
}

/**
 * A queue in this process that behaves as SQS does: at least once, in about the order of sending, with a visibility
 * timeout and a dead-letter list.
 */
export class LocalQueue {
  readonly deadLetters: DeadLetter[] = [];
  readonly #messages = new Map<string, StoredMessage>();
  readonly #waiting = new Set<() => void>();
  readonly #now: () => number;

  constructor(private readonly options: QueueOptions) {
    this.#now = options.now ?? Date.now;
  }

  /** Messages that are neither deleted nor dead, hidden ones included. */
  get size(): number {
    return this.#messages.size;
  }

  /** Returns the message's id. */
  send(body: string): string {
    const messageId = randomUUID();
    const sentAt = this.#now();
    this.#messages.set(messageId, { messageId, body, sentAt, receiveCount: 0, receiptHandle: null, visibleAt: sentAt });
    this.#wake();
    return messageId;
  }

  /**
   * Takes up to `max` visible messages.
   *
   * @param waitMs How long to wait for the first; default 0.
   * @param signal Ends the waiting with an empty batch.
   */
  async receive(max = MAX_BATCH, waitMs = 0, signal?: AbortSignal): Promise<readonly ReceivedMessage[]> {
    const until = this.#now() + waitMs;
    for (;;) {
      const batch = this.#take(Math.min(max, MAX_BATCH));
      if (batch.length > 0 || this.#now() >= until || signal?.aborted) return batch;
      await this.#untilChange(until, signal);
    }
  }

  /** Removes a message for good; does nothing when its receipt is void. */
  delete(receiptHandle: string): void {
    const message = this.#find(receiptHandle);
    if (message) this.#messages.delete(message.messageId);
  }

  /** Lets a received message come back after `delayMs`; does nothing when its receipt is void. */
  changeVisibility(receiptHandle: string, delayMs: number): void {
    const message = this.#find(receiptHandle);
    if (!message) return;
    message.visibleAt = this.#now() + delayMs;
    this.#wake();
  }

  #find(receiptHandle: string): StoredMessage | undefined {
    const message = this.#messages.get(receiptHandle.split('/', 1)[0] ?? '');
    return message?.receiptHandle === receiptHandle ? message : undefined;
  }

  #take(max: number): ReceivedMessage[] {
    const now = this.#now();
    const batch: ReceivedMessage[] = [];
    for (const message of this.#messages.values()) {
      if (batch.length === max) break;
      if (message.visibleAt > now) continue;
      if (message.receiveCount >= this.options.maxReceiveCount) {
        this.#giveUp(message);
        continue;
      }
      message.receiveCount++;
      message.receiptHandle = `${message.messageId}/${message.receiveCount}`;
      message.visibleAt = now + this.options.visibilityTimeoutMs;
      const { messageId, body, receiptHandle, receiveCount, sentAt } = message;
      batch.push({ messageId, body, receiptHandle, receiveCount, sentAt });
    }
    return batch;
  }

  #giveUp({ messageId, body, receiveCount }: StoredMessage): void {
    const letter = { messageId, body, receiveCount };
    this.#messages.delete(messageId);
    this.deadLetters.push(letter);
    this.options.onDeadLetter?.(letter);
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Ends with the next send, the next message that becomes visible again, `until`, or the signal. */
  #untilChange(until: number, signal: AbortSignal | undefined): Promise<void> {
    const next = [...this.#messages.values()].reduce((least, { visibleAt }) => Math.min(least, visibleAt), until);
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.max(next - this.#now(), 1));
      signal?.addEventListener('abort', wake, { once: true });
      this.#waiting.add(wake);
    });
  }
}
