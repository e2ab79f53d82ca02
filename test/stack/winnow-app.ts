import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ArticleCleaning, type ArticleCleaningProps } from '../../lib/infra/article-cleaning.ts';
import { featureFlags } from '../../lib/infra/synthesize.ts';
import { WinnowStack, type WinnowStackProps } from '../../lib/infra/winnow-stack.ts';

const outdirs: string[] = [];
afterAll(() => {
  for (const outdir of outdirs.splice(0)) rmSync(outdir, { recursive: true, force: true });
});

/** The app with the flags of `cdk.json`, without building the bundle. */
export function appWithoutBundle(checksTemplate = false): App {
  const outdir = mkdtempSync(join(tmpdir(), 'winnow-stack-'));
  outdirs.push(outdir);
  return new App({
    outdir,
    context: { ...featureFlags(), 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: checksTemplate,
    analyticsReporting: false,
  });
}

export function templateOf(props: WinnowStackProps = {}): Template {
  return Template.fromStack(new WinnowStack(appWithoutBundle(), 'Winnow', props));
}

/** The template of a cleaning whose props need constructs of the same stack. */
export function templateIn(propsOf: (stack: Stack) => ArticleCleaningProps): Template {
  const stack = new Stack(appWithoutBundle(), 'Other');
  new ArticleCleaning(stack, 'Cleaning', propsOf(stack));
  return Template.fromStack(stack);
}

/** Actions that the policies of a template allow. */
export function actionsOf(template: Template): string[] {
  return Object.values(template.findResources('AWS::IAM::Policy')).flatMap((policy) =>
    policy.Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
}
