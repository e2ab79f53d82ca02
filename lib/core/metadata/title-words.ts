import type { LabelledBlock } from '../document.ts';
import { isProse, type Page } from './page.ts';
import { parseUrl } from './site.ts';

const WORD = /[\p{L}\p{M}\p{N}]{3,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu;
/** Words that the last step of an address must have to say anything: shorter ones are ids and file names. */
const MIN_ADDRESS_WORDS = 3;

/** Words of three letters or more in lower case, and pairs of signs of scripts without spaces. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** UTF-16 units of a block that are looked at: an article in one line may be megabytes. */
const MAX_BLOCK_CHARS = 20_000;

/** The words of those of some blocks that are prose of `least` words or more. */
export function wordsOfProse(blocks: readonly LabelledBlock[], least: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (const entry of blocks)
    if (isProse(entry, least)) for (const word of wordsOf(entry.block.text.slice(0, MAX_BLOCK_CHARS))) words.add(word);
  return words;
}

/** Words of the last step of the page's address, as `latinWords` writes them; `null` when they are too few. */
export function addressWords(page: Page): ReadonlySet<string> | null {
  const step = parseUrl(page.info.url)?.pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words = latinWords(decoded(step));
  return words.size < MIN_ADDRESS_WORDS ? null : words;
}

/** Words as addresses write them: `Gräben` and `graeben` are the same. */
export function latinWords(text: string): ReadonlySet<string> {
  const plain = text
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => `${letter === 'ä' ? 'a' : letter === 'ö' ? 'o' : 'u'}e`)
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return new Set(wordsOf(plain));
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
