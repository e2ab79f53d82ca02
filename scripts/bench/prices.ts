/**
 * Dollars from the public price list of us-east-1 (https://aws.amazon.com/lambda/pricing/, /s3/pricing/, /sqs/pricing/,
 * /cloudwatch/pricing/), first tier, without the free tier. Not looked up since `asOf`: do so before you rely on them.
 */
export const PRICES = {
  asOf: '2024',
  /** One GB-second of Lambda on arm64, and one invocation. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaInvocation: 0.2e-6,
  /** One request of each kind to S3 Standard. */
  s3Put: 5e-6,
  s3Get: 0.4e-6,
  /** One request to a standard queue. */
  sqsRequest: 0.4e-6,
  /** One GB of logs taken in. */
  logGigabyte: 0.5,
} as const;

/** Memory at which Lambda gives one whole processor; below it gives a share, above it more than one. */
export const ONE_PROCESSOR_MB = 1769;
