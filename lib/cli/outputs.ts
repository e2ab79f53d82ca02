import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import { DirectoryStore } from '../io/directory.ts';
import { ObjectNotFoundError, type ObjectStore, type PutOptions } from '../io/ports.ts';
import { toJsonLine } from './json-line.ts';
import { LinesFile } from './lines-file.ts';
import type { Streams } from './streams.ts';

export const OUTPUT_FORMATS = ['json', 'jsonl', 'md', 'txt'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Where the pipeline writes on the command line. */
export interface Outputs {
  readonly clean: ObjectStore;
  readonly quarantine: ObjectStore;
  /** Puts the files that span all inputs in place; answers the path of the one with the refused inputs, if any. */
  commit(): Promise<string | null>;
  /** Leaves no half-written file behind; harmless after `commit`. */
  discard(): Promise<void>;
}

/** Bucket name of the output folder; it stands in no record. */
export const OUTPUT_BUCKET = 'out';

type Answer = ArticleRecord | QuarantineRecord;

/**
 * Outputs in a folder: one file per input for json, md and txt, one `records.jsonl` for jsonl, and one
 * `quarantined.jsonl` with the inputs that were refused, if any.
 */
export function folderOutputs(folder: string, format: OutputFormat): Outputs {
  const files = new DirectoryStore({ [OUTPUT_BUCKET]: folder });
  const quarantined = new LinesFile(join(folder, 'quarantined.jsonl'));
  const records = new LinesFile(join(folder, 'records.jsonl'));
  const refuse = async (answers: readonly Answer[]) => {
    for (const answer of answers) await quarantined.add(toJsonLine(answer));
  };
  return {
    clean: format === 'json' ? files : new AnswerSink(format === 'jsonl' ? addLines : writeViews),
    quarantine: new AnswerSink((_name, answers) => refuse(answers)),
    async commit() {
      if (format === 'jsonl') await records.commit();
      return (await quarantined.commit()) ? quarantined.path : null;
    },
    async discard() {
      await quarantined.discard();
      await records.discard();
    },
  };

  async function addLines(_name: string, answers: readonly Answer[]): Promise<void> {
    for (const answer of answers) await records.add(toJsonLine(answer));
  }

  async function writeViews(name: string, answers: readonly Answer[]): Promise<void> {
    for (const [index, answer] of answers.entries()) {
      if ('outcome' in answer) await refuse([answer]);
      else {
        const key = answers.length === 1 ? `${name}.${format}` : `${name}.${index}.${format}`;
        const body = Buffer.from(viewOf(answer, format));
        await files.put({ bucket: OUTPUT_BUCKET, key }, body, { contentType: 'text/plain', metadata: {} });
      }
    }
  }
}

/** Outputs on standard output, for a single input; what was refused is told on standard error alone. */
export function streamOutputs({ stdout }: Pick<Streams, 'stdout'>, format: OutputFormat): Outputs {
  const isView = format === 'md' || format === 'txt';
  const write = async (_name: string, answers: readonly Answer[]) => {
    for (const answer of answers) {
      if (!isView) stdout.write(toJsonLine(answer));
      else if (!('outcome' in answer)) stdout.write(viewOf(answer, format));
    }
  };
  return {
    clean: new AnswerSink(write),
    quarantine: new AnswerSink(async () => undefined),
    commit: async () => null,
    discard: async () => undefined,
  };
}

function viewOf(record: ArticleRecord, format: OutputFormat): string {
  return `${(format === 'md' ? record.markdown : record.text) ?? ''}\n`.replace(/\n+$/, '\n');
}

/** Hands each put on as the answers in it; never has an object of its own, so that every run writes anew. */
class AnswerSink implements ObjectStore {
  /** @param write Gets the name of the input and its answers in order. */
  constructor(private readonly write: (name: string, answers: readonly Answer[]) => Promise<void>) {}

  async get(ref: { readonly key: string }): Promise<never> {
    throw new ObjectNotFoundError(`expected a readable object, got an output (${ref.key})`);
  }

  async head(): Promise<null> {
    return null;
  }

  async put(ref: { readonly key: string }, body: Uint8Array, options: PutOptions): Promise<{ readonly etag: null }> {
    const content = options.contentEncoding === 'gzip' ? gunzipSync(body) : body;
    const lines = Buffer.from(content).toString('utf8').split('\n');
    const answers = lines.filter((line) => line !== '').map((line): Answer => JSON.parse(line));
    await this.write(ref.key.replace(/\.(?:json|jsonl\.gz)$/, ''), answers);
    return { etag: null };
  }
}
