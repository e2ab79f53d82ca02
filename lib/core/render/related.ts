import { INDEX_TEASER_RULE } from '../label/html/index-page.ts';
import { STORY_DATE } from '../label/html/index-teasers.ts';
import type { RelatedStory } from '../record.ts';
import type { Piece } from './pieces.ts';

/** A headline ends without a stop and is short; a summary is what follows it. */
const HEADLINE_WORDS = 30;
const MAX_STORIES = 100;

/** Teasers that were removed, as data: the headline, the text under it, and the link where the source has one. */
export function collectRelated(pieces: readonly Piece[]): readonly RelatedStory[] {
  const stories: { title: string; summary?: string; url?: string }[] = [];
  let open: { title: string; summary?: string; url?: string } | null = null;
  for (const piece of pieces) {
    if (piece.kept) {
      open = null;
      continue;
    }
    const { block, removal } = piece;
    if (removal.class === 'image-placeholder') continue;
    if (removal.class !== 'teaser' && removal.class !== 'related') {
      open = null;
      continue;
    }
    // The line of an index that dates a story is neither its headline nor its summary.
    if (removal.rule === INDEX_TEASER_RULE && block.kind !== 'heading' && STORY_DATE.test(block.text)) continue;
    const url = block.links[0]?.url;
    const isTitle =
      block.words > 2 && block.words <= HEADLINE_WORDS && (url !== undefined || removal.class === 'teaser');
    if (isTitle && (open === null || open.summary !== undefined || url !== undefined || !endsSentence(block.text))) {
      open = { title: block.text, ...(url !== undefined && { url }) };
      stories.push(open);
    } else if (open !== null && block.text !== '') {
      open.summary = open.summary === undefined ? block.text : `${open.summary} ${block.text}`;
    }
  }
  return unique(stories).slice(0, MAX_STORIES);
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？]["'”’»)]?$/.test(text);
}

function unique(stories: readonly RelatedStory[]): readonly RelatedStory[] {
  const seen = new Set<string>();
  return stories.filter(({ title, url }) => {
    const key = url ?? title;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
