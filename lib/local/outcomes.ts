/** What the function logs of one object. */
export interface LoggedOutcome {
  readonly key: string;
  readonly versionId: string | null;
  readonly outcome: 'cleaned' | 'quarantined' | 'ignored';
  /** Of the result; `null` for ignored objects. */
  readonly outputKey: string | null;
  /** Milliseconds that the function took for the object: reading, cleaning and writing. */
  readonly ms: number;
  readonly records: number;
  readonly quarantinedRecords: number;
  readonly keptWords: number;
  /** By class of removal. */
  readonly removedWords: Readonly<Record<string, number>>;
  /** Why it was quarantined or ignored; `null` for cleaned objects. */
  readonly reason: string | null;
}

/** Cuts chunks of output into lines and hands on the outcomes among them. */
export class OutcomeReader {
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(private readonly onOutcome: (outcome: LoggedOutcome) => void) {}

  read(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const outcome = parseOutcome(line);
      if (outcome) this.onOutcome(outcome);
    }
  }
}

/** `null` for a line that tells of no object. */
export function parseOutcome(line: string): LoggedOutcome | null {
  const entry = parseObject(line);
  if (!entry) return null;
  const { message, key } = entry;
  if (typeof key !== 'string') return null;
  if (message !== 'cleaned' && message !== 'quarantined' && message !== 'ignored') return null;
  return {
    key,
    versionId: textOf(entry.versionId),
    outcome: message,
    outputKey: textOf(entry.outputKey),
    ms: numberOf(entry.ms),
    records: numberOf(entry.records),
    quarantinedRecords: numberOf(entry.quarantinedRecords),
    keptWords: numberOf(entry.keptWords),
    removedWords: countsOf(entry.removedWords),
    reason: textOf(entry.reason) ?? textOf(entry.why),
  };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    // Other output may begin with a brace too.
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function countsOf(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'number'));
}
