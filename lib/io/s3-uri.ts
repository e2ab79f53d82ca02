/** The bucket and the key, or prefix, of `s3://bucket/key`; the key is empty in `s3://bucket`. `null` for what is no such address. */
export function parseS3Uri(uri: string): { readonly bucket: string; readonly key: string } | null {
  const [, bucket, key = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s.exec(uri) ?? [];
  return bucket === undefined ? null : { bucket, key };
}
