import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { synthesize } from '../../lib/infra/synthesize.ts';

/** Kilobytes, minified, before the upload zips them; Lambda reads and compiles them all at a cold start. 1,460 without the openings in forty languages, 100 more for those of 2026-12-01, 40 for larger forests of cards. */
const BUDGET_KB = 1650;
/** Read only where something is known of sites, and where an object needs what few need. */
const SITES_BUDGET_KB = 170;
const LATE_BUDGET_KB = 250;

describe('the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bundle-'));
  const { assetPath, handler, environment } = synthesize(folder);
  afterAll(() => rmSync(folder, { recursive: true }));
  const [file = '', name = ''] = handler.split('.');
  const bundle = join(assetPath, `${file}.mjs`);

  it('is the handler and the thread that it cleans in, within their budget', () => {
    const files = readdirSync(assetPath);
    const [chunk, ...further] = files.sort();
    expect(chunk).toMatch(/^chunk-\w+\.mjs$/);
    expect(further).toEqual([`${file}.mjs`, 'late.cjs', expect.stringMatching(/^read-sites-\w+\.mjs$/), 'worker.mjs']);
    const kilobytes = (isRead: (name: string) => boolean) =>
      files.filter(isRead).reduce((sum, name) => sum + statSync(join(assetPath, name)).size / 1024, 0);
    const ofSites = (name: string) => name.startsWith('read-sites');
    const isLate = (name: string) => name === 'late.cjs';
    expect(kilobytes((name) => !ofSites(name) && !isLate(name))).toBeLessThan(BUDGET_KB);
    expect(kilobytes(ofSites)).toBeLessThan(SITES_BUDGET_KB);
    expect(kilobytes(isLate)).toBeLessThan(LATE_BUDGET_KB);
  });

  it('leaves open only the variables that a deployment fills in', () => {
    const open = Object.entries(environment).filter(([, value]) => value === null);
    expect(open.map(([variable]) => variable)).toEqual(['CLEAN_BUCKET', 'QUARANTINE_BUCKET', 'QUEUE_URL']);
  });

  it('loads outside the project, exports the handler, and answers for a message without a network', () => {
    const script = `
      const { ${name}: handler } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
      const Records = [{ messageId: 'm0', body: '{"Event":"s3:TestEvent"}' }];
      const answer = await handler({ Records }, { getRemainingTimeInMillis: () => 60000 });
      console.log(JSON.stringify(answer));
    `;
    const variables = Object.entries(environment).map(([variable, value]) => [variable, value ?? 'some-bucket']);
    const result = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: tmpdir(),
      env: { ...Object.fromEntries(variables), AWS_REGION: 'eu-west-1', PATH: process.env.PATH ?? '' },
      encoding: 'utf8',
    });
    const lines = result.trim().split('\n');
    expect(lines.at(-1)).toBe('{"batchItemFailures":[]}');
    const metrics: unknown = JSON.parse(lines.find((line) => line.includes('"_aws"')) ?? 'null');
    expect(metrics).toMatchObject({
      Ignored: 1,
      service: environment.POWERTOOLS_SERVICE_NAME,
      _aws: { CloudWatchMetrics: [{ Namespace: 'Winnow', Dimensions: [['service']] }] },
    });
  });

  it('refuses to start without its variables, and says which', () => {
    const load = () =>
      execFileSync(
        process.execPath,
        ['--input-type=module', '-e', `await import(${JSON.stringify(pathToFileURL(bundle).href)})`],
        {
          cwd: tmpdir(),
          env: { AWS_REGION: 'eu-west-1', PATH: process.env.PATH ?? '' },
          stdio: 'pipe',
        },
      );
    expect(load).toThrow(/CLEAN_BUCKET: expected a bucket name, got "".*QUARANTINE_BUCKET/);
  });
});
