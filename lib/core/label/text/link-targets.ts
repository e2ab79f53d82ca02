import type { Block, Removal } from '../../document.ts';
import type { Draft, Proposal } from './draft.ts';

const CONTROL: Removal = { class: 'navigation', rule: 'link-control', confidence: 0.95 };
const CHANNEL: Removal = { class: 'share', rule: 'link-channel', confidence: 0.95 };

/** Words of a line of buttons, and of an invitation; in longer ones such a link is part of a story. */
const MAX_CONTROL_WORDS = 24;
const MAX_CHANNEL_WORDS = 30;
/** A script in place of an address: a button, of which the scrape has the words. */
const SCRIPT = /^javascript:/i;
/** Where readers follow a channel, not where something is said in it. */
const CHANNEL_ADDRESS =
  /^https?:\/\/(?:www\.)?(?:whatsapp\.com\/channel\/|chat\.whatsapp\.com\/|news\.google\.com\/(?:publications|newsstand)|google\.com\/preferences\/source|(?:invite|chats)\.viber\.com|t\.me\/(?:joinchat\/|\+)|line\.me\/(?:r\/|ti\/)|lin\.ee\/|pf\.kakao\.com\/|zalo\.me\/|discord\.(?:gg|com\/invite)\/|apps\.apple\.com\/|play\.google\.com\/store\/apps\/)/i;

/** Labels lines by where their links lead, whatever language they are in: buttons, invitations to channels and apps. */
export function labelLinkTargets({ blocks, removals }: Draft): Proposal {
  const found = new Map<number, Removal>();
  blocks.forEach((block, i) => {
    const removal = removals[i] === null ? removalOf(block) : null;
    if (removal !== null) found.set(i, removal);
  });
  return found;
}

function removalOf({ kind, links, words }: Block): Removal | null {
  if (links.length === 0 || kind === 'code' || kind === 'table-row') return null;
  if (words <= MAX_CONTROL_WORDS && links.every(({ url }) => SCRIPT.test(url))) return CONTROL;
  return words <= MAX_CHANNEL_WORDS && links.some(({ url }) => CHANNEL_ADDRESS.test(url)) ? CHANNEL : null;
}
