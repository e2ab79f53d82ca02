import type { S3EventRecord } from 'aws-lambda';
import { batchOf } from '../../queue-batch.ts';
import { type Bench, cleaned, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';

/** What may come out of a queue. */
export const EVENTS: readonly Scenario[] = [{ number: 25, title: 'malformed events and envelopes', run: envelopes }];

async function envelopes(bench: Bench): Promise<string> {
  const { rig } = bench;
  const known: S3EventRecord[] = [];
  const bodies: string[] = [];
  for (const [place, wrap] of ENVELOPES.entries()) {
    const event = await rig.upload(bench.key(`wrapped ${place}`), article(`envelope ${place}`));
    known.push(event);
    bodies.push(wrap(event));
  }
  const handler = bench.handler();
  let returned = 0;
  const all = [...bodies, ...NO_EVENTS];
  for (let start = 0; start < all.length; start += 10) {
    const { batchItemFailures } = await handler.handle(batchOf(all.slice(start, start + 10)));
    returned += batchItemFailures.length;
  }
  bench.claim(returned === 0, `${returned} messages came back that no second try can understand`);
  await bench.judge(known.map(cleaned));
  return `${bodies.length} envelopes understood, ${NO_EVENTS.length} others acknowledged`;
}

const sns = (Message: string): string =>
  JSON.stringify({ Type: 'Notification', MessageId: '1', TopicArn: 'arn:aws:sns:::t', Message });

function eventBridge({ s3, eventTime }: S3EventRecord): string {
  const { key, versionId, eTag, sequencer, size } = s3.object;
  return JSON.stringify({
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    time: eventTime,
    detail: {
      bucket: { name: s3.bucket.name },
      object: {
        key: decodeURIComponent(key.replaceAll('+', ' ')),
        size,
        etag: eTag,
        'version-id': versionId,
        sequencer,
      },
      reason: 'PutObject',
    },
  });
}

const ENVELOPES: readonly ((event: S3EventRecord) => string)[] = [
  (event) => messageOf(event),
  (event) => sns(messageOf(event)),
  (event) => eventBridge(event),
  (event) => sns(eventBridge(event)),
  (event) => `  ${messageOf(event)}\n`,
  (event) => JSON.stringify({ Records: [{ ...event, unknown: { field: 1 } }] }),
];

const NO_EVENTS: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '17',
  '"text"',
  '[]',
  '{}',
  '{',
  '{"Records"',
  '{"Records":null}',
  '{"Records":{}}',
  '{"Records":[]}',
  '{"Records":[null]}',
  '{"Records":[{}]}',
  '{"Records":[{"s3":null}]}',
  '{"Records":[{"s3":{"bucket":{},"object":{}}}]}',
  '{"Records":[{"s3":{"bucket":{"name":"raw"},"object":{"key":""}}}]}',
  '{"Records":[{"s3":{"bucket":{"name":"raw"},"object":{"key":"%E0%A4%A"}}}]}',
  '{"Records":[{"s3":{"bucket":{"name":7},"object":{"key":7}}}]}',
  '{"Event":"s3:TestEvent"}',
  '{"Message":"no event"}',
  '{"Message":7}',
  '{"source":"aws.s3"}',
  '{"source":"aws.s3","detail":{"bucket":{"name":"raw"}}}',
  '{"source":"aws.ec2","detail":{}}',
  '\u0000',
  '\ufeff{}',
  '<xml/>',
  'x'.repeat(250_000),
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '{"__proto__":{"Records":[]}}',
  '{"Records":[{"eventName":"ObjectRemoved:Delete"}]}',
  '{"Records":"none"}',
  '{"constructor":1}',
];
