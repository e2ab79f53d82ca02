import type { S3EventRecord } from 'aws-lambda';

export function messageOf(...records: readonly S3EventRecord[]): string {
  return JSON.stringify({ Records: records });
}

/** A short article about `subject`, in plain text. */
export function article(subject: string): string {
  return `The harbour council of Lindmouth spoke about ${subject} on Monday and agreed to rebuild the wooden pier before winter.\n`;
}
