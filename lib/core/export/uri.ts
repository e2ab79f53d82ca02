/** Characters that addresses in pages hold and RFC 3986 does not allow outside the brackets of an IPv6 host. */
const ILLEGAL = /[|{}^`\\]|%(?![0-9A-Fa-f]{2})/g;
const BRACKETS = /[[\]]/g;

/** An absolute http or https address in the form of RFC 3986; `null` for anything else. */
export function webUri(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const tail = url.href
    .slice(url.origin.length)
    .replace(ILLEGAL, encodeURIComponent)
    .replace(BRACKETS, encodeURIComponent);
  return url.username === '' && url.password === '' ? url.origin + tail : null;
}

/** Where the article can be read; `null` when the record knows no web address. */
export function pageUri(record: { readonly canonicalUrl?: string; readonly url?: string }): string | null {
  return webUri(record.canonicalUrl) ?? webUri(record.url);
}

/** The date and time, for formats that know no bare date; `null` where the source gives only the day. */
export function timeOnly(date: string | undefined): string | null {
  return date?.includes('T') ? date : null;
}
