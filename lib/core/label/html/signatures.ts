import type { ElementTable } from '../../document.ts';

/** `tag.class` of an element and of its parent: blocks of one signature look alike on the page. */
export function signatureOf(elements: ElementTable, element: number): string {
  return `${shape(elements, elements.parent[element] ?? -1)}>${shape(elements, element)}`;
}

function shape(elements: ElementTable, element: number): string {
  return element < 0 ? '' : `${elements.tag[element]}.${elements.attributes[element]?.class ?? ''}`;
}
