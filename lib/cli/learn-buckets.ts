import { parseS3Uri } from '../io/s3-uri.ts';
import { CommandError } from './streams.ts';

/** Bytes of one output or snapshot. */
const MAX_BYTES = 512 * 1024 * 1024;

/** One file or object to learn from. */
export interface LearnInput {
  readonly name: string;
  readonly key: string;
  readonly read: () => Promise<Uint8Array>;
}

/** The parts of the AWS client that are used; loaded when an address is given, for most never give one. */
type LoadStore = () => Promise<
  typeof import('../io/s3-listing.ts') & Pick<typeof import('../io/s3.ts'), 'createS3Client'>
>;

export function isInS3(path: string): boolean {
  return path.startsWith('s3://');
}

/**
 * Lists the objects under addresses such as `s3://bucket/prefix`.
 *
 * @throws CommandError for an address that is none, and without the AWS client.
 */
export async function listBuckets(
  addresses: readonly string[],
  load: LoadStore = async () => ({ ...(await import('../io/s3-listing.ts')), ...(await import('../io/s3.ts')) }),
): Promise<readonly LearnInput[]> {
  if (addresses.length === 0) return [];
  const sdk = await load().catch(() => {
    throw new CommandError(
      2,
      'expected the package @aws-sdk/client-s3 beside winnower to read s3://; install it: npm install @aws-sdk/client-s3',
    );
  });
  const client = sdk.createS3Client();
  const store = new sdk.S3Listing(client);
  const inputs: LearnInput[] = [];
  for (const address of addresses) {
    const place = parseS3Uri(address);
    if (place === null) throw new CommandError(2, `expected s3://bucket or s3://bucket/prefix, got "${address}"`);
    const { bucket, key: prefix } = place;
    for await (const { key } of sdk.listObjects(client, bucket, prefix)) {
      const read = async () => (await store.get({ bucket, key }, { maxBytes: MAX_BYTES })).body;
      inputs.push({ name: `s3://${bucket}/${key}`, key, read });
    }
  }
  return inputs;
}
