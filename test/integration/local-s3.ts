import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3EventRecord } from 'aws-lambda';
import { LocalS3, type LocalS3Options } from '../../lib/local/s3/server.ts';

// The SDK would warn of Node 20 in every test file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// A machine with other work to do may take longer than the five seconds of Jest.
jest.setTimeout(30_000);

/** An endpoint with a client of the real SDK, and the events that it has sent. */
export interface Fixture {
  readonly local: LocalS3;
  readonly client: S3Client;
  readonly events: S3EventRecord[];
  close(): Promise<void>;
}

/** Starts an endpoint with a versioned bucket `kept` and an unversioned bucket `plain`. */
export async function startS3(options: Pick<LocalS3Options, 'temporaryFolder'> = {}): Promise<Fixture> {
  const events: S3EventRecord[] = [];
  const local = await LocalS3.start({ ...options, onEvent: (record) => events.push(record) });
  const client = new S3Client({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  for (const Bucket of ['kept', 'plain']) await client.send(new CreateBucketCommand({ Bucket }));
  await client.send(new PutBucketVersioningCommand({ Bucket: 'kept', VersioningConfiguration: { Status: 'Enabled' } }));
  return {
    local,
    client,
    events,
    close: async () => {
      client.destroy();
      await local.close();
    },
  };
}

/** Keys that have broken somebody's S3 code before. */
export const ODD_KEYS = [
  'a b.html',
  'a+b.html',
  'a%20b.html',
  '100%.html',
  'a//b.html',
  '/leading.html',
  'trailing/',
  './dots/../x.html',
  'Zürich/日本語-😀.html',
  'quote\'"<&>().html',
  'semi;colon=?#@:$,!*~.html',
  ' edges ',
];
