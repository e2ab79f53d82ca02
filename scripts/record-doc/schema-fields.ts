/** A field as the JSON Schema of the record describes it. */
export interface SchemaField {
  /** `authors[].name`; `[]` for the entries of a list, `*` for any key. */
  readonly path: string;
  /** Name of its definition, or its JSON type. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string | null;
}

interface Node {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: boolean | Node;
}

export interface Schema extends Node {
  readonly definitions: Readonly<Record<string, Node>>;
}

/** Every field of a schema, a parent before its children, each path once. */
export function fieldsOf(schema: Schema): readonly SchemaField[] {
  const fields = new Map<string, SchemaField>();
  const visit = (given: Node, path: string, required: boolean): void => {
    const name = given.$ref?.split('/').at(-1);
    const node = name === undefined ? given : (schema.definitions[name] ?? given);
    if (path !== '' && !fields.has(path)) {
      const type = name ?? (Array.isArray(node.type) ? node.type.join(' or ') : String(node.type ?? 'object'));
      // The comment of a type says what all of its values are, not what this one holds.
      fields.set(path, { path, type, required, description: given.description ?? null });
    }
    for (const option of node.anyOf ?? []) visit(inAll(option, node.anyOf ?? []), path, required);
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      visit(child, path === '' ? key : `${path}.${key}`, node.required?.includes(key) ?? false);
    }
    if (node.items !== undefined) visit(node.items, `${path}[]`, true);
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, `${path}.*`, false);
  };
  visit(schema, '', true);
  return [...fields.values()];
}

/** One of several forms, of which only what all of them demand is demanded. */
function inAll(option: Node, options: readonly Node[]): Node {
  return {
    ...option,
    required: (option.required ?? []).filter((key) => options.every((one) => one.required?.includes(key))),
  };
}
