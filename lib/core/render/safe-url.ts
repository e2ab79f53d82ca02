/** Any place without a scheme of its own; relative addresses are resolved against it to see what they become. */
const BASE = 'https://base.invalid/';

/**
 * Addresses that are sure to be read as http or https: a host of plain names whose last is no number, or a path from the root. No
 * character that is taken out or ends a host comes before what cannot fail any more.
 */
const PLAIN =
  /^(?:https?:\/\/(?!(?:[a-z0-9-]{1,63}\.){0,9}xn--)(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?:[/?#]|$)|\/[\w-])/;

/**
 * Whether an address may stand in a record: http, https, mailto, or relative to the page, as a browser would read it.
 *
 * @see https://url.spec.whatwg.org/
 */
export function isSafeUrl(url: string): boolean {
  if (PLAIN.test(url)) return true;
  if (!URL.canParse(url, BASE)) return false;
  const { protocol } = new URL(url, BASE);
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:';
}
