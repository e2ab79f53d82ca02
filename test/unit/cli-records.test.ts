import { Writable } from 'node:stream';
import { runCommandLine } from '../../lib/cli/program.ts';
import { answerRecords } from '../../lib/cli/records.ts';
import { writeAll } from '../../lib/cli/streams.ts';
import { memoryStreams } from '../support/streams.ts';
import { expectValidQuarantine, expectValidRecord } from '../support/validate-record.ts';

const PAGE =
  '<html><body><h1>Harbour reopens</h1><p>The harbour of Velmouth has reopened after eleven days.</p></body></html>';

async function records(input: string | Iterable<Uint8Array>, ...flags: string[]) {
  const streams = memoryStreams(input);
  const exitCode = await runCommandLine(['records', ...flags], streams, '1.2.3');
  const answers = streams
    .out()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { exitCode, answers, out: streams.out(), err: streams.err() };
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

describe('winnow records', () => {
  it('answers each record in order with the id it was given', async () => {
    const { answers, exitCode, err } = await records(line({ id: 'a', html: PAGE }) + line({ id: 2, html: PAGE }));
    answers.forEach(expectValidRecord);
    expect(answers.map((answer) => answer.provenance.recordId)).toEqual(['a', '2']);
    expect(answers.map((answer) => answer.provenance.recordIndex)).toEqual([0, 1]);
    expect(answers[0].text).toContain('The harbour of Velmouth has reopened after eleven days.');
    expect([exitCode, err]).toEqual([0, '']);
  });

  it('quarantines a line that is not JSON and goes on', async () => {
    const { answers, exitCode } = await records(`{"id":"a",\n${line({ id: 'b', html: PAGE })}`);
    expectValidQuarantine(answers[0]);
    expect(answers[0]).toMatchObject({ outcome: 'quarantined', reason: 'invalid-json', recordIndex: 0 });
    expect(answers[1].provenance.recordId).toBe('b');
    expect(exitCode).toBe(0);
  });

  it('names the record that it quarantines, whatever is wrong with it', async () => {
    const { answers } = await records(line({ id: 'a', body: 5 }) + line({ id: 'b', html: '' }) + line({ id: 'c' }));
    answers.forEach(expectValidQuarantine);
    expect(answers.map(({ reason, recordId }) => [reason, recordId])).toEqual([
      ['schema', 'a'],
      ['empty', 'b'],
      ['schema', 'c'],
    ]);
  });

  it('passes over blank lines, which take no index', async () => {
    const { answers } = await records(`\n \t\r\n${line({ html: PAGE })}\r\n${line({ html: PAGE })}`);
    expect(answers.map((answer) => answer.provenance.recordIndex)).toEqual([0, 1]);
  });

  it('refuses a line whose bytes are not UTF-8', async () => {
    const { answers } = await records([Buffer.from('{"id":"a","text":"caf\xe9"}\n', 'latin1')]);
    expect(answers[0]).toMatchObject({ outcome: 'quarantined', reason: 'decode-error', recordIndex: 0 });
  });

  it('refuses a line over the limit and goes on behind it', async () => {
    const input = memoryStreams(`${'x'.repeat(5000)}\n${line({ id: 'b', html: PAGE })}`).stdin;
    const monitor = { counts: { cleaned: 0, quarantined: 0, failed: 0 }, report: () => undefined };
    const answers: string[] = [];
    for await (const answer of answerRecords(input, { uri: 'stdin', maxLineBytes: 1000 }, monitor))
      answers.push(answer);
    expectValidQuarantine(JSON.parse(answers[0] ?? ''));
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ reason: 'too-large', recordIndex: 0 });
    expect(monitor.counts).toEqual({ cleaned: 1, quarantined: 1, failed: 0 });
  });

  it('keeps every answer on one line for readers that split at U+2028', async () => {
    const html = PAGE.replace('eleven', 'eleven\u2028\u2029');
    const { out, answers } = await records(line({ id: 'a\u2028b', html }));
    expect(out.split(/[\n\u2028\u2029]/)).toHaveLength(2);
    expect(answers[0].provenance.recordId).toBe('a\u2028b');
  });

  it('adds the views asked for and names the input as told', async () => {
    const { answers } = await records(line({ html: PAGE }), '--markdown', '--html', '--uri', 'crawl-7');
    expect(answers[0]).toMatchObject({ markdown: expect.any(String), html: expect.any(String) });
    expect(answers[0].provenance.uri).toBe('crawl-7');
  });

  it('answers in the form asked for, and refusals as ever', async () => {
    const { answers } = await records(
      `${line({ html: PAGE, url: 'https://velmouth.example/a' })}{}\n`,
      '--format',
      'fineweb',
    );
    expect(answers[0]).toMatchObject({ url: 'https://velmouth.example/a', date: null, word_count: expect.any(Number) });
    expectValidQuarantine(answers[1]);
    expect((await records(line({ html: PAGE }), '-f', 'ninjs')).answers).toMatchObject([
      { type: 'text', profile: expect.any(String) },
    ]);
  });

  it('answers a failure of the cleaner in place, reports it and goes on', async () => {
    const counts = { cleaned: 0, quarantined: 0, failed: 0 };
    const reported: string[] = [];
    const answers: string[] = [];
    const clean = () => {
      throw new TypeError('a bug');
    };
    const input = memoryStreams(line({ id: 'a', html: PAGE }) + line({ id: 'b', html: PAGE })).stdin;
    const monitor = { counts, report: (name: string, error: unknown) => reported.push(`${name}: ${error}`) };
    for await (const answer of answerRecords(input, { uri: 'stdin' }, monitor, clean)) answers.push(answer);
    expect(JSON.parse(answers[1] ?? '')).toEqual({
      outcome: 'failed',
      message: 'a bug',
      uri: 'stdin',
      recordIndex: 1,
      recordId: 'b',
    });
    expect(reported).toEqual(['stdin record 0: TypeError: a bug', 'stdin record 1: TypeError: a bug']);
    expect(counts).toEqual({ cleaned: 0, quarantined: 0, failed: 2 });
  });

  it('reads no faster than its answers are taken', async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (; read < 200; read++) yield Buffer.from(line({ id: read, html: PAGE }));
    }
    let taken = 0;
    const ahead: number[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        ahead.push(read - ++taken);
        setImmediate(done);
      },
    });
    const monitor = { counts: { cleaned: 0, quarantined: 0, failed: 0 }, report: () => undefined };
    await writeAll(answerRecords(source(), { uri: 'stdin' }, monitor), slow);
    expect(taken).toBe(200);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(2);
  });

  it('ends quietly when the reader leaves', async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const streams = { ...memoryStreams(line({ html: PAGE }).repeat(50)), stdout: closed };
    expect(await runCommandLine(['records'], streams, '1.2.3')).toBe(0);
    expect(streams.err()).toBe('');
  });
});
