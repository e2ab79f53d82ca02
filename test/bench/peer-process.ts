import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Other systems that pages can be given to, in the order of the table; `paragraphs` is what a few lines of code get. */
export const PEERS = ['readability', 'defuddle', 'article-extractor', 'paragraphs'] as const;
export type PeerName = (typeof PEERS)[number];

/** HTML that a system takes for the content, `''` where it found none; `fault` says why none came back. */
export interface PeerAnswer {
  readonly content: string;
  readonly fault: string | null;
}

const PROGRAM = fileURLToPath(new URL('./extract.mjs', import.meta.url));

/** One system in a process of its own, which is ended and started anew when a page takes too long. */
export class PeerProcess {
  private child: ChildProcess | null = null;

  constructor(
    private readonly system: string,
    private readonly timeoutSeconds: number,
    private readonly program = PROGRAM,
  ) {}

  /** Extracts one page; the next may be asked for only when this one has been answered. */
  async extract(html: string, url: string | null): Promise<PeerAnswer> {
    const child = this.child ?? (await this.start());
    this.child = child;
    return new Promise((resolve) => {
      const answer = (content: string, fault: string | null): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        resolve({ content, fault });
      };
      const onMessage = (message: { readonly content: string; readonly error?: string }): void =>
        answer(message.content, message.error ?? null);
      const onExit = (): void => {
        this.child = null;
        answer('', 'the process ended');
      };
      const timer = setTimeout(() => {
        this.stop();
        answer('', `no answer within ${this.timeoutSeconds} s`);
      }, this.timeoutSeconds * 1000);
      child.once('message', onMessage).once('exit', onExit);
      child.send({ html, url });
    });
  }

  /** Ends the process; a page asked for later starts a new one. */
  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  /** Loading the system is no part of the time a page may take. */
  private start(): Promise<ChildProcess> {
    const child = fork(this.program, [this.system], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(child));
      child.once('exit', () => reject(new Error(`${this.system} did not start; is \`npm ci\` done in test/bench?`)));
    });
  }
}
