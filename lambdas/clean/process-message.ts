import { parseS3Event } from '../../lib/io/s3-events.ts';
import {
  type ObjectOutcome,
  type PipelineDeps,
  processObject,
  processRemoval,
  quarantineEvent,
} from '../../lib/pipeline.ts';

/** The outcome of one object, with what names it; no object for a message that names none. */
export interface NamedOutcome {
  readonly bucket?: string;
  readonly key?: string;
  readonly versionId?: string;
  readonly outcome: ObjectOutcome;
}

/**
 * Does what one queue message asks for.
 *
 * @throws The first fault of the platform, after every object of the message has been tried.
 */
export async function processMessage(body: string, deps: PipelineDeps): Promise<readonly NamedOutcome[]> {
  const { refs, removed, ignored, errors } = parseS3Event(body);
  const outcomes: NamedOutcome[] = ignored.map((why) => ({ outcome: { outcome: 'ignored', why } }));
  const faults: unknown[] = [];
  const work = [
    ...refs.map((ref) => ({ ref, run: processObject })),
    ...removed.map((ref) => ({ ref, run: processRemoval })),
  ];
  for (const { ref, run } of work) {
    try {
      const { bucket, key, versionId } = ref;
      const outcome = await run(ref, deps);
      outcomes.push({ bucket, key, ...(versionId !== undefined && { versionId }), outcome });
    } catch (error) {
      faults.push(error);
    }
  }
  const [firstError] = errors;
  if (firstError) outcomes.push({ outcome: await quarantineEvent(body, firstError, deps) });
  if (faults.length > 0) throw faults[0];
  return outcomes;
}
