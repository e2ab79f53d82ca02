import { processObject } from '../../lib/pipeline.ts';
import { MemoryStore } from '../support/memory-store.ts';

const STORY = 'The council of Lindmouth agreed on Monday to rebuild the pier before winter sets in.';

async function clean(body: string) {
  const store = new MemoryStore();
  const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
  const options = { html: true, markdown: true };
  const ref = store.upload('raw', 'a.html', body);
  const outcome = await processObject(ref, { raw: store, clean: store, quarantine: store, ...buckets, options });
  const record = outcome.outcome === 'cleaned' ? store.json('clean', 'a.html.json') : {};
  return { outcome, record, bytes: store.versions('clean', 'a.html.json')[0]?.body.length ?? 0 };
}

describe('the length of a record', () => {
  it('leaves an article its views', async () => {
    const { record } = await clean(`<article>${`<p>${STORY} ${STORY}</p>`.repeat(200)}</article>`);
    expect(record).toMatchObject({ html: expect.any(String), markdown: expect.any(String) });
  });

  it('costs the views before it is more than four times that of the article', async () => {
    const quotes = '"<&|*_" '.repeat(20);
    const body = `<article>${`<p>${STORY}</p><p>${quotes}and so on, she said.</p>`.repeat(400)}</article>`;
    const { record, bytes } = await clean(body);
    expect(bytes).toBeLessThanOrEqual(4 * body.length + 16 * 1024);
    expect(record.html).toBeUndefined();
    expect(record.quality).toMatchObject({
      flags: expect.arrayContaining([expect.objectContaining({ flag: 'views-omitted' })]),
    });
    expect(record.text).toContain(STORY);
  });

  it('has an object refused that is longer without its views', async () => {
    const { outcome } = await clean(`<article><p>${STORY}${'<p>a'.repeat(40_000)}</article>`);
    expect(outcome).toMatchObject({ outcome: 'quarantined', reason: 'too-complex' });
  });
});
