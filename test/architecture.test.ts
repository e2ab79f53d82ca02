import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { CLEANER_VERSION } from '../lib/core/version.ts';

const root = join(__dirname, '..');

/** What the files of a folder may import: project paths by prefix, packages by name or name prefix ending in `/` or `:`. */
const ALLOWED: readonly {
  readonly folder: string;
  readonly project: readonly string[];
  readonly packages: readonly string[];
}[] = [
  {
    folder: 'lib/core/',
    project: ['lib/core/'],
    packages: [
      ...[
        'htmlparser2',
        'entities/decode',
        'css-select',
        'domhandler',
        'sanitize-html',
        'chardet',
        'tinyld',
        'tinyld/',
        'yaml',
      ],
    ],
  },
  { folder: 'lib/sites.ts', project: ['lib/core/', 'lib/site-'], packages: [] },
  { folder: 'lib/index.ts', project: ['lib/core/', 'lib/io/sha256.ts'], packages: [] },
  {
    folder: 'lib/io/',
    project: ['lib/io/', 'lib/core/'],
    packages: ['@aws-sdk/client-s3', '@smithy/', 'warcio', 'node:'],
  },
  { folder: 'lib/pipeline.ts', project: ['lib/core/', 'lib/index.ts', 'lib/io/', 'lib/pipeline'], packages: ['node:'] },
  {
    folder: 'lib/pipeline/',
    project: ['lib/core/', 'lib/index.ts', 'lib/io/', 'lib/pipeline', 'lib/site-'],
    packages: ['node:'],
  },
  {
    folder: 'lib/infra/',
    project: ['lib/infra/'],
    packages: ['aws-cdk-lib', 'aws-cdk-lib/', 'constructs', 'cdk-nag', 'esbuild', 'node:'],
  },
  {
    folder: 'lib/local/',
    project: ['lib/local/', 'lib/inspector/', 'lib/io/', 'lib/core/', 'lib/infra/', 'lib/site-rules/'],
    packages: ['node:', '@aws-sdk/client-s3', 'htmlparser2', 'aws-lambda', 'commander', 'esbuild'],
  },
  {
    folder: 'lib/site-rules/',
    project: ['lib/site-rules/', 'lib/core/', 'lib/io/'],
    packages: ['node:', 'yaml', 'domhandler', 'htmlparser2'],
  },
  { folder: 'lib/site-config/', project: ['lib/site-', 'lib/core/', 'lib/io/'], packages: [] },
  { folder: 'lib/site-memory/', project: ['lib/site-memory/', 'lib/core/', 'lib/io/'], packages: [] },
  // What runs in the browser may import nothing that is not of the browser or pure.
  { folder: 'lib/inspector/browser/', project: ['lib/inspector/', 'lib/core/'], packages: [] },
  { folder: 'lib/inspector/', project: ['lib/inspector/', 'lib/core/'], packages: ['node:', 'esbuild'] },
  {
    folder: 'lib/cli/',
    project: ['lib/cli/', 'lib/core/', 'lib/index.ts', 'lib/inspector/', 'lib/io/', 'lib/pipeline', 'lib/site-'],
    packages: ['node:', 'commander', 'cli-progress', '@aws-sdk/client-sfn'],
  },
  // Packages of the core, which the bundle has in a file of their own.
  { folder: 'lambdas/clean/late-packages.ts', project: [], packages: ['chardet', 'sanitize-html', 'tinyld/'] },
  {
    folder: 'lambdas/',
    project: ['lambdas/', 'lib/pipeline', 'lib/io/', 'lib/core/', 'lib/site-'],
    packages: ['@aws-lambda-powertools/', '@aws-sdk/client-sqs', '@aws-sdk/client-s3', 'aws-lambda', 'node:'],
  },
  {
    folder: 'bin/',
    project: ['bin/', 'lib/'],
    packages: ['node:', 'aws-cdk-lib', 'aws-cdk-lib/', 'constructs', 'commander'],
  },
];

const IMPORT = /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function isAllowed(file: string, imported: string, rule: (typeof ALLOWED)[number]): boolean {
  if (imported.startsWith('.')) {
    const target = posix.join(dirname(file), imported);
    return rule.project.some((prefix) => target.startsWith(prefix)) || target === 'package.json';
  }
  return rule.packages.some((name) => (/[/:]$/.test(name) ? imported.startsWith(name) : imported === name));
}

const files = ['lib', 'lambdas', 'bin'].flatMap(sourceFiles);

describe('architecture', () => {
  it('has an import rule for every source folder', () => {
    const without = files.filter((file) => !ALLOWED.some(({ folder }) => file.startsWith(folder)));
    expect(without).toEqual([]);
  });

  it('imports only what the table allows', () => {
    const broken = files.flatMap((file) => {
      const rule = ALLOWED.find(({ folder }) => file.startsWith(folder));
      return rule === undefined
        ? []
        : importsOf(file)
            .filter((imported) => !isAllowed(file, imported, rule))
            .map((imported) => `${file} imports ${imported}`);
    });
    expect(broken).toEqual([]);
  });

  it('keeps clocks, randomness, the environment and the runtime out of the core', () => {
    const impure = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|Buffer\b|require\()/;
    const broken = sourceFiles('lib/core').filter((file) =>
      impure.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    );
    expect(broken).toEqual([]);
  });

  it('keeps files under 200 lines unless they are tables or say why at their top', () => {
    const long = files
      .filter(
        (file) =>
          !/^(?:lib\/core\/label\/rules\/.*|.*-(?:weights|model|tables?|names|words|months|tokens)\.ts)$/.test(file),
      )
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n') }))
      .filter(({ lines }) => lines.length > 200 && !lines[0]?.startsWith('// Over 200 lines: '))
      .map(({ file, lines }) => `${file} has ${lines.length} lines`);
    expect(long).toEqual([]);
  });

  it('names no file after nothing', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
  });

  it('writes the version of the package into records', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ version: CLEANER_VERSION });
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
