/**
 * Stands in the bundle of the thread for packages that one object seldom needs, and that take a third of the code it would have to
 * read at a cold start: the sanitiser of HTML views, the detector of languages, whose tables are worked out when it is loaded, and
 * that of charsets.
 */
type Late = typeof import('./late-packages.ts');

declare const require: (file: string) => Late;

let loaded: Late | undefined;

function late(): Late {
  loaded ??= require('./late.cjs');
  return loaded;
}

/** As sanitize-html's own. */
const sanitize = (...args: Parameters<Late['sanitize']>): string => late().sanitize(...args);
/** As tinyld's own. */
export const detectAll: Late['detectAll'] = (...args) => late().detectAll(...args);
/** As chardet's own. */
export const analyse: Late['analyse'] = (...args) => late().analyse(...args);

// biome-ignore lint/style/noDefaultExport: it stands for a package whose only export this is.
export default sanitize;
