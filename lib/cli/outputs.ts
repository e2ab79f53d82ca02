import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { exportRecord } from '../core/export/export-record.ts';
import { toMarkdownDocument } from '../core/export/front-matter.ts';
import { isJsonExport } from '../core/export/json-exports.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import { DirectoryStore } from '../io/directory.ts';
import { toJsonLine } from '../io/json-line.ts';
import { ObjectNotFoundError, type ObjectStore, type PutOptions } from '../io/ports.ts';
import { LinesFile } from './lines-file.ts';
import { FILES, isFile, isLines, LINES, type OutputFormat } from './output-formats.ts';
import type { Streams } from './streams.ts';

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
 * Outputs in a folder: one file per input or one for all of them, as the format has it, and one `quarantined.jsonl` with
 * the inputs that were refused, if any.
 */
export function folderOutputs(folder: string, format: OutputFormat): Outputs {
  const files = new DirectoryStore({ [OUTPUT_BUCKET]: folder });
  const quarantined = new LinesFile(join(folder, 'quarantined.jsonl'));
  const lines = isLines(format) ? new LinesFile(join(folder, LINES[format])) : null;
  const refuse = async (answers: readonly Answer[]) => {
    for (const answer of answers) await quarantined.add(toJsonLine(answer));
  };
  return {
    clean: format === 'json' ? files : new AnswerSink(lines === null ? writeFiles : addLines),
    quarantine: new AnswerSink((_name, answers) => refuse(answers)),
    async commit() {
      await lines?.commit();
      return (await quarantined.commit()) ? quarantined.path : null;
    },
    async discard() {
      await quarantined.discard();
      await lines?.discard();
    },
  };

  async function addLines(_name: string, answers: readonly Answer[]): Promise<void> {
    for (const answer of answers) {
      // A line of records may be a refusal; a row of a corpus may not.
      if ('outcome' in answer && format !== 'jsonl') await refuse([answer]);
      else await lines?.add(contentOf(answer, format));
    }
  }

  async function writeFiles(name: string, answers: readonly Answer[]): Promise<void> {
    for (const [index, answer] of answers.entries()) {
      if ('outcome' in answer || !isFile(format)) await refuse([answer]);
      else {
        const key = `${answers.length === 1 ? name : `${name}.${index}`}${FILES[format]}`;
        const body = Buffer.from(contentOf(answer, format));
        await files.put({ bucket: OUTPUT_BUCKET, key }, body, { contentType: 'text/plain', metadata: {} });
      }
    }
  }
}

/** Outputs on standard output, for a single input; what was refused is told on standard error alone. */
export function streamOutputs({ stdout }: Pick<Streams, 'stdout'>, format: OutputFormat): Outputs {
  const write = async (_name: string, answers: readonly Answer[]) => {
    for (const answer of answers) {
      if (!('outcome' in answer) || format === 'json' || format === 'jsonl') stdout.write(contentOf(answer, format));
    }
  };
  return {
    clean: new AnswerSink(write),
    quarantine: new AnswerSink(async () => undefined),
    commit: async () => null,
    discard: async () => undefined,
  };
}

/** What is written of one answer; ends with a line feed. */
function contentOf(answer: Answer, format: OutputFormat): string {
  if ('outcome' in answer || format === 'json' || format === 'jsonl') return toJsonLine(answer);
  if (format === 'frontmatter') return toMarkdownDocument(answer);
  if (isJsonExport(format)) return toJsonLine(exportRecord(answer, format));
  return `${(format === 'md' ? answer.markdown : answer.text) ?? ''}\n`.replace(/(?<!\n)\n+$/, '\n');
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

  async remove(): Promise<void> {}

  async put(ref: { readonly key: string }, body: Uint8Array, options: PutOptions): Promise<{ readonly etag: null }> {
    const content = options.contentEncoding === 'gzip' ? gunzipSync(body) : body;
    const lines = Buffer.from(content).toString('utf8').split('\n');
    const answers = lines.filter((line) => line !== '').map((line): Answer => JSON.parse(line));
    await this.write(ref.key.replace(/\.(?:json|jsonl\.gz)$/, ''), answers);
    return { etag: null };
  }
}
