/** Run as a process of its own, as loading and running the CDK blocks for seconds: writes the function as JSON to standard output. */
import { synthesize } from '../infra/synthesize.ts';

const [outdir] = process.argv.slice(2);
if (outdir === undefined) throw new Error('expected the folder to synthesise into');
process.stdout.write(JSON.stringify(synthesize(outdir)));
