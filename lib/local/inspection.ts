import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createExplainer } from '../core/explain.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import { inspectAnswer, kindOfName, readArticles } from '../inspector/inspect.ts';
import type { InspectedDocument } from '../inspector/inspected.ts';
import { InspectorServer } from '../inspector/server.ts';
import { sha256 } from '../io/sha256.ts';
import { RAW_BUCKET } from './code.ts';
import type { Row } from './report.ts';
import type { LocalRun } from './run.ts';

export interface InspectionOptions {
  readonly run: LocalRun;
  /** Absolute; where results are. */
  readonly outDir: string;
  /** Absolute; where cases are written. */
  readonly casesFolder: string;
  readonly port: number;
}

/** The inspector over a local run: what the function makes of each object, also of those that are dragged into the page. */
export class Inspection {
  readonly #explain = createExplainer(sha256);
  #adding: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: InspectionOptions,
    readonly server: InspectorServer,
  ) {}

  /** Call `close` in the end. */
  static async start(options: InspectionOptions): Promise<Inspection> {
    const { client } = options.run.stack;
    const server = await InspectorServer.start({
      port: options.port,
      title: `s3://${RAW_BUCKET} on this machine`,
      casesFolder: options.casesFolder,
      take: async (name, Body) => {
        const { mediaType } = kindOfName(name);
        const type = mediaType === undefined ? {} : { ContentType: mediaType };
        await client.send(new PutObjectCommand({ Bucket: RAW_BUCKET, Key: name, Body, ...type }));
      },
    });
    return new Inspection(options, server);
  }

  /** Shows what became of an object; resolves when it is shown. */
  add(row: Row): Promise<void> {
    const added = this.#adding.then(async () => this.server.add(await this.#documentsOf(row)));
    // One object that cannot be shown does not keep the others from it.
    this.#adding = added.catch(() => {});
    return added;
  }

  async close(): Promise<void> {
    await this.#adding;
    await this.server.close();
  }

  async #documentsOf(row: Row): Promise<readonly InspectedDocument[]> {
    if (row.outcome === 'failed' || row.result === null) return [];
    const { key } = row.logged;
    const stored = readFileSync(join(this.options.outDir, row.result.path));
    const text = (stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored).toString('utf8');
    const answers = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): ArticleRecord | QuarantineRecord => JSON.parse(line));
    const articles = await this.#articlesOf(key, row.logged.versionId);
    return answers.map((answer, index) => {
      const name = answers.length > 1 ? `${key} #${index}` : key;
      // Of a file whose articles are not lines of JSON, such as WARC, the sources are not told apart here.
      const article = articles.length === answers.length ? (articles[index] ?? null) : null;
      return inspectAnswer(name, answer, article, { explain: this.#explain, sha256 });
    });
  }

  async #articlesOf(key: string, versionId: string | null): Promise<ReturnType<typeof readArticles>> {
    const version = versionId === null ? {} : { VersionId: versionId };
    const { client } = this.options.run.stack;
    const object = await client.send(new GetObjectCommand({ Bucket: RAW_BUCKET, Key: key, ...version }));
    const body = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    const { kind, mediaType } = kindOfName(key);
    return readArticles(body, kind, { uri: key, key, ...(mediaType !== undefined && { mediaType }) });
  }
}
