import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createCleaner } from '../core/clean.ts';
import { CleaningError } from '../core/errors.ts';
import { createExplainer } from '../core/explain.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import type { CleanOptions, Thoroughness } from '../core/source.ts';
import { CLEANER_VERSION } from '../core/version.ts';
import { loadPageParts } from '../inspector/app-code.ts';
import { collectRationales, type InspectorParts, inspectArticles } from '../inspector/inspect.ts';
import type { InspectedDocument } from '../inspector/inspected.ts';
import { writePage } from '../inspector/page.ts';
import { readAnswers } from '../io/read-answers.ts';
import { sha256 } from '../io/sha256.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from '../pipeline.ts';
import { InputStore, nameOf } from './input-store.ts';
import { type Inputs, listInputs } from './inputs.ts';
import { startProgress } from './progress.ts';
import { readArticlesOf } from './read-articles.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

export interface InspectFlags extends Pick<CleanOptions, 'siteRules' | 'siteMemory'> {
  /** The page that is written. */
  readonly out: string;
  /** False leaves the cleaner for the browser out. */
  readonly cleaner: boolean;
  readonly thoroughness?: Thoroughness;
  readonly quiet?: boolean;
}

/** Runs `winnow inspect`: 0 when the page was written with every input in it, 1 when one could not be read. */
export async function runInspect(paths: readonly string[], flags: InspectFlags, streams: Streams): Promise<ExitCode> {
  const { files, problems } = await listInputs(paths, null);
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  if (files.length === 0)
    throw new CommandError(1, 'nothing to inspect: name a folder of sources or of cleaned records');
  const documents = await inspectFiles(files, flags, streams);
  const { cleaner, ...code } = await loadPageParts();
  const data = {
    title: paths.join(', '),
    version: CLEANER_VERSION,
    served: false,
    rationales: collectRationales(documents),
    documents: documents.map(packSource),
  };
  const parts = { ...code, cleaner: flags.cleaner ? cleaner : null };
  const { html } = writePage(parts, data, (text) => createHash('sha256').update(text).digest('base64'));
  await mkdir(dirname(flags.out), { recursive: true });
  await writeFile(flags.out, html);
  if (flags.quiet !== true) {
    const size = (Buffer.byteLength(html) / 1e6).toFixed(1);
    streams.stderr.write(
      `${documents.length} objects in ${flags.out}, ${size} MB. Open it in a browser; it needs no network.\n`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}

async function inspectFiles(
  files: Inputs['files'],
  flags: InspectFlags,
  streams: Streams,
): Promise<readonly InspectedDocument[]> {
  const store = new InputStore(files, streams.stdin, null);
  const options: CleanOptions = {
    thoroughness: flags.thoroughness ?? 'normal',
    maxBytes: DEFAULT_MAX_DECOMPRESSED_BYTES,
    ...(flags.siteRules !== undefined && { siteRules: flags.siteRules }),
    ...(flags.siteMemory !== undefined && { siteMemory: flags.siteMemory }),
  };
  const parts = { clean: createCleaner(sha256), explain: createExplainer(sha256), sha256, options };
  const progress = await startProgress(streams, flags.quiet === true ? 0 : files.length);
  const documents: InspectedDocument[] = [];
  try {
    for (const input of files) {
      const name = nameOf(input);
      progress.next(name);
      try {
        const { body } = await store.get(input, { maxBytes: DEFAULT_MAX_BYTES });
        documents.push(...(await inspectFile(name, input.key, body, parts)));
      } catch (error) {
        if (!(error instanceof CleaningError)) throw error;
        documents.push({
          name,
          answer: { outcome: 'quarantined', reason: error.reason, message: error.message, uri: name },
        });
      }
    }
  } finally {
    progress.end();
  }
  return documents;
}

async function inspectFile(
  name: string,
  key: string,
  stored: Uint8Array,
  parts: InspectorParts,
): Promise<readonly InspectedDocument[]> {
  const answers = readAnswers(key, stored);
  if (answers === null) return inspectArticles(name, await readArticlesOf(stored, key, name), parts);
  return answers.map((answer, index) => ({
    name: nameOfAnswer(answer, answers.length > 1 ? `${name} #${index}` : name),
    answer,
  }));
}

function nameOfAnswer(answer: ArticleRecord | QuarantineRecord, fallback: string): string {
  return ('outcome' in answer ? answer.uri : answer.provenance.uri) ?? fallback;
}

/** The sources are most of what a page carries, and are looked at only when a case is made of one. */
function packSource({ source, ...rest }: InspectedDocument): InspectedDocument {
  return source === undefined ? rest : { ...rest, packedSource: gzipSync(source).toString('base64') };
}
