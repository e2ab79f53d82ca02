import { CleaningError } from '../../core/errors.ts';
import type { QuarantineRecord } from '../../core/record.ts';
import type { SourceInfo } from '../../core/source.ts';
import type { BodyCleaner } from '../body-cleaner.ts';
import { DEFAULT_MAX_BYTES } from '../limits.ts';
import type { PipelineDeps } from '../outcome.ts';
import type { CleanedCounts } from '../tally.ts';
import type { Row } from './row.ts';

/** One row as it is written. */
export interface CleanedRow {
  /** JSON of its record, or of its quarantine record. */
  readonly line: string;
  readonly counts: CleanedCounts;
}

/** Cleans one row, within the bounds of the cleaner; what can never be cleaned becomes its quarantine record. */
export async function cleanRow(
  row: Row,
  base: SourceInfo,
  cleaner: BodyCleaner,
  { options }: PipelineDeps,
): Promise<CleanedRow> {
  let info = base;
  try {
    const scraped = row.read(base);
    info = scraped.info;
    const { content, counts } = await cleaner.clean({
      body: scraped.body,
      isArticle: true,
      contentType: null,
      contentEncoding: null,
      key: base.key ?? '',
      uri: `${base.uri ?? 'input'} record ${base.recordIndex ?? 0}`,
      info,
      options: { ...options },
      maxBytes: options?.maxBytes ?? DEFAULT_MAX_BYTES,
    });
    return { line: new TextDecoder().decode(content).trimEnd(), counts };
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    const record = quarantined(info, error);
    return {
      line: JSON.stringify(record),
      counts: { records: 0, quarantinedRecords: 1, keptWords: 0, removedWords: {} },
    };
  }
}

function quarantined(info: SourceInfo, { reason, message }: CleaningError): QuarantineRecord {
  return {
    outcome: 'quarantined',
    reason,
    message,
    ...(info.uri !== undefined && { uri: info.uri }),
    ...(info.recordId !== undefined && { recordId: info.recordId }),
    ...(info.recordIndex !== undefined && { recordIndex: info.recordIndex }),
  };
}
