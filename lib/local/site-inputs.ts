import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { describeProblem } from '../site-rules/problem.ts';
import { readRuleText } from '../site-rules/rule-files.ts';
import { CONFIG_BUCKET } from './code.ts';
import { InputError } from './inputs.ts';
import { SITE_MEMORY_KEY, SITE_RULES_PREFIX } from './local-stack.ts';

/** Milliseconds after a change in which more of the same change are waited for: editors write a file in several steps. */
const SETTLE_MS = 50;

/** Rules and memory of sites in files, put into the bucket that the function reads them from. */
export class SiteInputs {
  #watcher: FSWatcher | null = null;
  #settling: NodeJS.Timeout | null = null;
  /** Text of each file of rules as it was put. */
  readonly #put = new Map<string, string>();

  private constructor(
    private readonly rules: string | null,
    private readonly memory: string | null,
    private readonly say: (text: string) => void,
  ) {}

  /**
   * @param rules Folder, absolute.
   * @param memory File, absolute.
   * @returns `null` when there is neither.
   * @throws InputError for a path that is missing.
   */
  static of(rules: string | null, memory: string | null, say: (text: string) => void): SiteInputs | null {
    if (rules !== null && !statSync(rules, { throwIfNoEntry: false })?.isDirectory())
      throw new InputError(`no such folder of site rules: ${rules}; winnow site new URL-or-file makes one`);
    if (memory !== null && !statSync(memory, { throwIfNoEntry: false })?.isFile())
      throw new InputError(`no such snapshot: ${memory}; winnow learn CLEAN --out FILE makes one`);
    return rules === null && memory === null ? null : new SiteInputs(rules, memory, say);
  }

  get known(): { readonly rules: boolean; readonly memory: boolean } {
    return { rules: this.rules !== null, memory: this.memory !== null };
  }

  /** Puts everything, and goes on to put rules that change. */
  async seed(client: S3Client): Promise<void> {
    if (this.memory !== null) await put(client, SITE_MEMORY_KEY, readFileSync(this.memory));
    if (this.rules === null) return;
    await this.#sync(this.rules, client);
    this.say(
      `Site rules: ${[...this.#put.keys()].join(', ') || 'none yet'}, in s3://${CONFIG_BUCKET}/${SITE_RULES_PREFIX}`,
    );
    for (const name of this.#put.keys()) this.#isGood(name);
    const folder = this.rules;
    this.#watcher = watch(folder, { persistent: false }, () => {
      if (this.#settling !== null) clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#resync(folder, client), SETTLE_MS).unref();
    });
  }

  close(): void {
    this.#watcher?.close();
    if (this.#settling !== null) clearTimeout(this.#settling);
  }

  #resync(folder: string, client: S3Client): void {
    this.#sync(folder, client).then(
      (names) => {
        const good = names.filter((name) => this.#isGood(name));
        if (good.length > 0) this.say(`Site rules: ${good.join(', ')} changed; the next object goes by them`);
      },
      (error: unknown) => this.say(`Site rules: not put into the bucket: ${String(error)}`),
    );
  }

  /** Tells what is wrong with a file: the function says so in its log alone, and holds on to the last good version. */
  #isGood(name: string): boolean {
    const { problems } = readRuleText(this.#put.get(name) ?? '', name);
    for (const problem of problems) this.say(`Site rules: ${describeProblem(problem)}; the last good version holds`);
    return problems.length === 0;
  }

  /** Makes the bucket hold what the folder holds; gives the names that differed. */
  async #sync(folder: string, client: S3Client): Promise<readonly string[]> {
    const names = readdirSync(folder).filter((name) => /\.(?:ya?ml|txt)$/.test(name));
    const changed: string[] = [];
    for (const name of names.sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      if (this.#put.get(name) === text) continue;
      await put(client, `${SITE_RULES_PREFIX}${basename(name)}`, Buffer.from(text));
      this.#put.set(name, text);
      changed.push(name);
    }
    for (const name of [...this.#put.keys()].filter((known) => !names.includes(known))) {
      await client.send(new DeleteObjectCommand({ Bucket: CONFIG_BUCKET, Key: `${SITE_RULES_PREFIX}${name}` }));
      this.#put.delete(name);
      changed.push(name);
    }
    return changed;
  }
}

async function put(client: S3Client, Key: string, Body: Uint8Array): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: CONFIG_BUCKET, Key, Body }));
}
