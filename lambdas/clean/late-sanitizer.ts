/**
 * Stands in the bundle for sanitize-html, which with its parser takes a tenth of a cold start: it is loaded by the first view
 * that is asked for. esbuild turns `require` of a module in the bundle into a function that runs it when called.
 */
type Sanitize = (html: string, options: object) => string;

declare const require: (id: string) => unknown;

let loaded: Sanitize | undefined;

/** As sanitize-html's own. */
// biome-ignore lint/style/noDefaultExport: it stands for a package whose only export this is.
export default function sanitize(html: string, options: object): string {
  loaded ??= require('../../node_modules/sanitize-html/index.js') as Sanitize;
  return loaded(html, options);
}
