import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SynthesizedFunction } from '../infra/synthesize.ts';
import type { FunctionCode } from './runtime/environment.ts';

export const RAW_BUCKET = 'raw';
export const CLEAN_BUCKET = 'clean';
export const QUARANTINE_BUCKET = 'quarantine';
/** Rules and memory of sites. */
export const CONFIG_BUCKET = 'config';

/** What a deployment would fill in. */
const LOCAL_VALUES: Readonly<Record<string, string>> = {
  CLEAN_BUCKET,
  QUARANTINE_BUCKET,
  // Whoever starts the function puts the address of its queue here.
  QUEUE_URL: '',
};

/** The function with everything that its place in the stack decides. */
export interface LocalFunction extends FunctionCode {
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

/** The bundle could not be made; the message holds what the CDK said. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

/**
 * Synthesises the stack as `cdk synth` does, in a process of its own, and gives the cleaning function.
 *
 * @param outdir Absolute.
 * @param signal Ends the process.
 * @throws SynthesisError
 */
export async function synthesizeFunction(
  projectRoot: string,
  outdir: string,
  signal?: AbortSignal,
): Promise<LocalFunction> {
  const main = join(projectRoot, 'lib/local/synthesize-main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, outdir], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new SynthesisError(`the stack could not be synthesised:\n${errors}`);
  return resolveLocally(JSON.parse(output) as SynthesizedFunction);
}

/** @throws Error that names a variable which has no local value. */
export function resolveLocally(synthesized: SynthesizedFunction): LocalFunction {
  const environment = Object.entries(synthesized.environment).map(([name, value]) => {
    const resolved = value ?? LOCAL_VALUES[name];
    if (resolved === undefined) throw new Error(`expected a local value for the environment variable ${name}`);
    return [name, resolved] as const;
  });
  return {
    assetPath: synthesized.assetPath,
    handler: synthesized.handler,
    environment: Object.fromEntries(environment),
    memoryMb: synthesized.memorySizeMb,
    timeoutMs: synthesized.timeoutSeconds * 1000,
  };
}
