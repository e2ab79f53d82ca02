import type { InspectedDocument } from '../inspected.ts';

/** Whether the source is at hand, packed or not. */
export function hasSource({ source, packedSource }: InspectedDocument): boolean {
  return source !== undefined || packedSource !== undefined;
}

/** The document with its source as text, where it has one. */
export async function unpackSource(inspected: InspectedDocument): Promise<InspectedDocument> {
  const { packedSource, ...rest } = inspected;
  if (packedSource === undefined) return inspected;
  const packed = Uint8Array.from(atob(packedSource), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return { ...rest, source: await new Response(stream).text() };
}
