import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a module of this folder in a thread.
 *
 * @param name Without its ending.
 */
export function startThread(name: string, options: WorkerOptions): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, here), options);
  // From a checkout: a thread has not the loader for TypeScript of the thread that starts it.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(new URL(`./${name}.ts`, here).href);
  const code = `import(${loader}).then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(code, { ...options, eval: true });
}
