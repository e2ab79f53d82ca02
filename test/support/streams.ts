import { Readable, Writable } from 'node:stream';
import type { Streams } from '../../lib/cli/streams.ts';

/** Streams held in memory; `out` and `err` give what was written so far. */
export interface MemoryStreams extends Streams {
  readonly out: () => string;
  readonly err: () => string;
}

/** Streams for one command line: `input` stands on standard input, all three are pipes unless `isTTY`. */
export function memoryStreams(input: string | Iterable<Uint8Array> = '', isTTY = false): MemoryStreams {
  const [out, err] = [new Memory(), new Memory()];
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  return {
    stdin: Object.assign(stdin, { isTTY }),
    stdout: Object.assign(out, { isTTY }),
    stderr: Object.assign(err, { isTTY }),
    out: () => out.text(),
    err: () => err.text(),
  };
}

class Memory extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}
