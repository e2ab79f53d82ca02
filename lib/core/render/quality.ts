import type { LabelledDocument } from '../document.ts';
import { isMachineNotice } from '../metadata/machine-notice.ts';
import { isForeign } from '../metadata/page.ts';
import { findCut } from '../metadata/text-end.ts';
import type { ArticleKind, Fingerprint, Quality } from '../record.ts';
import type { Piece } from './pieces.ts';

/** Below this an article is a brief, a stub or a wrong choice of region; 40 words are three sentences. */
const SHORT_WORDS = 40;
/** A removal below this confidence is a judgement, not a certainty. */
const LOW_CONFIDENCE = 0.7;
/** Share of removed prose words with low confidence from which a person should look. */
const LOW_CONFIDENCE_SHARE = 0.2;

/** Share of the paragraphs that repeat an earlier one, from which the text was put together wrongly. */
const REPEATED_SHARE = 0.05;
/** Longer ones are stories about such texts. */
const MAX_NOTICE_WORDS = 60;

/** What each flag takes off the score of 1. */
const COSTS: Readonly<Record<string, number>> = {
  'too-short': 0.4,
  'encoding-repaired': 0.2,
  'low-confidence-removals': 0.2,
  'duplicate-paragraphs': 0.1,
  'non-article': 0.3,
  'depth-capped': 0.1,
  rescued: 0.1,
  'hidden-characters': 0.1,
  truncated: 0.3,
  paywalled: 0.3,
  'machine-text': 0.1,
  'low-confidence': 0.3,
};

/** What each note of a document becomes. */
const NOTE_FLAGS: Readonly<Record<string, { readonly flag: string; readonly reason: string }>> = {
  'encoding-repaired': {
    flag: 'encoding-repaired',
    reason: 'some bytes of the source are no text in its encoding, or control characters were dropped',
  },
  'depth-capped': {
    flag: 'depth-capped',
    reason: 'elements nested deeper than 512 were read as if they were not nested',
  },
  'rescued-noscript': {
    flag: 'rescued',
    reason: 'the page shows next to no text; this was read with its noscript and template elements',
  },
  'rescued-linked-data': {
    flag: 'rescued',
    reason: 'the page shows next to no text; this stood in its linked data (articleBody)',
  },
  'rescued-script': { flag: 'rescued', reason: 'the page shows next to no text; this stood in the state of a script' },
  truncated: { flag: 'truncated', reason: 'the source has only the beginning of the text: it breaks off with dots' },
  'cut-off': { flag: 'truncated', reason: 'the source ends before the end that it announces' },
  'hidden-characters': {
    flag: 'hidden-characters',
    reason: 'characters that nobody sees but that change what is read were dropped: bidi controls, tags, annotations',
  },
  'lines-doubtful': {
    flag: 'low-confidence-removals',
    reason: 'the model would have left next to nothing of the text, so that it removed only what it is sure of',
  },
  'site-rule-not-applied': {
    flag: 'site-rule-not-applied',
    reason: 'the rule of the site would have removed more than it keeps, so that it was not applied',
  },
  'low-confidence': {
    flag: 'low-confidence',
    reason: 'the model took nothing on the page for an article; rules chose the text',
  },
};

export interface QualityInput {
  readonly labelled: LabelledDocument;
  readonly pieces: readonly Piece[];
  /** Of the text. */
  readonly words: number;
  readonly kind: ArticleKind;
  readonly fingerprint: Fingerprint;
  /** Of the decoder and the parsers. */
  readonly notes: readonly string[];
}

/** A score from 0 to 1 and the flags that lowered it, each with its reason. Judged when all else is settled. */
export function judgeQuality({ labelled, pieces, words, kind, fingerprint, notes }: QualityInput): Quality {
  const flags: { flag: string; reason: string }[] = [];
  if (words < SHORT_WORDS)
    flags.push({ flag: 'too-short', reason: `${words} words are left, fewer than ${SHORT_WORDS}` });
  if (kind === 'index' || kind === 'error-page' || kind === 'other') {
    flags.push({ flag: 'non-article', reason: `the page is of kind ${kind}` });
  }
  if (kind === 'live-blog') {
    flags.push({ flag: 'live-blog', reason: 'updates follow one another, so that the text is no single story' });
  }
  const share = lowConfidenceShare(pieces, words);
  if (share > LOW_CONFIDENCE_SHARE) {
    const percent = Math.round(share * 100);
    flags.push({
      flag: 'low-confidence-removals',
      reason: `removals below confidence ${LOW_CONFIDENCE} hold ${percent} % as many words as the text`,
    });
  }
  flags.push(...repeatFlags(fingerprint), ...machineFlags(labelled));
  for (const note of new Set(notes)) flags.push(NOTE_FLAGS[note] ?? { flag: note, reason: note });
  const cut = findCut(labelled);
  if (cut !== null && !flags.some(({ flag }) => flag === cut.flag)) flags.push(cut);
  const score = flags.reduce((sum, { flag }) => sum - (COSTS[flag] ?? 0), 1);
  return { score: Math.max(0, Math.round(score * 100) / 100), flags };
}

function repeatFlags({ paragraphs }: Fingerprint): Quality['flags'] {
  const repeated = paragraphs.length - new Set(paragraphs).size;
  if (repeated === 0 || repeated < paragraphs.length * REPEATED_SHARE) return [];
  return [
    {
      flag: 'duplicate-paragraphs',
      reason: `${repeated} of ${paragraphs.length} paragraphs of eight words or more stand in the text before`,
    },
  ];
}

function machineFlags({ blocks }: LabelledDocument): Quality['flags'] {
  // A footer speaks of some pages of its site, not of this one.
  const notice = blocks.find(
    (entry) => entry.block.words <= MAX_NOTICE_WORDS && !isForeign(entry) && isMachineNotice(entry.block.text),
  );
  if (notice === undefined) return [];
  return [{ flag: 'machine-text', reason: 'a notice says that the text was written or translated by a machine' }];
}

function lowConfidenceShare(pieces: readonly Piece[], words: number): number {
  let doubtful = 0;
  for (const piece of pieces) {
    if (!piece.kept && piece.removal.confidence < LOW_CONFIDENCE) doubtful += piece.block.words;
  }
  return doubtful / Math.max(1, words);
}
