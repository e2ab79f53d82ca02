import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type PipelineDeps, processObject } from '../../lib/pipeline.ts';
import { checkRecord, readOutput } from '../../scripts/badinput/output-checks.ts';
import { noise, paragraph, scrape } from './arbitrary-articles.ts';
import { depsOf } from './memory-deps.ts';
import { MemoryStore, type Upload } from './memory-store.ts';

/** Runs of one kind of input. @throws Error with the shrunk input that broke a promise. */
export type FuzzCheck = (parameters: { readonly numRuns: number; readonly seed: number }) => Promise<void>;

const upload = fc.record(
  {
    contentType: fc.constantFrom(
      'text/html',
      'text/plain; charset=utf-16',
      'text/markdown',
      'application/json',
      'application/x-ndjson',
      'application/warc',
      'text/html; charset=\0',
      'constructor',
      ',;=',
    ),
    contentEncoding: fc.constantFrom('gzip', 'br', 'deflate', 'identity', '__proto__', 'gzip, gzip, gzip, gzip'),
  },
  { requiredKeys: [] },
);

const start = fc.constantFrom(
  '',
  '\x1f\x8b\x08',
  'PK\x03\x04',
  'WARC/1.0\r\n',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '<',
  '{',
  '[',
  '%PDF-',
  '\x1b$B',
);
const bytes = fc.tuple(start, fc.uint8Array({ maxLength: 400 }), fc.boolean()).map(([head, tail, zipped]) => {
  const body = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
  return zipped ? gzipSync(body) : body;
});

/** URLs that a browser may run, in the disguises that parsers undo. */
const url = fc.constantFrom(
  'javascript:go()',
  ' java\tscript:go()',
  'JaVaScRiPt&colon;go()',
  '&#x6a;avascript:go()',
  '\u0001javascript:go()',
  'data:text/html,<script>go()</script>',
  'vbscript:go',
  '//other.example/x',
  'https://ok.example/a b"\'<>',
  '/relative?a=1&b=2',
);
const tag = fc.constantFrom(
  ...'p div span a b i em h1 h2 ul li table tr td blockquote pre code img figure svg math mtext mglyph style script noscript title'.split(
    ' ',
  ),
  ...'textarea xmp template iframe object embed form button select option base link meta frameset noframes plaintext details'.split(
    ' ',
  ),
);
const attribute = fc.oneof(
  url.map((value) => `href="${value}"`),
  url.map((value) => `src='${value}'`),
  fc.constantFrom(
    'onerror=go()',
    'onload="go()"',
    'style="display:none"',
    'srcdoc="<script>go()"',
    'hidden',
    '=',
    '"',
    '/',
    'x=`',
  ),
);
const open = fc
  .tuple(tag, fc.array(attribute, { maxLength: 3 }))
  .map(([name, list]) => `<${[name, ...list].join(' ')}>`);
const close = tag.map((name) => `</${name}>`);
const oddMarkup = fc.constantFrom(
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?x',
  '</',
  '<',
  '&lt;script&gt;',
  '&#0;',
  '&#xd800;',
  '&#x202e;',
  '\0',
);
const piece = fc.oneof({ weight: 3, arbitrary: open }, close, oddMarkup, paragraph, noise);
const html = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));

const key = fc.constantFrom(
  'html',
  'text',
  'body',
  'markdown',
  'title',
  'url',
  'id',
  '__proto__',
  'constructor',
  'toJSON',
  'then',
  'contentType',
);
const scalar = fc.oneof(html, url, fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(key, scalar, { maxKeys: 3 }));
const row = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(key, value), { maxLength: 5 }).map(toObject) },
  fc.constantFrom('', '{', '[1]', '"x"', '{"html":"x"} y', '\0', '{"html":1e999}', `${'['.repeat(5000)}`),
);
const rows = fc.array(row, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

/** JSON text with keys as they come, twice too. */
function toObject(entries: readonly (readonly [string, unknown])[]): string {
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item) ?? 'null'}`).join(',')}}`;
}

const name = fc.constantFrom(
  'a.html',
  'a.txt',
  'a.md',
  'a.json',
  'a.jsonl',
  'a.warc',
  'a',
  '../a',
  'a\r\n.html',
  '__proto__',
);

/** The kinds of input, each with its check. */
export const fuzz: Readonly<Record<'bytes' | 'text' | 'html' | 'records', FuzzCheck>> = {
  bytes: checkOf(bytes, upload),
  text: checkOf(fc.oneof(scrape, noise), upload),
  html: checkOf(html, fc.constant({ contentType: 'text/html' })),
  records: checkOf(rows, fc.constantFrom({ contentType: 'application/json' }, { contentType: 'application/x-ndjson' })),
};

function checkOf(body: fc.Arbitrary<string | Uint8Array>, uploads: fc.Arbitrary<Upload>): FuzzCheck {
  return (parameters) =>
    fc.assert(
      fc.asyncProperty(name, body, uploads, async (path, content, given) => checkOne(path, content, given)),
      parameters,
    );
}

/** One outcome, its output valid and without active content, and nothing more after a second delivery. */
async function checkOne(path: string, body: string | Uint8Array, given: Upload): Promise<void> {
  const store = new MemoryStore();
  const deps: PipelineDeps = {
    ...depsOf(store),
    options: { html: true, markdown: true },
  };
  const ref = store.upload('raw', path, body, given);
  const outcome = await processObject(ref, deps);
  const written = [
    ...store.keys('clean').map((at) => ['clean', at]),
    ...store.keys('quarantine').map((at) => ['quarantine', at]),
  ];
  expectEqual('outputs', written.length, outcome.outcome === 'ignored' ? 0 : 1);
  for (const [bucket = '', at = ''] of written) {
    const [output] = store.versions(bucket, at);
    if (output === undefined) throw new Error('expected an output');
    const { records, failures } = readOutput(output);
    expectEqual('failures', [...failures, ...records.flatMap(checkRecord)].join('; '), '');
    await processObject(ref, deps);
    expectEqual('versions', store.versions(bucket, at).length, 1);
  }
  expectEqual('prototype', Reflect.ownKeys(Object.prototype).length, PROTOTYPE_KEYS);
}

const PROTOTYPE_KEYS = Reflect.ownKeys(Object.prototype).length;

function expectEqual(what: string, got: unknown, expected: unknown): void {
  if (got !== expected) throw new Error(`${what}: expected ${String(expected)}, got ${String(got)}`);
}
