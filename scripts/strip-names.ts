/** Attributes that a sanitizer takes away. */
const NAMES = /\s(?:class|id|role|itemprop|itemtype|aria-[\w-]+|data-[\w-]+|style|rel)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/** The source of a page as a sanitizer leaves it: without the names that say what its elements are. */
export function stripNames(source: string): string {
  return source.replace(NAMES, '');
}
