import type { S3EventRecord } from 'aws-lambda';

export function messageOf(...records: readonly S3EventRecord[]): string {
  return JSON.stringify({ Records: records });
}

/** A short article about `subject`, in plain text. */
export function article(subject: string): string {
  return `The harbour council of Lindmouth spoke about ${subject} on Monday and agreed to rebuild the wooden pier before winter.\n`;
}

/** JSON lines; every third can never be cleaned. */
export function shard(subject: string, rows: number): string {
  const row = (_: unknown, number: number): string =>
    number % 3 === 2 ? '{"broken' : JSON.stringify({ text: article(`row ${number} of ${subject}`) });
  return `${Array.from({ length: rows }, row).join('\n')}\n`;
}
