import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InstalledPackage, installPackage } from '../support/installed-package.ts';

const ROOT = join(__dirname, '../..');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const PAGE =
  '<html><body><article><h1>Harbour reopens</h1><p>The harbour of Velmouth is open.</p></article></body></html>';

jest.setTimeout(180_000);

describe('the package in an empty folder', () => {
  let installed: InstalledPackage;

  beforeAll(() => {
    installed = installPackage();
  });
  afterAll(() => installed?.remove());

  const check = (name: string, source: string, ...flags: string[]) => {
    installed.write(name, source);
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--resolveJsonModule'];
    const modules = ['--module', 'nodenext', '--target', 'es2023', '--types', ''];
    return installed.run(process.execPath, [TSC, ...strict, ...modules, ...flags, name]);
  };

  it('holds the built code, the schemas and the papers, and nothing else', () => {
    const others = installed.packed.filter(
      (path) =>
        !/^(?:(?:dist|schema)\/|man\/winnow\.1$)/.test(path) && !/^(?:package\.json|LICENSE|[A-Z]+\.md)$/.test(path),
    );
    expect(others).toEqual([]);
    expect(installed.packed.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([]);
    expect(installed.packed).toEqual(
      expect.arrayContaining([
        'dist/lib/index.js',
        'dist/lib/index.d.ts',
        'dist/lambdas/clean/index.mjs',
        'dist/lambdas/clean/worker.mjs',
      ]),
    );
  });

  it('cleans an article with the function it exports', () => {
    installed.write(
      'use.js',
      `import { cleanArticle, CleaningError, restore, REASONS, REMOVAL_CLASSES } from 'winnower';
       const record = cleanArticle(${JSON.stringify(PAGE)}, 'text/html');
       console.log(record.text.includes('The harbour of Velmouth is open.'), typeof restore(record), REASONS.length > 5);
       try { cleanArticle('') } catch (error) { console.log(error instanceof CleaningError, error.reason) }`,
    );
    expect(installed.run(process.execPath, ['use.js'])).toEqual({
      status: 0,
      out: 'true string true\ntrue empty\n',
      err: '',
    });
  });

  it('has types that a strict project accepts, and that refuse a wrong use', () => {
    const source = `import { type ArticleRecord, cleanArticle, type CleanOptions } from 'winnower';
      import schema from 'winnower/schema' with { type: 'json' };
      const options: CleanOptions = { markdown: true };
      const record: ArticleRecord = cleanArticle(new Uint8Array([60]), { mediaType: 'text/html' }, options);
      export const first: string | undefined = record.authors?.[0]?.name;
      export const title: string = schema.title;`;
    expect(check('use.ts', source)).toEqual({ status: 0, out: '', err: '' });
    const wrong = check('wrong.ts', `${source}\nexport const wrong: number = record.text;`);
    expect(wrong.out).toContain("Type 'string' is not assignable to type 'number'");
    expect(wrong.status).not.toBe(0);
  });

  it('applies the rules of sites that it reads', () => {
    installed.write(
      'sites.js',
      `import { cleanArticle } from 'winnower';
       import { ParagraphCounts, SiteRuleBook, memoryOf, readYamlRules } from 'winnower/sites';
       const { entries, problems } = readYamlRules('site: example.org\\nstrip: [.promo]\\n', 'rules.yaml');
       const page = '<main><p>' + 'The harbour of Velmouth is open. '.repeat(5) + '</p><p class=promo>A podcast.</p></main>';
       const source = { url: 'https://example.org/a', mediaType: 'text/html' };
       const options = { siteRules: new SiteRuleBook(entries), siteMemory: memoryOf(new ParagraphCounts()) };
       const { text, processing } = cleanArticle(page, source, options);
       console.log(problems.length, text.includes('podcast'), processing.siteRules.length);`,
    );
    expect(installed.run(process.execPath, ['sites.js'])).toEqual({ status: 0, out: '0 false 1\n', err: '' });
  });

  it('exports the schemas that the repository holds', () => {
    installed.write(
      'schema.cjs',
      `console.log(JSON.stringify([require('winnower/schema'), require('winnower/schema/quarantine')]))`,
    );
    const schema = (name: string) => JSON.parse(readFileSync(join(ROOT, 'schema', name), 'utf8'));
    expect(JSON.parse(installed.run(process.execPath, ['schema.cjs']).out)).toEqual([
      schema('article-record.schema.json'),
      schema('quarantine-record.schema.json'),
    ]);
  });

  it('runs the command winnow', () => {
    const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
    expect(installed.run('npx', ['--no-install', 'winnow', '--version'])).toMatchObject({
      status: 0,
      out: `${version}\n`,
    });
    const records = installed.run(
      'npx',
      ['--no-install', 'winnow', 'records'],
      `${JSON.stringify({ id: 'a', html: PAGE })}\n`,
    );
    expect(JSON.parse(records.out).provenance.recordId).toBe('a');
    installed.write('page.html', PAGE);
    expect(installed.run('npx', ['--no-install', 'winnow', 'clean', 'page.html', '--out', 'out']).status).toBe(0);
    expect(readFileSync(join(installed.folder, 'out/page.html.json'), 'utf8')).toContain(
      'The harbour of Velmouth is open.',
    );
    expect(installed.run('npx', ['--no-install', 'winnow', 'inspect', 'page.html']).status).toBe(0);
    expect(readFileSync(join(installed.folder, 'inspector.html'), 'utf8')).toContain(
      'The harbour of Velmouth is open.',
    );
  });

  it('cleans many files in threads of its own', () => {
    installed.write('story.html', PAGE);
    const many = 'mkdir many && for at in $(seq 40); do cp story.html many/$at.html; done';
    const clean = 'node_modules/.bin/winnow clean many --out threads --quiet --jobs 2 && ls threads | wc -l';
    expect(installed.run('bash', ['-c', `${many} && ${clean}`])).toMatchObject({ status: 0, out: '40\n', err: '' });
  });

  it('ends quietly when the reader of a pipe leaves', () => {
    installed.write('many.jsonl', `${JSON.stringify({ html: PAGE })}\n`.repeat(2000));
    const { out, err } = installed.run('bash', [
      '-c',
      'node_modules/.bin/winnow records < many.jsonl | head -c 20 > /dev/null; echo "$PIPESTATUS"',
    ]);
    expect([out, err]).toEqual(['0\n', '']);
  });

  it('brings a construct whose function needs no bundler', () => {
    for (const name of ['aws-cdk-lib', 'constructs']) installed.link(name);
    installed.write(
      'app.js',
      `import { App, Stack } from 'aws-cdk-lib';
       import { ArticleCleaning } from 'winnower/cdk';
       import { existsSync, readdirSync } from 'node:fs';
       import { join } from 'node:path';
       const app = new App({ outdir: 'cdk.out', analyticsReporting: false });
       const stack = new Stack(app, 'Mine');
       new ArticleCleaning(stack, 'Cleaning');
       const { directory, stacks: [mine] } = app.synth();
       const functions = Object.values(mine.template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
       const assets = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.mjs')));
       console.log(functions.map(({ Properties }) => Properties.Handler).join(), assets.length);`,
    );
    expect(installed.run(process.execPath, ['app.js'])).toEqual({ status: 0, out: 'index.handler 1\n', err: '' });
    const types = `import { ArticleCleaning, type ArticleCleaningProps } from 'winnower/cdk';
      export const props: ArticleCleaningProps = { keyPrefix: 'in/' };
      export type Made = ArticleCleaning;`;
    expect(check('app.ts', types, '--skipLibCheck')).toEqual({ status: 0, out: '', err: '' });
  });
});
