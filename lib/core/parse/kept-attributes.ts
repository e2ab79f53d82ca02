import type { ElementAttributes } from '../document.ts';

/**
 * The attributes of an element that labelling reads. All are keys from the start, in one order whatever the page writes first:
 * they are read a dozen times, which takes several times as long where objects have many shapes.
 */
export class KeptAttributes implements ElementAttributes {
  class?: string;
  id?: string;
  role?: string;
  rel?: string;
  itemprop?: string;
  itemtype?: string;
  datetime?: string;
  content?: string;
  href?: string;
  hidden?: boolean;
  style?: string;
  ariaLabel?: string;
  ariaHidden?: string;
  data?: string;
}
