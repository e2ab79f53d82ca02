import type { RawAttributes } from './html-attributes.ts';

/** Paths under which pages of players are embedded; those of tags, pixels and like buttons are none of them. */
const EMBEDDED_PLAYER = /^[^?#]*\/(?:embed|player|videos?|video-?player|embed-?video|watch)(?:[/?#.]|$)/i;

/** 1 for an element that plays a video, by its name or by the address of what it embeds; 0 for any other. */
export function playersIn(name: string, attributes: RawAttributes | null): number {
  if (name === 'video') return 1;
  if (name !== 'iframe') return 0;
  const address = (attributes?.lazySrc ?? attributes?.src ?? '').slice(0, 2000);
  return EMBEDDED_PLAYER.test(address) ? 1 : 0;
}
