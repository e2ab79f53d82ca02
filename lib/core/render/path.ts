import type { ElementTable } from '../document.ts';

/** Node path of an element, such as `html/body/div[2]/p[3]`; the position is left out where it is 1. */
export function pathOf(elements: ElementTable, element: number): string {
  const steps: string[] = [];
  for (let at = element; at > 0; at = elements.parent[at] ?? -1) {
    const position = elements.position[at] ?? 1;
    const tag = elements.tag[at] ?? '';
    steps.push(position === 1 ? tag : `${tag}[${position}]`);
  }
  return steps.reverse().join('/');
}
