import type { AnsweredLine, RecordsOptions } from './answer-line.ts';
import type { Line } from './lines.ts';
import type { SiteFlags } from './site-options.ts';

/** What the command line says; a thread reads the rules for single sites itself, since they have functions. */
export type ThreadFlags = Omit<RecordsOptions, 'siteRules' | 'siteMemory'> & SiteFlags;

export interface LineMessage {
  readonly line: Line;
  readonly index: number;
}

export interface AnswerMessage {
  readonly answered: AnsweredLine;
  /** Failures of the cleaner: names of records and stack traces. */
  readonly failures: readonly (readonly [name: string, trace: string])[];
}
