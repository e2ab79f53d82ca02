import fc from 'fast-check';
import { parseS3Event } from '../../lib/io/s3-events.ts';

function notification(key: string, more: object = {}, eventName = 'ObjectCreated:Put'): string {
  const object = { key, size: 7, eTag: 'abc', versionId: 'v1', sequencer: '0066AB', ...more };
  return JSON.stringify({ Records: [{ eventSource: 'aws:s3', eventName, s3: { bucket: { name: 'raw' }, object } }] });
}

const EVENT_BRIDGE = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: {
    bucket: { name: 'raw' },
    object: { key: 'a+b%20c.html', size: 7, etag: 'abc', 'version-id': 'v1', sequencer: '0066AB' },
  },
};

const REF = { bucket: 'raw', versionId: 'v1', etag: 'abc', sequencer: '0066AB', size: 7 };

describe('object events', () => {
  it.each([
    ['a.html', 'a.html'],
    ['a+b.html', 'a b.html'],
    ['a%2Bb.html', 'a+b.html'],
    ['%E6%97%A5%E6%9C%AC//x.html', '日本//x.html'],
    ['100%25.html', '100%.html'],
  ])('decodes the key %j of a notification', (encoded, key) => {
    expect(parseS3Event(notification(encoded))).toEqual({
      refs: [{ ...REF, key }],
      removed: [],
      ignored: [],
      errors: [],
    });
  });

  it('takes the key of an EventBridge event as it is', () => {
    expect(parseS3Event(JSON.stringify(EVENT_BRIDGE)).refs).toEqual([{ ...REF, key: 'a+b%20c.html' }]);
  });

  it('looks into an SNS envelope, around a notification and around an EventBridge event', () => {
    const sns = (message: string) => JSON.stringify({ Type: 'Notification', Message: message });
    expect(parseS3Event(sns(notification('a+b.html'))).refs).toEqual([{ ...REF, key: 'a b.html' }]);
    expect(parseS3Event(sns(JSON.stringify(EVENT_BRIDGE))).refs).toEqual([{ ...REF, key: 'a+b%20c.html' }]);
  });

  it('ignores the test message of a new notification, and tells removals apart', () => {
    const test = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'raw' };
    expect(parseS3Event(JSON.stringify(test))).toEqual({ refs: [], removed: [], ignored: ['test-event'], errors: [] });
    const removed = notification('a.html', {}, 'ObjectRemoved:DeleteMarkerCreated');
    expect(parseS3Event(removed)).toMatchObject({ refs: [], removed: [{ ...REF, key: 'a.html' }], errors: [] });
    const deleted = { ...EVENT_BRIDGE, 'detail-type': 'Object Deleted' };
    expect(parseS3Event(JSON.stringify(deleted))).toMatchObject({ refs: [], removed: [{ key: 'a+b%20c.html' }] });
  });

  it('leaves out what an event does not say or says wrongly', () => {
    const odd = { size: -1, eTag: '', versionId: null, sequencer: 'not hexadecimal' };
    expect(parseS3Event(notification('a.html', odd)).refs).toEqual([{ bucket: 'raw', key: 'a.html' }]);
  });

  it('keeps the good records of a message beside a bad one', () => {
    const good: unknown = JSON.parse(notification('a.html'));
    const records = (good as { Records: unknown[] }).Records;
    const { refs, errors } = parseS3Event(JSON.stringify({ Records: [...records, { s3: {} }] }));
    expect(refs).toHaveLength(1);
    expect(errors).toEqual([expect.objectContaining({ reason: 'invalid-event' })]);
  });

  it.each(['', 'not json', '[]', 'null', '7', '{}', '{"Records":7}', '{"Message":"{}"}', '{"source":"aws.s3"}'])(
    'returns invalid-event for %j',
    (body) => {
      const { refs, errors } = parseS3Event(body);
      expect(refs).toEqual([]);
      expect(errors).toEqual([expect.objectContaining({ reason: 'invalid-event' })]);
    },
  );

  it('returns invalid-event for a key that is not URL-encoded rightly', () => {
    expect(parseS3Event(notification('a%.html')).errors).toHaveLength(1);
  });

  it('never throws and always says something about a message that is not an empty list', () => {
    const json = fc.json().map((text) => JSON.parse(text) as unknown);
    const shaped = fc.record({ Records: fc.array(fc.record({ eventName: json, s3: json })), Message: fc.string() });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          shaped.map((value) => JSON.stringify(value)),
        ),
        (body) => {
          const { refs, ignored, errors } = parseS3Event(body);
          expect(refs.length + ignored.length + errors.length > 0 || /"Records":\[\]/.test(body)).toBe(true);
        },
      ),
    );
  });
});
