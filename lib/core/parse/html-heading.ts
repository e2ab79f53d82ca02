import type { RawAttributes } from './html-attributes.ts';
import type { PageElement } from './html-element.ts';

/** Class of the links behind a heading that open its section in an editor. */
const EDIT_LINKS = /(?:^|[\s_-])edit-?section(?:\s|$)/i;

/** Whether an element in a heading is a control of the page's software and none of its words: links to edit the section. */
export function isEditLink(attributes: RawAttributes | null, { kind }: PageElement): boolean {
  return kind === 'heading' && attributes?.class !== undefined && EDIT_LINKS.test(attributes.class);
}

/**
 * Whether a button is the heading around it: readers press it to open the section below.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/accordion/
 */
export function isDisclosureButton(name: string, attributes: RawAttributes | null, { kind }: PageElement): boolean {
  return name === 'button' && kind === 'heading' && attributes?.opens === true;
}
