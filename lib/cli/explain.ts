import { CleaningError } from '../core/errors.ts';
import { type ArticleExplainer, createExplainer } from '../core/explain.ts';
import type { BlockExplanation, DocumentExplanation } from '../core/label/explain/explanation.ts';
import { readScrapedRecord } from '../core/read/records.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { containerOf, encodingOf } from '../io/container.ts';
import { decompress } from '../io/decompress.ts';
import { toJsonLine } from '../io/json-line.ts';
import { sha256 } from '../io/sha256.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from '../pipeline.ts';
import { type ReportStyle, writeReport } from './explain-report.ts';
import { InputStore, nameOf, STDIN } from './input-store.ts';
import { type Inputs, listInputs } from './inputs.ts';
import { type ExitCode, type Streams, writeAll } from './streams.ts';

export interface ExplainFlags extends Pick<CleanOptions, 'siteRules' | 'siteMemory'> {
  readonly json?: boolean;
  /** Only what was kept, or only what was removed. */
  readonly kept?: boolean;
  readonly removed?: boolean;
  /** Reasons a block. */
  readonly reasons: number;
  /** Media type of the inputs, where their names do not tell. */
  readonly type?: string;
}

/** Runs `winnow explain`: 0 when every input was explained, 1 when one was refused or could not be read. */
export async function runExplain(
  paths: readonly string[],
  flags: ExplainFlags,
  streams: Streams,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  const { files, problems } = await listInputs(
    paths.filter((path) => path !== '-'),
    null,
  );
  const inputs = paths.includes('-') ? [STDIN, ...files] : files;
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  let failed = problems.length;
  const store = new InputStore(inputs, streams.stdin, flags.type ?? null);
  const explain = createExplainer(sha256);
  const { siteRules, siteMemory } = flags;
  const siteOptions = { ...(siteRules && { siteRules }), ...(siteMemory && { siteMemory }) };
  const style = styleOf(streams, flags, env);

  async function* answers(): AsyncGenerator<string> {
    for (const input of inputs) {
      try {
        const explanation = await explainFile(input, store, (body, info, options) =>
          explain(body, info, { ...options, ...siteOptions }),
        );
        yield* flags.json === true ? jsonLines(nameOf(input), explanation, flags) : [report(input, explanation)];
      } catch (error) {
        if (!(error instanceof CleaningError) && !isSystemError(error)) throw error;
        failed++;
        streams.stderr.write(`winnow: ${describe(error, nameOf(input))}\n`);
      }
    }
  }

  function report(input: Inputs['files'][number], explanation: DocumentExplanation): string {
    return writeReport(nameOf(input), explanation, (block) => isWanted(block, flags), style);
  }

  await writeAll(answers(), streams.stdout);
  return failed === 0 ? 0 : 1;
}

async function explainFile(
  input: Inputs['files'][number],
  store: InputStore,
  explain: ArticleExplainer,
): Promise<DocumentExplanation> {
  const name = nameOf(input);
  const object = await store.get(input, { maxBytes: DEFAULT_MAX_BYTES });
  const body = decompress(object.body, encodingOf(input.key), DEFAULT_MAX_DECOMPRESSED_BYTES, name);
  const container = containerOf(body, object.contentType, input.key, name);
  const info: SourceInfo = { uri: name, key: input.key };
  const options = { maxBytes: DEFAULT_MAX_DECOMPRESSED_BYTES };
  if (container.kind === 'records') {
    throw new CleaningError(
      'unsupported-type',
      `expected one article, got JSON lines; explain one line: sed -n 1p FILE | winnow explain - --type application/json (${name})`,
    );
  }
  if (container.kind === 'record') {
    const scraped = readScrapedRecord(new TextDecoder().decode(body), info);
    return explain(scraped.body, scraped.info, options);
  }
  return explain(
    body,
    { ...info, ...(container.mediaType !== undefined && { mediaType: container.mediaType }) },
    options,
  );
}

function* jsonLines(file: string, { blocks }: DocumentExplanation, flags: ExplainFlags): Generator<string> {
  for (const block of blocks) {
    if (!isWanted(block, flags)) continue;
    yield toJsonLine({ file, ...block, reasons: block.reasons.slice(0, flags.reasons) });
  }
}

function isWanted({ label }: BlockExplanation, { kept, removed }: ExplainFlags): boolean {
  if (kept === true) return label === 'kept';
  return removed !== true || label === 'removed';
}

/** Colours only for a person at a terminal who has not declined them (https://no-color.org). */
function styleOf(
  { stdout }: Streams,
  { reasons }: ExplainFlags,
  env: Readonly<Record<string, string | undefined>>,
): ReportStyle {
  const terminal = stdout.isTTY === true;
  const declined = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return { reasons, colour: terminal && !declined, columns: terminal ? (stdout.columns ?? null) : null };
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.name.startsWith('Object'));
}

function describe(error: Error, name: string): string {
  return error instanceof CleaningError ? `${error.reason}: ${error.message}` : `${name}: ${error.message}`;
}
