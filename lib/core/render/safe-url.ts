/** Any place without a scheme of its own; relative addresses are resolved against it to see what they become. */
const BASE = 'https://base.invalid/';

/**
 * Whether an address may stand in a record: http, https, mailto, or relative to the page, as a browser would read it.
 *
 * @see https://url.spec.whatwg.org/
 */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url, BASE)) return false;
  const { protocol } = new URL(url, BASE);
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:';
}
