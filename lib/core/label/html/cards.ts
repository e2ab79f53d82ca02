import type { Block, ElementTable, LabelledBlock } from '../../document.ts';

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

interface Sum {
  words: number;
  linked: number;
  url: string | null;
}

/** Finds entries by shape alone, whatever is kept of them. Linear in blocks and elements. */
export function findCards(blocks: readonly LabelledBlock[], elements: ElementTable): Cards {
  const sums = sumByElement(blocks, elements);
  const groups = new Map<string, number[]>();
  const firstNames = new Map<string, string>();
  for (let at = 1; at < elements.tag.length; at++) {
    const tag = elements.tag[at] ?? '';
    if (!CARD_TAGS.has(tag) || (sums[at]?.words ?? 0) === 0) continue;
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
    const entries = group.filter((at) => isCard(sums[at]));
    const urls = new Set(entries.map((at) => sums[at]?.url));
    return urls.size >= MIN_CARDS && entries.length >= group.length * MIN_ALIKE ? entries : [];
  });
  const cardOf = new Int32Array(elements.tag.length);
  for (const at of found) cardOf[at] = at;
  // The outermost card counts: what it holds may be a list again.
  for (let at = 1; at < cardOf.length; at++) cardOf[at] = cardOf[elements.parent[at] ?? 0] || (cardOf[at] ?? 0);
  return { elements: found.filter((at) => cardOf[at] === at).sort((a, b) => a - b), cardOf };
}

function isCard(sum: Sum | undefined): boolean {
  if (sum === undefined || sum.url === null) return false;
  return sum.words >= CARD_WORDS.min && sum.words <= CARD_WORDS.max && sum.linked >= 1;
}

function sumByElement(blocks: readonly LabelledBlock[], elements: ElementTable): readonly Sum[] {
  const sums = Array.from(elements.tag, (): Sum => ({ words: 0, linked: 0, url: null }));
  for (const { block } of blocks) {
    const sum = sums[block.element];
    if (sum === undefined) continue;
    sum.words += block.words;
    sum.linked += block.words * block.linkDensity;
    sum.url ??= firstLink(block);
  }
  // A parent stands before its children, so one pass from the end carries every sum to the root.
  for (let at = sums.length - 1; at > 0; at--) {
    const own = sums[at];
    const parent = sums[elements.parent[at] ?? 0];
    if (own === undefined || parent === undefined) continue;
    parent.words += own.words;
    parent.linked += own.linked;
    parent.url = own.url ?? parent.url;
  }
  return sums;
}

function firstLink({ links }: Block): string | null {
  return links[0]?.url ?? null;
}

/** Many systems number each entry in its class and name its topics there; the first name is that of the shape. */
function firstName(names: string): string {
  return names.split(/\s+/).find((name) => name !== '' && !/\d/.test(name)) ?? '';
}
