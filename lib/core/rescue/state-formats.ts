import { asObject } from '../metadata/values.ts';
import { parseJson } from './json-slices.ts';

/** Rows of a stream of server components, and values of a flat list, that are read. */
const MAX_ROWS = 5000;
const MAX_FLAT = 200_000;

const WRAPPERS = /^(?:Shallow)?Re(?:active|f)$|^Empty(?:Shallow)?Ref$/;

/**
 * Objects from a flat list in which the members of objects and arrays are indexes into the list (`devalue`); the value itself
 * when it is no such list. The result may hold itself.
 */
export function unflatten(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < 3 || value.length > MAX_FLAT || !isFlat(value)) return value;
  const built: unknown[] = value.map((entry) => {
    if (Array.isArray(entry)) return [];
    return asObject(entry) === null ? entry : {};
  });
  const pick = (index: unknown): unknown => (typeof index === 'number' && index >= 0 ? built[index] : undefined);
  value.forEach((entry: unknown, at) => {
    const target = built[at];
    if (Array.isArray(entry) && Array.isArray(target)) {
      if (typeof entry[0] === 'string' && WRAPPERS.test(entry[0])) target.push(pick(entry[1]));
      else for (const index of entry) target.push(pick(index));
    } else if (asObject(entry) !== null && asObject(target) !== null) {
      for (const [key, index] of Object.entries(entry as object))
        Object.defineProperty(target, key, { value: pick(index), enumerable: true });
    }
  });
  return built[0];
}

function isFlat(list: readonly unknown[]): boolean {
  const objects = list.filter((entry) => asObject(entry) !== null).slice(0, 50);
  const isIndex = (index: unknown): boolean => typeof index === 'number' && Number.isInteger(index);
  return objects.length > 0 && objects.every((entry) => Object.values(entry as object).every(isIndex));
}

/** The text that `push([1, "..."])` calls hand on in pieces; the other values stay as they are. */
export function joinStream(values: readonly unknown[]): readonly unknown[] {
  const pieces: string[] = [];
  const others = values.filter((value) => {
    const isPiece = Array.isArray(value) && value.length === 2 && value[0] === 1 && typeof value[1] === 'string';
    if (isPiece) pieces.push(value[1] as string);
    return !isPiece;
  });
  return pieces.length === 0 ? others : [...others, ...readRows(pieces.join(''))];
}

/** Rows `id:JSON` and `id:Tlength,text` of a stream; strings `$id` that name a row of text become that text. */
function readRows(stream: string): readonly unknown[] {
  const texts = new Map<string, string>();
  const values: unknown[] = [];
  const row = /([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?/y;
  for (let at = 0, rows = 0; at < stream.length && rows < MAX_ROWS; rows++) {
    row.lastIndex = at;
    const [head = '', id = '', length] = row.exec(stream) ?? [];
    const from = at + head.length;
    const feed = stream.indexOf('\n', from);
    at = length === undefined ? (feed < 0 ? stream.length : feed + 1) : endOfBytes(stream, from, parseInt(length, 16));
    if (length !== undefined) texts.set(`$${id}`, stream.slice(from, at));
    else if (head !== '') values.push(parseJson(stream.slice(from, at).replace(/^[A-Z]{1,2}(?=[[{"])/, '')));
  }
  if (texts.size > 0) nameTexts(values, texts);
  return values;
}

/** Puts the texts where values name them. The values were parsed here and belong to no one else. */
function nameTexts(values: unknown[], texts: ReadonlyMap<string, string>): void {
  const open: object[] = [values];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const [key, part] of Object.entries(holder)) {
      const text = typeof part === 'string' && part.length < 12 ? texts.get(part) : undefined;
      if (text !== undefined) Object.defineProperty(holder, key, { value: text, enumerable: true });
      else if (typeof part === 'object' && part !== null) open.push(part);
    }
  }
}

/** Index behind so many UTF-8 bytes of a text. */
function endOfBytes(text: string, from: number, bytes: number): number {
  let at = from;
  for (let left = bytes; left > 0 && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    left -= unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return at;
}
