import type { ElementAttributes } from '../../document.ts';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether an element hides its content from readers by attribute or inline style. */
export function isHidden(attributes: ElementAttributes): boolean {
  if (attributes.hidden === true || attributes.ariaHidden === 'true') return true;
  return attributes.style !== undefined && HIDING_STYLE.test(attributes.style.slice(0, 1000));
}
