import type { ElementAttributes, ElementTable } from '../document.ts';

/** Elements of one page while it is read; becomes the document's `ElementTable` as it stands. */
export class ElementTableBuilder implements ElementTable {
  readonly tag: string[] = ['html'];
  readonly parent: number[] = [-1];
  readonly depth: number[] = [0];
  readonly attributes: (ElementAttributes | null)[] = [null];
  private positions: readonly number[] | null = null;

  /** Adds an element and gives its index. */
  add(tag: string, parent: number, attributes: ElementAttributes | null): number {
    this.tag.push(tag);
    this.parent.push(parent);
    this.depth.push((this.depth[parent] ?? 0) + 1);
    this.attributes.push(attributes);
    return this.tag.length - 1;
  }

  /** The innermost element that holds both. */
  common(one: number, other: number): number {
    let a = one;
    let b = other;
    while (a !== b) {
      if ((this.depth[a] ?? 0) >= (this.depth[b] ?? 0)) a = this.parent[a] ?? 0;
      else b = this.parent[b] ?? 0;
    }
    return a;
  }

  /** Counted when first asked for: only the paths of removed blocks need it. */
  get position(): readonly number[] {
    this.positions ??= countPositions(this.tag, this.parent);
    return this.positions;
  }
}

function countPositions(tags: readonly string[], parents: readonly number[]): number[] {
  const tagNumbers = new Map<string, number>();
  for (const tag of tags) if (!tagNumbers.has(tag)) tagNumbers.set(tag, tagNumbers.size);
  const counts = new Map<number, number>();
  return tags.map((tag, index) => {
    const key = ((parents[index] ?? -1) + 1) * tagNumbers.size + (tagNumbers.get(tag) ?? 0);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  });
}

/** Path of an element as the record shows it: `html/body/div[2]/p`; the position is left out when it is 1. */
export function elementPath(table: ElementTable, element: number): string {
  const steps: string[] = [];
  for (let at = element; at >= 0; at = table.parent[at] ?? -1) {
    const position = table.position[at] ?? 1;
    steps.push(position > 1 ? `${table.tag[at]}[${position}]` : `${table.tag[at]}`);
  }
  return steps.reverse().join('/');
}
