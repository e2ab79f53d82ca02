import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { Problem } from './problem.ts';

/** How the value of one key is read; a problem is noted at its place, and the answer is `undefined`. */
export type Field<T> = (reader: YamlReader, node: Node) => T | undefined;

/** Reads values out of YAML and notes what is wrong with its line and column. */
export class YamlReader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();

  constructor(private readonly file: string) {}

  /** The values of all documents of a file; of a list its items. */
  items(text: string): readonly Node[] {
    const documents = parseAllDocuments(text, { lineCounter: this.lines, version: '1.2', merge: false });
    const nodes: Node[] = [];
    for (const document of 'empty' in documents ? [] : documents) {
      for (const { pos, message } of document.errors) this.noteAt(pos[0], message.split('\n', 1)[0] ?? message);
      const { contents } = document;
      if (document.errors.length > 0 || contents === null) continue;
      if (isSeq(contents)) nodes.push(...contents.items.filter((item) => isScalar(item) || isMap(item) || isSeq(item)));
      else nodes.push(contents);
    }
    return nodes;
  }

  note(node: Node, message: string): undefined {
    this.noteAt(node.range?.[0] ?? 0, message);
    return undefined;
  }

  private noteAt(offset: number, message: string): void {
    const { line, col } = this.lines.linePos(offset);
    this.problems.push({ file: this.file, line, column: col, message });
  }
}

/** Text that is not empty; YAML reads dates as text. */
export const text: Field<string> = (reader, node) => {
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
  return reader.note(node, `expected text, got ${kindOf(node)}`);
};

export const flag: Field<boolean> = (reader, node) => {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  return reader.note(node, `expected true or false, got ${kindOf(node)}`);
};

/** A list, each of whose items is read in the same way. */
export function listOf<T>(item: Field<T>): Field<readonly T[]> {
  return (reader, node) => {
    if (!isSeq(node)) return reader.note(node, `expected a list, got ${kindOf(node)}`);
    return node.items.flatMap((one) => {
      const value = item(reader, one as Node);
      return value === undefined ? [] : [value];
    });
  };
}

/** One value, or a list of such values. */
export function oneOrMore<T>(item: Field<T>): Field<readonly T[]> {
  return (reader, node) => {
    if (isSeq(node)) return listOf(item)(reader, node);
    const value = item(reader, node);
    return value === undefined ? undefined : [value];
  };
}

/** A map with these keys and no others. */
export function mapOf<T extends object>(
  fields: { readonly [K in keyof Required<T>]: Field<Required<T>[K]> },
  required: readonly (keyof T & string)[],
): Field<T> {
  return (reader, node) => {
    if (!isMap(node)) return reader.note(node, `expected keys and values, got ${kindOf(node)}`);
    const values: Partial<T> = {};
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!Object.hasOwn(fields, name)) {
        reader.note(key as Node, `unknown key "${name}"; known are ${Object.keys(fields).join(', ')}`);
      } else if (value === null || (isScalar(value) && value.value === null)) {
        reader.note(key as Node, `expected a value for "${name}", got none`);
      } else {
        const known = name as keyof T;
        const read = fields[known](reader, value as Node);
        if (read !== undefined) values[known] = read;
      }
    }
    const missing = required.filter((name) => !node.has(name));
    if (missing.length > 0) return reader.note(node, `expected "${missing.join('", "')}", got no such key`);
    return values as T;
  };
}

export function kindOf(node: Node): string {
  if (isSeq(node)) return 'a list';
  if (isMap(node)) return 'keys and values';
  return isScalar(node) ? JSON.stringify(node.value) : 'a reference';
}
