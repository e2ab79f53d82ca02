import type { Block } from '../../document.ts';
import { isCreditedLine } from '../rules/credit-tail.ts';
import { phraseKey } from '../rules/phrase-key.ts';
import { phraseRemoval } from '../rules/phrase-removal.ts';
import { matchPhraseStart } from '../rules/phrase-start.ts';
import { WordFinder } from '../rules/word-finder.ts';
import { hasPhotoCredit } from '../text/captions.ts';
import { tellsOccupation } from '../text/person-name.ts';
import { NAMING_ROWS, type NamingRow } from './naming-words.ts';
import type { RemovalName } from './removal-name.ts';

/** Rule id of what the beginning of a phrase rule or a trade word names. */
export const WORDS_RULE = 'model-words';

const MAX_CAPTION_WORDS = 60;
const MAX_CREDIT_WORDS = 8;
const MAX_BIO_WORDS = 120;
const MAX_CONTACT_WORDS = 25;
const CONTACT =
  /(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.[a-z]{2}|(?:^|(?<![\d\s()/.-])\s+)\+?\d[\d ()/.-]{7,20}\d(?:\s|$)/i;
/** What a telephone number begins with, or more: few short lines have it or the sign of an address. */
const MANY_DIGITS = /\d[\d ()/.-]{7}/;
/** A telephone number, and no date or range of years. */
const DATE = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d{2}\b/;
/** `Ann Lee/Agency`, `Bo Berg / Getty Images`: how agencies write who took a picture. */
const CREDIT_LINE =
  /^(?:©\s?)?(?:\p{Lu}[\p{L}.'’-]{0,30} ){1,3}\p{Lu}[\p{L}.'’-]{1,30}\s?\/\s?[\p{Lu}@][\p{L}\p{N}. -]{1,40}$/u;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}©]/u;

interface ReadyRow {
  readonly row: NamingRow;
  readonly names: (key: string) => boolean;
}

interface ReadyRows {
  readonly all: readonly ReadyRow[];
  /** Those whose words stand at the start of a line, and the first two units of their words: few lines begin so. */
  readonly atStart: readonly ReadyRow[];
  readonly starts: ReadonlySet<string>;
  /** Finds the words of the others: most lines hold none. */
  readonly anyWithin: WordFinder;
}

let ready: ReadyRows | null = null;

function readyRows(): ReadyRows {
  const starts = new Set<string>();
  const within = { spaced: [] as string[], unspaced: [] as string[] };
  const all = NAMING_ROWS.map((row): ReadyRow => {
    const words = row.words.split('|').map(phraseWord);
    const spaced = words.filter((word) => !UNSPACED.test(word));
    const unspaced = words.filter((word) => UNSPACED.test(word));
    if (row.where === 'start') {
      for (const word of words) starts.add(startOf(word));
      const pattern = startPattern(spaced, unspaced);
      const own = new Set(words.map(startOf));
      return { row, names: (key) => own.has(startOf(key)) && pattern.test(key) };
    }
    within.spaced.push(...spaced);
    within.unspaced.push(...unspaced);
    const finder = new WordFinder({ spaced, unspaced });
    return { row, names: (key) => finder.isIn(key) };
  });
  return { all, atStart: all.filter(({ row }) => row.where === 'start'), starts, anyWithin: new WordFinder(within) };
}

/** The rows of which one may name a line. */
function rowsFor(key: string): readonly ReadyRow[] {
  ready ??= readyRows();
  if (ready.anyWithin.isIn(key)) return ready.all;
  return ready.starts.has(startOf(key)) ? ready.atStart : [];
}

/** What tells most lines from those that begin with a word. */
function startOf(text: string): string {
  return text.slice(0, 2);
}

function startPattern(spaced: readonly string[], unspaced: readonly string[]): RegExp {
  const parts = [
    { words: spaced, behind: '(?![\\p{L}\\p{N}])' },
    { words: unspaced, behind: '' },
  ];
  const sources = parts
    .filter(({ words }) => words.length > 0)
    .map(({ words, behind }) => `^(?:${words.map(escapeWord).join('|')})${behind}`);
  return new RegExp(sources.join('|'), 'u');
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()[\]\\]/g, '\\$&');
}

/** As `phraseKey` leaves it within a line. */
function phraseWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/**
 * What the wording of a line says that it is, most certain first; `null` when it says nothing.
 *
 * @param isBehind Whether it stands behind the article.
 * @param isTried Whether the phrase rules have been tried on it, in vain.
 */
export function nameByWords(block: Block, isBehind: boolean, isTried: boolean): RemovalName | null {
  const phrase = isTried ? null : phraseRemoval(block);
  // Rules for text hold time stamps for bylines; on a page dates are told from names, by place.
  if (phrase !== null && !phrase.rule.startsWith('timestamp-')) return { class: phrase.class, rule: phrase.rule };
  if (isCreditedLine(block)) return { class: 'caption', rule: 'caption-with-credit' };
  const { text, words } = block;
  if (isBehind && words <= MAX_BIO_WORDS && tellsOccupation(text)) return { class: 'bio', rule: WORDS_RULE };
  if (words <= MAX_CAPTION_WORDS && hasPhotoCredit(text)) return { class: 'caption', rule: WORDS_RULE };
  if (words <= MAX_CREDIT_WORDS && text.includes('/') && CREDIT_LINE.test(text))
    return { class: 'credit', rule: WORDS_RULE };
  const start = matchPhraseStart(text, words);
  if (start !== null && start.class !== 'other') return { class: start.class, rule: WORDS_RULE };
  return nameByTradeWords(text, words);
}

function nameByTradeWords(text: string, words: number): RemovalName | null {
  const key = phraseKey(text);
  const found = rowsFor(key).find(({ row, names }) => words <= row.maxWords && names(key));
  if (found !== undefined) return { class: found.row.class, rule: WORDS_RULE };
  // The whole key loses the sign at the start of a line.
  if (words <= 40 && text.startsWith('©')) return { class: 'footer', rule: WORDS_RULE };
  const mayBeContact = words <= MAX_CONTACT_WORDS && (text.includes('@') || MANY_DIGITS.test(text));
  if (mayBeContact && CONTACT.test(text) && !DATE.test(text)) return { class: 'contact', rule: WORDS_RULE };
  return null;
}
