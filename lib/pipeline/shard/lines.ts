/** Lines of a stream, without their line feeds; of one longer than `maxBytes` only that it is: it is not held. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Buffer | 'too-long'> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, start)) {
      size += feed - start;
      yield size > maxBytes ? 'too-long' : Buffer.concat([...held, chunk.subarray(start, feed)]);
      held = [];
      size = 0;
      start = feed + 1;
    }
    size += chunk.length - start;
    if (size > maxBytes) held = [];
    else held.push(chunk.subarray(start));
  }
  if (size > 0) yield size > maxBytes ? 'too-long' : Buffer.concat(held);
}
