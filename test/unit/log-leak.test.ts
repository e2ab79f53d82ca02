import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { createBatchHandler } from '../../lambdas/clean/batch-handler.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

/** Invented sentences that must be found in outputs and in no log. */
const SENTENCES = [
  'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter.',
  'Ferries will leave from the north quay until the work is done, the council said.',
  'Residents asked why the second bridge was closed without a word of warning.',
];
const PAGE = `<title>Pier of secrets</title><article><h1>Pier of secrets</h1>${SENTENCES.map((one) => `<p>${one}</p>`).join('')}</article>`;

function messageOf(bucket: string, key: string): string {
  return JSON.stringify({ Records: [{ eventSource: 'aws:s3', s3: { bucket: { name: bucket }, object: { key } } }] });
}

describe('logs', () => {
  it('hold no sentence of an article and no title, whatever its outcome', async () => {
    const written: string[] = [];
    const capture = (...parts: unknown[]) => void written.push(parts.map(String).join(' '));
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(capture),
    );
    const streams = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => {
        capture(chunk);
        return true;
      }),
    );
    const store = new MemoryStore();
    const bodies: Readonly<Record<string, string>> = {
      'clean.html': PAGE,
      'broken.json': `{"html": ${JSON.stringify(PAGE)}, `,
      'rows.jsonl': `${JSON.stringify({ html: PAGE })}\n{"html": "${SENTENCES[0]}\n${JSON.stringify({ text: 5, note: SENTENCES[1] })}`,
      'crawl.warc': `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n${PAGE}`,
      'unwritable.html': PAGE,
    };
    for (const [key, body] of Object.entries(bodies)) store.upload('raw', key, body);
    store.before = (operation, { key }) => {
      if (operation === 'put' && key.startsWith('unwritable')) throw new Error(`cannot store ${PAGE}`);
    };
    const handler = createBatchHandler({
      pipeline: () => depsOf(store),
      logger: new Logger({ serviceName: 'test', logLevel: 'DEBUG' }),
      metrics: { addMetric: () => undefined, publishStoredMetrics: () => undefined },
    });
    const messages = [
      ...Object.keys(bodies).map((key) => messageOf('raw', key)),
      `{"Message": "${SENTENCES[2]}"}`,
      PAGE,
    ];
    const event = { Records: messages.map((body, id) => ({ messageId: `m${id}`, body }) as SQSRecord) } as SQSEvent;
    const { batchItemFailures } = await handler(event, { getRemainingTimeInMillis: () => 60_000 });
    for (const spy of [...consoles, ...streams]) spy.mockRestore();

    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm4' }]);
    expect(store.keys('clean').toSorted()).toEqual(['clean.html.json', 'rows.jsonl.jsonl.gz']);
    const log = written.join('\n');
    expect(log).toContain('clean.html');
    expect(log).toContain('invalid-event');
    for (const sentence of [...SENTENCES, 'Pier of secrets']) expect(log).not.toContain(sentence.slice(0, 40));
    // A quarantine report is read by more people than the articles too.
    for (const key of store.keys('quarantine')) {
      const report = Buffer.from(store.versions('quarantine', key)[0]?.body ?? []).toString();
      for (const sentence of SENTENCES) expect(report).not.toContain(sentence.slice(0, 40));
    }
  });
});
