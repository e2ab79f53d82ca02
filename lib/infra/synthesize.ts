import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { WinnowStack, type WinnowStackProps } from './winnow-stack.ts';

/** The cleaning function as `cdk deploy` would upload it. */
export interface SynthesizedFunction {
  /** Folder that is zipped and uploaded; absolute. */
  readonly assetPath: string;
  /** `file.export` within it. */
  readonly handler: string;
  /** Environment variables; `null` stands for a value that only a deployment knows, such as the name of a bucket. */
  readonly environment: Readonly<Record<string, string | null>>;
  readonly memorySizeMb: number;
  readonly timeoutSeconds: number;
}

/**
 * Synthesises the stack into a folder and tells where its function lies. Needs no network and no account.
 *
 * @param outdir Made if it is missing.
 */
export function synthesize(outdir: string, props: WinnowStackProps = {}): SynthesizedFunction {
  const app = new App({
    outdir,
    context: featureFlags(),
    analyticsReporting: false,
    treeMetadata: false,
    // `cdk synth` and the tests hold the template against CloudFormation's rules; that takes longer than all the rest.
    builtinCloudFormationValidation: false,
  });
  const stack = new WinnowStack(app, 'Winnow', props);
  const assembly = app.synth();
  const lambda = stack.cleaning.function.function.node.defaultChild;
  if (!(lambda instanceof CfnFunction)) throw new Error('expected the cleaner to hold an AWS::Lambda::Function');
  const template = readJson(join(assembly.directory, stack.templateFile)) as Template;
  const properties = template.Resources[stack.resolve(lambda.logicalId) as string]?.Properties;
  if (properties === undefined) throw new Error(`expected the function in ${stack.templateFile}`);
  const hash = properties.Code.S3Key.replace(/\.zip$/, '');
  const manifest = readJson(join(assembly.directory, `${stack.artifactId}.assets.json`)) as AssetManifest;
  const path = manifest.files[hash]?.source.path;
  if (path === undefined) throw new Error(`expected an asset ${hash} in ${stack.artifactId}.assets.json`);
  const variables = Object.entries(properties.Environment.Variables);
  return {
    assetPath: join(assembly.directory, path),
    handler: properties.Handler,
    environment: Object.fromEntries(variables.map(([name, value]) => [name, typeof value === 'string' ? value : null])),
    memorySizeMb: properties.MemorySize,
    timeoutSeconds: properties.Timeout,
  };
}

/** The same flags as `cdk synth` reads, so that both make the same bundle. */
export function featureFlags(): Readonly<Record<string, unknown>> {
  const settings = readJson(join(import.meta.dirname, '..', '..', 'cdk.json')) as { readonly context: object };
  return { ...settings.context };
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Properties: FunctionProperties }>>;
}

interface FunctionProperties {
  readonly Handler: string;
  readonly MemorySize: number;
  readonly Timeout: number;
  readonly Code: { readonly S3Key: string };
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
