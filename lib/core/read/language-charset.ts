/**
 * Legacy encodings of a language, by WHATWG name, the likeliest first, for the languages whose encodings differ from
 * windows-1252 and for those that also came from Macintosh and DOS.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export const LANGUAGE_CHARSETS: Readonly<Record<string, readonly string[]>> = {
  ar: ['windows-1256', 'iso-8859-6'],
  ba: ['windows-1251'],
  be: ['windows-1251', 'ibm866'],
  bg: ['windows-1251', 'ibm866'],
  cs: ['windows-1250', 'iso-8859-2'],
  el: ['windows-1253', 'iso-8859-7'],
  et: ['windows-1257', 'iso-8859-13'],
  fa: ['windows-1256'],
  he: ['windows-1255', 'iso-8859-8'],
  hr: ['windows-1250', 'iso-8859-2'],
  hu: ['windows-1250', 'iso-8859-2'],
  lt: ['windows-1257', 'iso-8859-13'],
  lv: ['windows-1257', 'iso-8859-13'],
  mk: ['windows-1251'],
  pl: ['windows-1250', 'iso-8859-2'],
  ro: ['windows-1250', 'iso-8859-2', 'iso-8859-16'],
  ru: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  sk: ['windows-1250', 'iso-8859-2'],
  sl: ['windows-1250', 'iso-8859-2'],
  sr: ['windows-1251', 'windows-1250', 'iso-8859-2'],
  th: ['windows-874'],
  tr: ['windows-1254'],
  uk: ['windows-1251', 'koi8-u', 'ibm866'],
  vi: ['windows-1258'],
};
