import type { Streams } from './streams.ts';

/** Shows how far a run is. */
export interface Progress {
  /** @param name Of the input that is read now. */
  next(name: string): void;
  /** Writes a line to standard error without tearing the bar. */
  tell(line: string): void;
  end(): void;
}

/** A bar with rate and time left on standard error when that is a terminal; elsewhere nothing but the lines told. */
export async function startProgress({ stderr }: Pick<Streams, 'stderr'>, total: number): Promise<Progress> {
  const tell = (line: string) => void stderr.write(`${line}\n`);
  if (stderr.isTTY !== true || total < 2) return { next: () => undefined, tell, end: () => undefined };
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: stderr as NodeJS.WritableStream,
    format: '{bar} {value}/{total} {rate}/s {eta_formatted} left {name}',
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
    fps: 10,
  });
  bar.start(total, 0, { name: '', rate: '-' });
  const begun = performance.now();
  let started = 0;
  return {
    next: (name) => {
      bar.update(started, { name, rate: rateOf(started, performance.now() - begun) });
      started++;
    },
    tell: (line) => tell(`\r\u001b[K${line}`),
    end: () => bar.stop(),
  };
}

/** Inputs a second, in two digits; `-` before the first is done. */
export function rateOf(done: number, ms: number): string {
  if (done === 0 || ms <= 0) return '-';
  return String(Number(((done * 1000) / ms).toPrecision(2)));
}
