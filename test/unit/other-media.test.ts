import { processObject } from '../../lib/pipeline.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PAGE =
  '<html><body><p>The council of Lindmouth agreed on Monday to rebuild the pier before winter.</p></body></html>';

async function outcomeOf(key: string, body: string | Uint8Array, contentType?: string) {
  const store = new MemoryStore();
  const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
  const ref = store.upload('raw', key, body, contentType === undefined ? {} : { contentType });
  const outcome = await processObject(ref, { raw: store, clean: store, quarantine: store, ...buckets });
  return outcome.outcome === 'ignored' ? outcome.why : outcome.outcome;
}

describe('objects that were never meant to be cleaned', () => {
  it.each([
    ['an image that says so', 'a.png', PNG, 'image/png', 'other-media'],
    ['an image without a type whose key says so', 'a.png', PNG, 'application/octet-stream', 'other-media'],
    ['an image that is sent as a page', 'a.html', PNG, 'text/html', 'quarantined'],
    ['an image under the key of a page', 'a.html', PNG, undefined, 'quarantined'],
    ['a page that is sent as an image', 'a.html', PAGE, 'image/png', 'cleaned'],
    ['a page under the key of an image', 'a.png', PAGE, undefined, 'cleaned'],
    ['an archive that says so', 'a.zip', 'PK\x03\x04 ...', 'application/zip', 'other-media'],
    ['settings of a folder', 'x/.DS_Store', PAGE, undefined, 'side-file'],
    ['an unfinished upload', 'x/a.html.part', PAGE, undefined, 'side-file'],
    ['a backup of an editor', 'x/a.html~', PAGE, undefined, 'side-file'],
    ['a page whose name only has such a word', 'x/part.html', PAGE, undefined, 'cleaned'],
    ['content under the key of a folder', 'x/', PAGE, undefined, 'quarantined'],
  ] as const)('%s', async (_, key, body, contentType, expected) => {
    expect(await outcomeOf(key, body, contentType)).toBe(expected);
  });
});
