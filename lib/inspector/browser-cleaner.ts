/** Entry of the cleaner's bundle for browsers: hands the cleaner to the page's own script. */
import { createCleaner } from '../core/clean.ts';
import { createExplainer } from '../core/explain.ts';
import { collectRationales, inspectBody, kindOfName } from './inspect.ts';
import type { InspectedDocument } from './inspected.ts';
import { sha256 } from './sha256.ts';

/** What the bundle leaves in the page under `winnowCleaner`. */
export interface BrowserCleaner {
  /** Cleans a file that was dragged in; one document for each article in it. */
  clean(name: string, bytes: Uint8Array): readonly InspectedDocument[];
  rationalesOf(documents: readonly InspectedDocument[]): Readonly<Record<string, string>>;
}

const parts = { clean: createCleaner(sha256), explain: createExplainer(sha256), sha256 };

const cleaner: BrowserCleaner = {
  clean(name, bytes) {
    const { kind, mediaType } = kindOfName(name);
    return inspectBody(name, bytes, kind, { uri: name, ...(mediaType !== undefined && { mediaType }) }, parts);
  },
  rationalesOf: collectRationales,
};

Object.assign(globalThis, { winnowCleaner: cleaner });
