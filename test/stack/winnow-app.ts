import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { featureFlags } from '../../lib/infra/synthesize.ts';
import { WinnowStack, type WinnowStackProps } from '../../lib/infra/winnow-stack.ts';

/** The app with the flags of `cdk.json`, without building the bundle. */
export function appWithoutBundle(checksTemplate = false): App {
  return new App({
    outdir: mkdtempSync(join(tmpdir(), 'winnow-stack-')),
    context: { ...featureFlags(), 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: checksTemplate,
    analyticsReporting: false,
  });
}

export function templateOf(props: WinnowStackProps = {}): Template {
  return Template.fromStack(new WinnowStack(appWithoutBundle(), 'Winnow', props));
}
