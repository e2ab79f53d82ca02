import { RULES } from './all.ts';
import { phraseKey } from './phrase-key.ts';
import type { Rule } from './rule.ts';

/** Letters that phrases are indexed by. */
const INDEX_LETTERS = 3;
/** Longest line that may begin with a label, words: with more it is a text that happens to begin so. */
const MAX_WORDS = 14;
/** A phrase of one word needs so many letters: short ones (“More”, “Ad”) begin all kinds of lines. Han, kana and Hangul say more a letter. */
const MIN_LETTERS = 9;
const MIN_IDEOGRAPHS = 3;
const IDEOGRAPH = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u;
const LETTER = /[\p{L}\p{N}]/u;

interface Label {
  readonly phrase: string;
  readonly rule: Rule;
}

let index: ReadonlyMap<string, readonly Label[]> | null = null;

function indexLabels(): ReadonlyMap<string, readonly Label[]> {
  const labels = new Map<string, Label[]>();
  for (const rule of RULES) {
    // Image words (“Photo of ...”) and printers' marks begin lines of any kind.
    if (rule.class === 'image-placeholder' || rule.class === 'separator' || rule.class === 'byline') continue;
    for (const match of rule.match) {
      if (match.kind === 'form' || match.kind === 'opening') continue;
      for (const phrase of match.phrases.map(phraseKey)) {
        if (!isTelling(phrase)) continue;
        const key = phrase.slice(0, INDEX_LETTERS);
        labels.set(key, [...(labels.get(key) ?? []), { phrase, rule }]);
      }
    }
  }
  for (const [key, list] of labels)
    labels.set(
      key,
      list.sort((a, b) => b.phrase.length - a.phrase.length),
    );
  return labels;
}

function isTelling(phrase: string): boolean {
  if (IDEOGRAPH.test(phrase)) return phrase.length >= MIN_IDEOGRAPHS;
  return phrase.includes(' ') || phrase.length >= MIN_LETTERS;
}

/**
 * The rule of the longest phrase that a short line begins with (“Related articles on the harbour”); `null` without one. Not
 * enough to remove a line: it names lines of which something else has shown that they are no part of the article.
 */
export function matchPhraseStart(text: string, words: number): Rule | null {
  if (words > MAX_WORDS) return null;
  index ??= indexLabels();
  const key = phraseKey(text);
  const found = index.get(key.slice(0, INDEX_LETTERS))?.find(({ phrase }) => {
    if (!key.startsWith(phrase)) return false;
    return IDEOGRAPH.test(phrase) || !LETTER.test(key.charAt(phrase.length));
  });
  return found?.rule ?? null;
}
