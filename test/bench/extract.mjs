// Child process of `npm run bench:quality`: extracts pages with one of the other extractors, a message a page.
// The page goes through parse5 first: linkedom does not build the tree that browsers build, for which these programs were written.

import { parse, serialize } from 'parse5';
import { SYSTEMS } from './systems.mjs';

const extract = SYSTEMS[process.argv[2]];
// Some of the systems load what a page only refers to; here all see the same bytes.
globalThis.fetch = () => Promise.reject(new Error('no network while pages are compared'));
// Standard output belongs to the parent.
console.log = console.error;

process.on('message', async ({ html, url }) => {
  try {
    process.send({ content: (await extract(serialize(parse(html)), url ?? undefined)) ?? '' });
  } catch (error) {
    process.send({ content: '', error: String(error) });
  }
});

process.send('ready');
