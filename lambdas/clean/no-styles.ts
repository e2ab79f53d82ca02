/**
 * Stands in the bundle for postcss (90 KB), which sanitize-html loads to filter `style` attributes. No view allows that
 * attribute; were one to come, sanitize-html drops what cannot be parsed.
 */
export function parse(): never {
  throw new Error('style attributes are not parsed');
}
