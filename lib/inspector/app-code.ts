import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageParts } from './page.ts';

const HERE = import.meta.dirname;

/** Where the published package holds the built files. */
const BUILT_FOLDER = join(HERE, 'built');

/** Its files, by the part of the page that they hold. */
export const BUILT_FILES = { script: 'app.js', style: 'app.css', cleaner: 'cleaner.js' } as const;

/** Code and style of the page: built before, as in the package, or built now from the source. */
export async function loadPageParts(): Promise<PageParts & { readonly cleaner: string }> {
  if (!existsSync(join(HERE, 'browser', 'main.ts'))) {
    const read = (name: string) => readFileSync(join(BUILT_FOLDER, name), 'utf8');
    return { script: read(BUILT_FILES.script), style: read(BUILT_FILES.style), cleaner: read(BUILT_FILES.cleaner) };
  }
  const esbuild = await import('esbuild');
  const root = join(HERE, '..', '..');
  const build = async (entry: string): Promise<string> => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(HERE, entry)],
      write: false,
      bundle: true,
      minify: true,
      charset: 'utf8',
      format: 'iife',
      platform: 'browser',
      target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
      mainFields: ['module', 'main'],
      logLevel: 'error',
      absWorkingDir: root,
      alias: { entities: 'entities', postcss: join(root, 'lambdas', 'clean', 'no-styles.ts') },
    });
    return outputFiles[0]?.text.trim() ?? '';
  };
  const [script, style, cleaner] = await Promise.all([
    build('browser/main.ts'),
    build('browser/style.css'),
    build('browser-cleaner.ts'),
  ]);
  return { script: inElement(script), style, cleaner: inElement(cleaner) };
}

/** Code that does not end, or open, the element it stands in: such strings are left in it by literals only. */
function inElement(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3c');
}
