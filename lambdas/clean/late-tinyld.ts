/**
 * Stands in the bundle for the detector of languages, whose tables are worked out when it is loaded: most articles are told by
 * their function words and never come to it. esbuild turns `require` of a module in the bundle into a function that runs it.
 */
type DetectAll = (text: string) => { lang: string; accuracy: number }[];

declare const require: (id: string) => { detectAll: DetectAll };

let loaded: DetectAll | undefined;

/** As tinyld's own. */
export function detectAll(text: string): ReturnType<DetectAll> {
  loaded ??= require('../../node_modules/tinyld/dist/tinyld.light.node.js').detectAll;
  return loaded(text);
}
