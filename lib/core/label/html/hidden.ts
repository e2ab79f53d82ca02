import type { ElementAttributes } from '../../document.ts';

/** Where React streams parts of a page to before its script moves them into place: hidden, yet the page itself. */
const STREAMED_ID = /^S:[0-9a-z]+$/;
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether an element hides its content from readers by attribute or inline style. */
export function isHidden(attributes: ElementAttributes): boolean {
  if (attributes.hidden === true && STREAMED_ID.test(attributes.id ?? '')) return false;
  if (attributes.hidden === true || attributes.ariaHidden === 'true') return true;
  return attributes.style !== undefined && HIDING_STYLE.test(attributes.style.slice(0, 1000));
}
