import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { BuildOptions, Metafile } from 'esbuild';

/** Name that `lambdas/clean/handler.ts` exports. */
export const HANDLER_EXPORT = 'handler';

const LAMBDAS = join(import.meta.dirname, '..', '..', 'lambdas');
const FOLDER = join(LAMBDAS, 'clean');

/** Packages published as CommonJS call `require`, which a bundle of ES modules does not have. */
const REQUIRE_BANNER =
  "import{createRequire as winnowRequire}from'node:module';const require=winnowRequire(import.meta.url);";

/** What the thread loads late. */
const LATE = {
  chardet: join(FOLDER, 'late.ts'),
  'sanitize-html': join(FOLDER, 'late.ts'),
  'tinyld/light': join(FOLDER, 'late.ts'),
};

/**
 * The handler and the thread that it cleans in, as minified ES modules with everything in them, the SDK too. Built here from the source; the published package brings the built files instead, and
 * needs no esbuild.
 */
export function handlerCode(): Code {
  return codeOf(FOLDER, bundleHandler);
}

/** The function that learns what the stories of sites share. */
export function learnerCode(): Code {
  return codeOf(join(LAMBDAS, 'learn'), bundleLearner);
}

function codeOf(folder: string, build: (outdir: string) => unknown): Code {
  if (!existsSync(join(folder, 'handler.ts'))) return Code.fromAsset(folder);
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle: (outdir) => {
          build(outdir);
          return true;
        },
      },
    },
  });
}

/**
 * Bundles the function into a folder: `index.mjs`, `worker.mjs` with what it shares with `read-sites-*.mjs`, and `late.cjs`. In this process: `NodejsFunction`
 * starts esbuild through npx, which takes as long again and fails within another npx.
 *
 * @returns What is in each, as esbuild's metafile tells it.
 */
export function bundleHandler(outdir: string): readonly Metafile[] {
  return [
    // The main thread hands every body to the other, so what cleans in this thread stays out.
    bundleFunction('handler.ts', join(outdir, 'index.mjs'), { external: ['*/body-cleaner.ts'] }),
    // What is loaded only where something is known of sites becomes a file of its own.
    bundleFunction('worker.ts', join(outdir, 'worker.mjs'), { splitting: true, external: ['./late.cjs'], alias: LATE }),
    bundleFunction('late-packages.ts', join(outdir, 'late.cjs'), { format: 'cjs', banner: {} }),
  ];
}

/** Bundles the function that learns into a folder: `index.mjs`. */
export function bundleLearner(outdir: string): Metafile {
  return bundleFunction(join('..', 'learn', 'handler.ts'), join(outdir, 'index.mjs'));
}

/** Bundles any handler as the cleaning function is bundled. @param entry Absolute, or beside that function's. */
export function bundleFunction(entry: string, outfile: string, options: BuildOptions = {}): Metafile {
  const esbuild: typeof import('esbuild') = createRequire(import.meta.url)('esbuild');
  const { metafile } = esbuild.buildSync({
    entryPoints: [{ in: resolve(FOLDER, entry), out: basename(outfile, extname(outfile)) }],
    outdir: dirname(outfile),
    outExtension: { '.js': extname(outfile) },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE_BANNER },
    logLevel: 'error',
    absWorkingDir: join(FOLDER, '..', '..'),
    ...options,
    metafile: true,
    alias: {
      ...options.alias,
      // Four versions of it are installed; the newest has all that the others are asked for.
      entities: 'entities',
      postcss: join(FOLDER, 'no-styles.ts'),
      pako: join(FOLDER, 'no-inflate.ts'),
      '@aws-sdk/credential-provider-node': join(FOLDER, 'environment-credentials.ts'),
    },
  });
  return metafile;
}
