import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

/** Name that `lambdas/clean/handler.ts` exports. */
export const HANDLER_EXPORT = 'handler';

const FOLDER = join(import.meta.dirname, '..', '..', 'lambdas', 'clean');

/** Packages published as CommonJS call `require`, which a bundle of ES modules does not have. */
const REQUIRE_BANNER =
  "import{createRequire as winnowRequire}from'node:module';const require=winnowRequire(import.meta.url);";

/**
 * The handler as one minified ES module with everything in it, the SDK too. Built here from the source; the published
 * package brings the built file instead, and needs no esbuild.
 */
export function handlerCode(): Code {
  const entry = join(FOLDER, 'handler.ts');
  if (!existsSync(entry)) return Code.fromAsset(FOLDER);
  return Code.fromAsset(FOLDER, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle: (outdir) => {
          bundle(entry, join(outdir, 'index.mjs'));
          return true;
        },
      },
    },
  });
}

/** In this process: `NodejsFunction` starts esbuild through npx, which takes as long again and fails within another npx. */
function bundle(entry: string, outfile: string): void {
  const esbuild: typeof import('esbuild') = createRequire(import.meta.url)('esbuild');
  esbuild.buildSync({
    entryPoints: [entry],
    outfile,
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
    alias: {
      // Four versions of it are installed; the newest has all that the others are asked for.
      entities: 'entities',
      postcss: join(FOLDER, 'no-styles.ts'),
    },
  });
}
