import { INDEX_TEASER_RULE } from '../label/html/index-page.ts';
import { STORY_DATE } from '../label/html/index-teasers.ts';
import { BARE_TEASER_RULE, TEASER_NOTE_RULE } from '../label/text/teaser-rules.ts';
import type { RelatedStory } from '../record.ts';
import type { Piece } from './pieces.ts';
import { isSafeUrl } from './safe-url.ts';

/** A headline ends without a stop and is short; a summary is what follows it. */
const HEADLINE_WORDS = 30;
const MAX_STORIES = 100;

interface OpenStory {
  title: string;
  summary?: string;
  url?: string;
}

const FIRST_SENTENCE = /^.{20,300}?[.!?…。！？]["'”’»)]*(?=\s|$)/u;

/** A card that is nothing but text goes by its first sentence; the rest is its summary. */
function fromText(text: string): OpenStory {
  const title = FIRST_SENTENCE.exec(text)?.[0] ?? text;
  const summary = text.slice(title.length).trim();
  return { title, ...(summary !== '' && { summary }) };
}

/** Teasers that were removed, as data: the headline, the text under it, and the link where the source has one. */
export function collectRelated(pieces: readonly Piece[]): readonly RelatedStory[] {
  const stories: OpenStory[] = [];
  let open: OpenStory | null = null;
  let bare = false;
  for (const piece of pieces) {
    if (piece.kept) {
      open = null;
      continue;
    }
    const { block, removal } = piece;
    if (removal.class === 'image-placeholder' || removal.rule === TEASER_NOTE_RULE) continue;
    if (removal.class !== 'teaser' && removal.class !== 'related') {
      open = null;
      continue;
    }
    // The line of an index that dates a story is neither its headline nor its summary.
    if (removal.rule === INDEX_TEASER_RULE && block.kind !== 'heading' && STORY_DATE.test(block.text)) continue;
    if (removal.rule === BARE_TEASER_RULE && (open === null || open.summary !== undefined || bare)) {
      open = fromText(block.text);
      bare = true;
      stories.push(open);
      continue;
    }
    bare = false;
    const url = block.links.find((link) => isSafeUrl(link.url))?.url;
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
