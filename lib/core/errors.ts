/** Why an input can never be cleaned. The list only grows: quarantine objects and metrics carry these codes. */
export const REASONS = [
  'empty',
  'too-large',
  'unsupported-type',
  'decode-error',
  'decompression-error',
  'decompression-limit',
  'invalid-json',
  'schema',
  'no-content',
  'too-complex',
  'timeout',
  'invalid-key',
  'invalid-event',
  'invalid-warc',
] as const;

export type Reason = (typeof REASONS)[number];

/** A permanent failure: the same bytes fail again, so the object is quarantined and never retried. */
export class CleaningError extends Error {
  override readonly name: string = 'CleaningError';

  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
