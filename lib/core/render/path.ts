import type { ElementTable } from '../document.ts';

/** Node paths of elements, such as `html/body/div[2]/p[3]`; the position is left out where it is 1, the path of the root is empty. */
export class ElementPaths {
  /** By element; empty where it is not known yet. */
  private readonly known: string[];

  constructor(private readonly elements: ElementTable) {
    this.known = new Array(elements.tag.length).fill('');
  }

  /** Neighbours share most of their way, so every element is written once. Nesting is capped by the parser. */
  of(element: number): string {
    if (element <= 0) return '';
    let path = this.known[element] ?? '';
    if (path === '') {
      const above = this.of(this.elements.parent[element] ?? -1);
      path = above === '' ? this.step(element) : `${above}/${this.step(element)}`;
      this.known[element] = path;
    }
    return path;
  }

  private step(element: number): string {
    const position = this.elements.position[element] ?? 1;
    const tag = this.elements.tag[element] ?? '';
    return position === 1 ? tag : `${tag}[${position}]`;
  }
}
