import type { LabelledDocument, Removal } from '../document.ts';
import type { Sha256 } from '../hash.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';
import { paragraphHash } from './paragraph-hash.ts';

/** What other pages of a site hold: paragraphs that several of its stories share are part of none. */
export interface SiteMemory {
  /** Names the snapshot in records. */
  readonly id: string;
  /** Stories of the host that hold each paragraph, by its hash; `null` for a host that is not known. */
  stories(host: string): ReadonlyMap<string, number> | null;
}

/** Words of a line from which it is remembered: shorter ones are crossheads and labels that unrelated stories share. */
export const MEMORY_WORDS = 4;
/**
 * Share of the words kept from which the memory is not believed: so much is shared by versions of one story, not by stories.
 */
const MAX_SHARE = 0.5;
/** Id of the rule that removals by memory name. */
export const MEMORY_RULE = 'site-memory';

/** A document with what its site repeats labelled as `duplicate`, and the snapshot that says so if any did. */
export interface Remembered {
  readonly labelled: LabelledDocument;
  readonly id: string | null;
}

/** Labels the blocks that are still kept and that several stories of the host share. */
export function applyMemory(
  labelled: LabelledDocument,
  info: SourceInfo,
  { siteMemory }: Pick<CleanOptions, 'siteMemory'>,
  sha256: Sha256,
): Remembered {
  const unchanged: Remembered = { labelled, id: null };
  const url = info.url ?? labelled.document.head.canonicalUrl;
  if (siteMemory === undefined || url === null) return unchanged;
  const host = hostOf(url);
  const stories = host === null ? null : siteMemory.stories(host);
  if (stories === null) return unchanged;
  let [kept, repeated] = [0, 0];
  const blocks = labelled.blocks.map((one) => {
    if (one.removal !== null) return one;
    kept += one.block.words;
    const hash = one.block.words < MEMORY_WORDS ? null : paragraphHash(one.block.text, sha256);
    const count = hash === null ? undefined : stories.get(hash);
    if (count === undefined) return one;
    repeated += one.block.words;
    // By the rule of succession: seen so many times and never otherwise.
    const confidence = Math.round((1000 * (count + 1)) / (count + 2)) / 1000;
    const removal: Removal = { class: 'duplicate', rule: MEMORY_RULE, confidence };
    return { ...one, removal, type: null };
  });
  if (repeated === 0 || repeated > kept * MAX_SHARE) return unchanged;
  return { labelled: { ...labelled, blocks }, id: siteMemory.id };
}

/** Host of a page without `www.`, lower-cased; `null` for what is no address. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^www\./, '') : null;
}
