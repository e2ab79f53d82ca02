import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The three streams of a process; tests hand in their own. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** `columns`: width of a terminal. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** 0 for success, 1 when an input was refused or failed, 2 for a wrong command line. */
export type ExitCode = 0 | 1 | 2;

/** Ends the command; the message says what was expected and what to do instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Writes what `source` yields at the speed the reader takes it, and leaves `output` open.
 * A reader that has gone away (`| head`) ends the writing without an error.
 */
export async function writeAll(source: AsyncIterable<string>, output: Writable): Promise<void> {
  try {
    await pipeline(source, output, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}

/** Whether the reader of the stream has gone away, which is no fault. */
export function isClosedPipe(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
