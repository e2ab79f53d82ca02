import { batchOf } from '../../queue-batch.ts';
import { type Bench, cleaned, quarantined, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';

/** Events that come twice, late, or of what has changed meanwhile. */
export const REPEATS: readonly Scenario[] = [
  { number: 1, title: 'same event twice', run: sameEventTwice },
  { number: 2, title: 'same event twice, in parallel', run: sameEventInParallel },
  { number: 3, title: 'versions of one key, events out of order', run: eventsOutOfOrder },
  { number: 4, title: 'object deleted meanwhile', run: deletedMeanwhile },
  { number: 5, title: 'object overwritten between event and GET', run: overwrittenMeanwhile },
  { number: 6, title: 'ObjectRemoved events', run: removedEvents },
];

async function sameEventTwice(bench: Bench): Promise<string> {
  const handler = bench.handler();
  const good = await bench.rig.upload(bench.key('good'), article('ferries'));
  const bad = await bench.rig.upload(bench.key('bad'), '%PDF-1.7', 'application/pdf');
  for (let time = 0; time < 3; time++) await bench.deliver(handler, [good, bad]);
  await bench.judge([cleaned(good), quarantined(bad)]);
  return '3 deliveries of 2 events';
}

async function sameEventInParallel(bench: Bench): Promise<string> {
  const event = await bench.rig.upload(bench.key('page'), article('locks'));
  bench.rig.proxy.rules.push({
    fault: 'delay',
    milliseconds: 30,
    applies: ({ method, key }) => method === 'PUT' && key.startsWith(bench.prefix),
  });
  const handlers = Array.from({ length: 8 }, () => bench.handler());
  const answers = await Promise.all(handlers.map((handler) => handler.handle(batchOf([messageOf(event)]))));
  const failed = answers.flatMap((answer) => answer.batchItemFailures).length;
  bench.claim(failed === 0, `${failed} of 8 runs failed`);
  await bench.judge([cleaned(event)]);
  return '8 handlers at once';
}

async function eventsOutOfOrder(bench: Bench): Promise<string> {
  const orders = permutations([0, 1, 2]);
  const handler = bench.handler();
  for (const [place, order] of orders.entries()) {
    const key = bench.key(`page-${place}`);
    const events = [];
    for (const number of [1, 2, 3]) events.push(await bench.rig.upload(key, article(`draft ${number} of ${place}`)));
    for (const index of order) await bench.deliver(handler, events.slice(index, index + 1));
    await bench.judge(events.slice(2).map(cleaned), 'keep', key);
  }
  return `${orders.length} orders of 3 versions`;
}

async function deletedMeanwhile(bench: Bench): Promise<string> {
  const { rig } = bench;
  const handler = bench.handler();
  const gone = await rig.upload(bench.key('gone'), article('gone'));
  await rig.remove(bench.key('gone'), gone.s3.object.versionId);
  const hidden = await rig.upload(bench.key('hidden'), article('hidden'));
  await rig.remove(bench.key('hidden'));
  const deliveries = await bench.deliver(handler, [gone, hidden]);
  bench.claim(Math.max(...deliveries) === 1, 'a deleted object came back through the queue');
  const ignored = JSON.stringify(handler.lines).includes('"why":"gone"');
  bench.claim(ignored, 'the deleted object has no outcome in the log');
  // Behind a delete marker the version that the event names is still there, and is cleaned.
  await bench.judge([{ key: bench.key('gone'), outcome: 'ignored' }, cleaned(hidden)]);
  return '1 version gone, 1 behind a delete marker';
}

async function overwrittenMeanwhile(bench: Bench): Promise<string> {
  const { rig } = bench;
  const key = bench.key('page');
  const first = await rig.upload(key, article('the first draft'));
  const handler = bench.handler();
  rig.proxy.rules.push({ fault: 'delay', milliseconds: 60, times: 1, applies: (one) => one.key === key });
  const late = bench.deliver(handler, [first]);
  const second = await rig.upload(key, article('the second draft'));
  await late;
  const { body, metadata } = await rig.read('clean', `${key}.json`);
  const record = JSON.parse(body.toString()) as { text: string; provenance: { etag: string } };
  bench.claim(record.text === article('the first draft').trim(), 'the bytes are not those of the version of the event');
  bench.claim(record.provenance.etag === metadata['winnow-source-etag'], 'record and metadata name different bytes');
  bench.claim(record.provenance.etag === first.s3.object.eTag, 'the record names other bytes than were cleaned');
  await bench.deliver(handler, [second]);
  await bench.judge([cleaned(second)]);
  return 'GET held while a new version came';
}

async function removedEvents(bench: Bench): Promise<string> {
  const { rig } = bench;
  for (const mode of ['keep', 'delete', 'tombstone'] as const) {
    const handler = bench.handler({ variables: { REMOVED_OBJECTS: mode } });
    const expected = [];
    for (const order of permutations([0, 1])) {
      const key = bench.key(`${mode}/${order.join('')}`);
      const events = [await rig.upload(key, article(key)), await rig.remove(key)];
      for (const index of order) await bench.deliver(handler, events.slice(index, index + 1));
      expected.push({ key, outcome: 'removed' as const });
    }
    const key = bench.key(`${mode}/again`);
    const events = [
      await rig.upload(key, article(key)),
      await rig.remove(key),
      await rig.upload(key, article('again')),
    ];
    for (const index of [0, 2, 1]) await bench.deliver(handler, events.slice(index, index + 1));
    await bench.judge([...expected, ...events.slice(2).map(cleaned)], mode, bench.key(`${mode}/`));
  }
  return 'keep, delete and tombstone; event before, after and behind a new upload';
}

export function permutations<T>(values: readonly T[]): readonly (readonly T[])[] {
  if (values.length < 2) return [values];
  return values.flatMap((first, place) =>
    permutations(values.filter((_, other) => other !== place)).map((rest) => [first, ...rest]),
  );
}
