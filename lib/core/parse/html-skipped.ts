import type { RawAttributes } from './html-attributes.ts';
import type { PageElement } from './html-element.ts';
import { SKIPPED_TAGS } from './html-tags.ts';

/** What a browser without scripts shows, and what scripts take their text from. */
const FOR_SCRIPTLESS = new Set(['noscript', 'template', 'noframes']);
/** Class of the links behind a heading that open its section in an editor. */
const EDIT_LINKS = /(?:^|[\s_-])edit-?section(?:\s|$)/i;

/** A start tag and where it stands. */
interface Candidate {
  readonly name: string;
  readonly attributes: RawAttributes | null;
  readonly parent: PageElement;
  /** Whether the line has no text before it. */
  readonly isWhole: boolean;
  /** Whether what stands for browsers without scripts is read as part of the page. */
  readonly isScriptless: boolean;
}

/**
 * Whether the text of an element is left out: code, controls, links that edit the section below a heading. A button that is the
 * whole heading opens what stands below it, and is its title.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/accordion/
 */
export function isSkipped({ name, attributes, parent, isWhole, isScriptless }: Candidate): boolean {
  if (parent.kind === 'heading') {
    if (attributes?.class !== undefined && EDIT_LINKS.test(attributes.class)) return true;
    if (name === 'button' && attributes?.opens === true && isWhole) return false;
  }
  if (!SKIPPED_TAGS.has(name) || (name === 'template' && attributes?.shadowrootmode !== undefined)) return false;
  return !isScriptless || !FOR_SCRIPTLESS.has(name);
}
