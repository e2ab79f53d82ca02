import type { S3EventRecord, SQSEvent } from 'aws-lambda';

/** A batch as Lambda hands it over. */
export function batchOf(bodies: readonly string[]): SQSEvent {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'bench',
    ApproximateFirstReceiveTimestamp: '0',
  };
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      receiptHandle: `r${index}`,
      body,
      attributes,
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:local',
      awsRegion: 'us-east-1',
    })),
  };
}

export function messageOf(...records: readonly S3EventRecord[]): string {
  return JSON.stringify({ Records: records });
}

/** A short article about `subject`, in plain text. */
export function article(subject: string): string {
  return `The harbour council of Lindmouth spoke about ${subject} on Monday and agreed to rebuild the wooden pier before winter.\n`;
}
