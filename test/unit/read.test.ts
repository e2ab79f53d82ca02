import { CleaningError } from '../../lib/core/errors.ts';
import { decode } from '../../lib/core/read/decode.ts';
import { detectFormat } from '../../lib/core/read/detect.ts';
import { readScrapedRecord } from '../../lib/core/read/records.ts';
import { SourceText } from '../../lib/core/source-text.ts';
import { cleanArticle } from '../../lib/index.ts';
import { sha256 } from '../../lib/io/sha256.ts';

const GERMAN = 'Die Höhe der Schäden lässt sich erst im Frühjahr abschätzen, sagte die Prüferin.';

/** Bytes of a text in a one-byte encoding, by looking every character up in what the decoder says. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof CleaningError) return `${error.reason}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('decoding', () => {
  it.each([
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(GERMAN)), 'text/plain', 'utf-8'],
    ['strict UTF-8 in spite of its label', new TextEncoder().encode(GERMAN), 'text/plain; charset=iso-8859-1', 'utf-8'],
    ['the label of the media type', encode(GERMAN, 'windows-1252'), 'text/plain; charset=windows-1252', 'windows-1252'],
    ['the label in the page', encode(`<meta charset="iso-8859-2">${GERMAN}`, 'iso-8859-2'), 'text/html', 'iso-8859-2'],
    ['what the bytes look like', encode(GERMAN, 'windows-1252'), 'text/plain', 'windows-1252'],
  ])('goes by %s', (_, bytes, mediaType, charset) => {
    const result = decode(bytes, { mediaType }, {}, sha256);
    expect(result.charset).toBe(charset);
    expect(result.source.text).toContain(GERMAN);
  });

  it('reads UTF-16 with and without a byte order mark', () => {
    const units = Uint8Array.from([...GERMAN].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect(decode(units, {}, {}, sha256).source.text).toBe(GERMAN);
    expect(decode(Uint8Array.of(0xff, 0xfe, ...units), {}, {}, sha256).source.text).toBe(GERMAN);
  });

  it('drops control characters and broken bytes, and says so', () => {
    expect(decode(new TextEncoder().encode('Two\u0000 words\u0007.'), {}, {}, sha256)).toMatchObject({
      source: { text: 'Two words.' },
      notes: ['encoding-repaired'],
    });
    expect(decode('lone \ud800 surrogate', {}, {}, sha256)).toMatchObject({
      source: { text: 'lone \ufffd surrogate' },
      notes: ['encoding-repaired'],
    });
    expect(decode('whole', {}, {}, sha256).notes).toEqual([]);
  });

  it.each([
    ['empty: ', new Uint8Array(0)],
    ['empty: ', new TextEncoder().encode(' \n\u200b\t')],
    ['unsupported-type: ', Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (c) => c.charCodeAt(0))],
    ['unsupported-type: ', Uint8Array.from({ length: 300 }, (_, n) => (n * 37) % 30)],
    ['too-large: expected at most 100 bytes, got 101', new Uint8Array(101).fill(97)],
  ])('refuses with %s and names the input', (expected, bytes) => {
    const message = reasonOf(() =>
      decode(bytes, { uri: 's3://raw/a.txt' }, { maxBytes: bytes.length === 101 ? 100 : 1000 }, sha256),
    );
    expect(message).toContain(expected);
    expect(message).toContain('s3://raw/a.txt');
  });
});

describe('telling formats apart', () => {
  it.each([
    ['html', '<!doctype html><title>x</title><p>Text', {}],
    ['html', '<!-- saved --><html><body>Text', { mediaType: 'text/plain' }],
    ['html', '<div><p>One</p><p>Two</p></div>', {}],
    ['text', 'The tag <b> makes text bold, she wrote.', {}],
    ['text', 'No markup at all, though it was declared.', { mediaType: 'text/html' }],
    ['markdown', '# Head\n\nSee [the map](https://example.org/map).', {}],
    ['markdown', 'Plain words.', { mediaType: 'application/octet-stream', key: 'in/story.md' }],
    ['markdown', 'Plain words.', { mediaType: 'text/plain', key: 'story.md' }],
    ['text', '# Declared as text, read as text', { mediaType: 'text/plain' }],
    ['markdown', '[One](https://a.example) and [two](/b).\n\n![Three](https://c.example/d.jpg)', { key: 'story.txt' }],
    [
      'markdown',
      'See [the map][1], [the tide][2] and [the lamp][3].\n\n  [1]: https://a.example\n  [2]: /b\n  [3]: #c\n',
      { key: 'story.txt' },
    ],
    ['text', 'See [1].\n\n[1]: https://a.example\n', { mediaType: 'text/plain' }],
    ['markdown', 'Words.\n\n## Tides\n\nMore words.\n\n### Lamps\n\nMore.', { mediaType: 'text/plain' }],
    ['text', 'Write [a link](https://a.example), or [two](/b), in brackets.', { mediaType: 'text/plain' }],
  ] as const)('finds %s in %j', (format, text, info) => {
    expect(detectFormat(SourceText.of(text), info)).toBe(format);
  });

  it.each([
    ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', {}],
    ['{"a": [1, 2]}', {}],
    ['WARC/1.0\r\nWARC-Type: response\r\n', {}],
    ['text all the same', { mediaType: 'image/png' }],
  ])('refuses %j', (text, info) => {
    expect(reasonOf(() => detectFormat(SourceText.of(text), info))).toContain('unsupported-type: expected');
  });
});

describe('scraped records', () => {
  it('takes the id, the URL and the media type from the record', () => {
    const json = JSON.stringify({ id: 7, url: 'https://example.org/a', contentType: 'text/plain', body: 'Text.' });
    expect(readScrapedRecord(json, { uri: 'stdin', recordIndex: 3 })).toEqual({
      body: 'Text.',
      info: { uri: 'stdin', recordIndex: 3, recordId: '7', url: 'https://example.org/a', mediaType: 'text/plain' },
    });
  });

  it('reads base64 bodies to the byte', () => {
    const record = readScrapedRecord('{"body":"/+8A","isBase64Encoded":true}', {});
    expect(record.body).toEqual(Uint8Array.of(0xff, 0xef, 0));
  });

  it.each([
    ['invalid-json', '{"body": '],
    ['schema', '[1]'],
    ['schema', '{"url":"https://example.org"}'],
    ['schema', '{"body":{"a":1}}'],
    ['decode-error', '{"body":"***","isBase64Encoded":true}'],
  ])('refuses with %s: %s', (reason, json) => {
    const message = reasonOf(() => readScrapedRecord(json, { uri: 's3://raw/shard.jsonl', recordIndex: 12 }));
    expect(message).toContain(`${reason}: expected`);
    expect(message).toContain('s3://raw/shard.jsonl record 12');
  });
});

describe('a page that is read in pieces', () => {
  it('is what it is as a whole, whatever the end of a piece cuts', () => {
    const story = `<h1>Ferry stopped</h1><p class="lead">${GERMAN} ${GERMAN}</p><p class="story">${GERMAN.repeat(3)}</p>`;
    const title = '<title>Ferry stopped</title>';
    const script = '<script>window.state = {"publishedAt":"2024-03-04T10:00:00Z"};</script>';
    const undated = cleanArticle(`${title}<main>${story}</main>`, 'text/html');
    expect(undated.datePublished).toBeUndefined();
    // The bytes of the first piece end in each place of the name that the day stands behind, and in those of a letter of two bytes.
    for (let pad = 32_768 - 60; pad < 32_768; pad++) {
      const page = `${title}<!--${'x'.repeat(pad - 7 - title.length)}-->${script}<main>${story}</main>`;
      const whole = cleanArticle(page, 'text/html');
      expect(whole.datePublished).toBeDefined();
      const { datePublished, text } = cleanArticle(new TextEncoder().encode(page), 'text/html');
      expect({ datePublished, text }).toEqual({ datePublished: whole.datePublished, text: whole.text });
    }
  });
});
