import { gzipSync } from 'node:zlib';

/** Bodies that can never be cleaned, or that are hard to. */
export const POISON: readonly { readonly name: string; readonly body: Buffer; readonly contentType: string }[] = [
  text('empty', '', 'text/html'),
  text('white-space', ' \n\t\n', 'text/plain'),
  text('pdf', '%PDF-1.7\n1 0 obj', 'text/html'),
  text('broken-json', '{"body": "half', 'application/json'),
  text('json-array', '[1, 2, 3]', 'application/json'),
  text('json-number', '17', 'application/json'),
  text('json-without-body', '{"id": "7"}', 'application/json'),
  text('bad-base64', '{"body": "***", "isBase64Encoded": true}', 'application/json'),
  text('script-only', '<html><script>while (true) {}</script></html>', 'text/html'),
  text('deep-nesting', '<div>'.repeat(20_000), 'text/html'),
  text('deep-json', `{"body": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'application/json'),
  text('unclosed-attribute', `<p title="${'x'.repeat(50_000)}`, 'text/html'),
  text('entities', '&#x110000;&#xD800;&bogus;'.repeat(2_000), 'text/html'),
  text('unknown-type', 'RIFF....AVI ', 'video/x-msvideo'),
  { name: 'nulls', body: Buffer.alloc(10_000), contentType: 'text/plain' },
  { name: 'invalid-utf-8', body: Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0xc0]), contentType: 'application/json' },
  { name: 'cut-gzip', body: gzipSync('words '.repeat(500)).subarray(0, 30), contentType: 'text/plain' },
  { name: 'gzip-bomb', body: gzipSync(Buffer.alloc(60 * 1024 * 1024)), contentType: 'text/html' },
];

function text(name: string, body: string, contentType: string) {
  return { name, body: Buffer.from(body), contentType };
}
