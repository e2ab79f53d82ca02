import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { ALWAYS_ACCEPTED } from '../../lib/infra/accepted-findings.ts';
import { ArticleCleaning } from '../../lib/infra/article-cleaning.ts';
import { WinnowStack, type WinnowStackProps } from '../../lib/infra/winnow-stack.ts';
import { EveryPropStack } from './every-prop-stack.ts';
import { appWithoutBundle } from './winnow-app.ts';

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

type Pack = new (app: App) => AwsSolutionsChecks | ServerlessChecks | NIST80053R5Checks;

/** Rules of the packs that an app breaks beyond what it has accepted, with the paths. */
function findings(
  build: (app: ReturnType<typeof appWithoutBundle>) => void,
  packs: readonly Pack[] = [AwsSolutionsChecks, ServerlessChecks],
): readonly string[] {
  const app = appWithoutBundle();
  build(app);
  Validations.of(app).addPlugins(...packs.map((Pack) => new Pack(app)));
  const reportPath = join(app.outdir, 'validation-report.json');
  try {
    app.synth();
  } catch (error) {
    // Findings fail the synthesis after the report is written.
    if (!existsSync(reportPath)) throw error;
  }
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

const stackWith = (props: WinnowStackProps) => (app: ReturnType<typeof appWithoutBundle>) =>
  void new WinnowStack(app, 'Winnow', props);

describe('cdk-nag AwsSolutions and Serverless', () => {
  it.each([
    ['by default', {}],
    ['with rules and memory of sites', { siteRules: {}, siteMemory: { learn: {} } }],
    ['with prefixes and names', { keyPrefix: 'in/', outputPrefix: 'out/', rawBucketName: 'lindmouth-raw' }],
  ])('finds nothing that is not accepted with a reason, %s', (_what, props) => {
    expect(findings(stackWith(props))).toEqual([]);
  });

  it('finds nothing with a key and an access log bucket', () => {
    const found = findings((app) => {
      const stack = new Stack(app, 'Other');
      const accessLogsBucket = new Bucket(stack, 'Logs', { enforceSSL: true }) as IBucket;
      new ArticleCleaning(stack, 'Cleaning', {
        encryptionKey: new Key(stack, 'Key', { enableKeyRotation: true }),
        accessLogsBucket,
      });
    });
    // The log bucket itself belongs to the test.
    expect(found.filter((finding) => !finding.endsWith('Other/Logs/Resource'))).toEqual([]);
  });

  it('finds nothing with rules in a bucket that is given', () => {
    const found = findings((app) => {
      const stack = new Stack(app, 'Other');
      const bucket = Bucket.fromBucketName(stack, 'Given', 'lindmouth-config');
      new ArticleCleaning(stack, 'Cleaning', { siteRules: { bucket, prefix: 'sites/' } });
    });
    expect(found).toEqual([]);
  });

  it('would find a role with a wildcard action', () => {
    const found = findings((app) => {
      const { cleaning } = new WinnowStack(app, 'Winnow');
      cleaning.function.function.role?.addToPrincipalPolicy(
        new PolicyStatement({
          actions: ['s3:*'],
          resources: [cleaning.rawBucket.bucketArn],
        }),
      );
    });
    expect(found).toEqual([expect.stringContaining('IAM5[Action::s3:*]')]);
  });
});

describe('cdk-nag AwsSolutions, Serverless and NIST 800-53 r5', () => {
  it('find nothing beyond five accepted rules, with everything that costs switched on', () => {
    const found = findings(
      (app) => void new EveryPropStack(app, 'Hard'),
      [AwsSolutionsChecks, ServerlessChecks, NIST80053R5Checks],
    );
    expect(found.filter((finding) => finding.includes('Hard/Cleaning/'))).toEqual([]);
  });

  it('accept five rules then, each with its reason', () => {
    expect(Object.keys(ALWAYS_ACCEPTED)).toHaveLength(5);
    for (const { reason } of Object.values(ALWAYS_ACCEPTED)) expect(reason.length).toBeGreaterThan(40);
  });
});
