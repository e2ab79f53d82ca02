import type { ElementTable, LabelledBlock } from '../../document.ts';

/** Siblings of one shape from which they are a list of entries rather than parts of a text. */
const MIN_CARDS = 5;
/** Words of an entry: shorter ones are labels, longer ones texts of their own. */
const CARD_WORDS = { min: 2, max: 90 };
/** Share of siblings of one shape that are entries. */
const MIN_ALIKE = 0.7;
const CARD_TAGS = new Set('div article section li a tr dl dd figure'.split(' '));

/** The entries of the lists of a page: siblings of one shape, each short and with a link of its own. */
export interface Cards {
  /** Their elements, in order. */
  readonly elements: readonly number[];
  /** By element: the card that holds it, or 0. */
  readonly cardOf: Int32Array;
}

/** What lies in each element, itself included; the address is that of its first link. */
interface Sums {
  readonly words: Float64Array;
  readonly linked: Float64Array;
  readonly url: (string | null)[];
}

/** By the blocks of a page: labelling and metadata ask for the same. */
const known = new WeakMap<readonly LabelledBlock[], Cards>();

/** Finds entries by shape alone, whatever is kept of them. Linear in blocks and elements. */
export function findCards(blocks: readonly LabelledBlock[], elements: ElementTable): Cards {
  const cards = known.get(blocks) ?? readCards(blocks, elements);
  known.set(blocks, cards);
  return cards;
}

function readCards(blocks: readonly LabelledBlock[], elements: ElementTable): Cards {
  const sums = sumByElement(blocks, elements);
  const groups = new Map<string, number[]>();
  const firstNames = new Map<string, string>();
  for (let at = 1; at < elements.tag.length; at++) {
    const tag = elements.tag[at] ?? '';
    if (sums.words[at] === 0 || !CARD_TAGS.has(tag)) continue;
    const names = elements.attributes[at]?.class ?? '';
    let name = firstNames.get(names);
    if (name === undefined) {
      name = firstName(names);
      firstNames.set(names, name);
    }
    const key = `${elements.parent[at]} ${tag} ${name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  const found = [...groups.values()].flatMap((group) => {
    const entries = group.filter((at) => isCard(sums, at));
    const urls = new Set(entries.map((at) => sums.url[at]));
    return urls.size >= MIN_CARDS && entries.length >= group.length * MIN_ALIKE ? entries : [];
  });
  const cardOf = new Int32Array(elements.tag.length);
  for (const at of found) cardOf[at] = at;
  // The outermost card counts: what it holds may be a list again.
  for (let at = 1; at < cardOf.length; at++) cardOf[at] = cardOf[elements.parent[at] ?? 0] || (cardOf[at] ?? 0);
  return { elements: found.filter((at) => cardOf[at] === at).sort((a, b) => a - b), cardOf };
}

function isCard({ words, linked, url }: Sums, at: number): boolean {
  const own = words[at] ?? 0;
  return url[at] !== null && own >= CARD_WORDS.min && own <= CARD_WORDS.max && (linked[at] ?? 0) >= 1;
}

function sumByElement(blocks: readonly LabelledBlock[], elements: ElementTable): Sums {
  const size = elements.tag.length;
  const words = new Float64Array(size);
  const linked = new Float64Array(size);
  const url: (string | null)[] = new Array(size).fill(null);
  for (const { block } of blocks) {
    const at = block.element;
    if (at < 0) continue;
    words[at] = (words[at] ?? 0) + block.words;
    linked[at] = (linked[at] ?? 0) + block.words * block.linkDensity;
    url[at] ??= block.links[0]?.url ?? null;
  }
  // A parent stands before its children, so one pass from the end carries every sum to the root.
  for (let at = size - 1; at > 0; at--) {
    const parent = elements.parent[at] ?? 0;
    words[parent] = (words[parent] ?? 0) + (words[at] ?? 0);
    linked[parent] = (linked[parent] ?? 0) + (linked[at] ?? 0);
    url[parent] = url[at] ?? url[parent] ?? null;
  }
  return { words, linked, url };
}

const NAME_WITHOUT_DIGITS = /(?<!\S)[^\s\d]+(?!\S)/;

/** Many systems number each entry in its class and name its topics there; the first name is that of the shape. */
function firstName(names: string): string {
  return NAME_WITHOUT_DIGITS.exec(names)?.[0] ?? '';
}
