import type { LabelledBlock, LabelledDocument } from '../document.ts';
import { matchRule } from '../label/rules/match-rule.ts';
import { countWords } from '../parse/words.ts';
import { readGraph } from './json-ld.ts';
import { property } from './values.ts';

/** How a source ends before its story does; `null` where nothing says so. */
export interface CutText {
  readonly flag: 'truncated' | 'paywalled';
  readonly reason: string;
}

/** Words of a block from which it is prose and not a label. */
const MIN_PROSE_WORDS = 8;
/** Blocks behind the last prose, and for pages that say they are locked before it too, in which the notice stands. */
const NOTICE_REACH = 12;
/** Words of a notice that is kept; longer ones are prose. */
const MAX_KEPT_NOTICE_WORDS = 40;
/** Words below which a text in front of such a notice is its beginning, even where it ends with a full stop. */
const MAX_BEGINNING_WORDS = 200;

const ELLIPSIS = /(?:…|\.{3})\s?["'”’»)\]]?$/u;
/** Signs that programs set where they cut: `[…]`, `[+1234 chars]`. */
const CUT_MARK = /(?:\[\s?(?:…|\.{3})\s?\]|\[\+\d{1,7} chars\])\s*$/iu;
/** The whole text of a link to the rest. */
const READ_MORE =
  /^(?:(?:continue|keep) reading|read (?:more|on|the full (?:article|story))|(?:mehr|weiter) ?lesen|lire la suite|(?:seguir|sigue) leyendo|leer más|continua a leggere|leggi (?:tutto|di più)|(?:continue|continuar) lendo|leia mais|lees (?:verder|meer)|czytaj (?:dalej|więcej)|läs (?:mer|vidare)|læs (?:mere|videre)|les (?:mer|videre)|lue lisää|číst dále|devamını oku|читать (?:далее|дальше)|читати далі|続きを読む|もっと見る|계속 읽기|더 보기|继续阅读|阅读全文|閱讀更多)\s?[.…»›>→]{0,4}$/iu;
/** What a notice says that stands in place of the rest; a label of a log-in says none of it. */
const REST_IS_CLOSED =
  /continue reading|keep reading|to read (?:the (?:rest|full)|this)|(?:rest|remainder) of (?:the|this)|full (?:article|story|access)|unlock|(?:for|already a|to) subscribers?\b|subscribe to (?:read|continue)|weiterlesen|artikel (?:lesen|freischalten)|(?:für|bereits) abonnent|mit abo|lire la suite|réservée? (?:aux|à nos) abonnés|déjà abonné|(?:seguir|sigue) leyendo|para suscriptores|(?:soy|eres) suscriptor|(?:continue|continuar) lendo|para assinantes|é assinante|continua a leggere|(?:agli|sei già) abbonat|voor abonnees|verder lezen|dla subskrybentów|czytaj dalej|för prenumeranter|redan prenumerant|läsa vidare|for abonnenter|læs videre|les videre|vain tilaajille|jatka lukemista|pro předplatitele|для подписчиков|для передплатників|有料会員|有料記事|会員限定|続きを読む|続きは|残り\s?\d+文字|유료 회원|구독|订阅后|訂戶|继续阅读/iu;

/** Tells from the place where the text ends, and from what the page says of itself, that more of it exists elsewhere. */
export function findCut(labelled: LabelledDocument): CutText | null {
  const { blocks } = labelled;
  const last = lastProse(blocks);
  const text = blocks[last]?.block.text ?? '';
  const words = blocks.reduce((sum, { block, removal }) => (removal === null ? sum + block.words : sum), 0);
  const paywall = findPaywall(labelled, { last, words, breaksOff: ELLIPSIS.test(text) });
  if (paywall !== null) return { flag: 'paywalled', reason: paywall };
  if (CUT_MARK.test(text)) return { flag: 'truncated', reason: 'the text ends with the mark of a cut' };
  const behind = blocks.slice(last + 1, last + 4);
  if (last >= 0 && ELLIPSIS.test(text) && behind.some(({ block }) => READ_MORE.test(block.text))) {
    return { flag: 'truncated', reason: 'the text breaks off with dots before a link to the rest' };
  }
  return null;
}

function isProse({ block, removal, type }: LabelledBlock): boolean {
  return removal === null && type === null && block.words >= MIN_PROSE_WORDS && block.linkDensity < 0.5;
}

/** Index of the last block of prose, notices of a paywall that were kept passed over; -1 without any. */
function lastProse(blocks: readonly LabelledBlock[]): number {
  let last = blocks.findLastIndex(isProse);
  for (let entry = blocks[last]; entry !== undefined && isKeptNotice(entry); entry = blocks[last]) {
    last = blocks.slice(0, last).findLastIndex(isProse);
  }
  return last;
}

/** The model keeps notices that stand in the text like its last paragraph. */
function isKeptNotice({ block, removal }: LabelledBlock): boolean {
  if (removal !== null || block.words > MAX_KEPT_NOTICE_WORDS) return false;
  const sentences = block.text.slice(0, 1000).split(/(?<=[.!?。])\s*/u);
  return sentences.some((sentence) => matchRule(sentence, countWords(sentence))?.class === 'paywall');
}

interface TextEnd {
  /** Index of the last block of prose; -1 without any. */
  readonly last: number;
  readonly words: number;
  readonly breaksOff: boolean;
}

/** Why the rest is taken to be for subscribers. A notice elsewhere on the page, as in its footer, does not count. */
function findPaywall({ document, blocks }: LabelledDocument, { last, words, breaksOff }: TextEnd): string | null {
  const isCut = breaksOff || words < MAX_BEGINNING_WORDS;
  const behind = blocks.slice(last + 1, last + 1 + NOTICE_REACH);
  if (isCut && behind.some(isClosing)) return 'a notice that the rest is for subscribers stands where the text ends';
  const tier = document.head.metas
    .find(({ name }) => /^(?:og:)?article:content_tier$/.test(name))
    ?.content.trim()
    .toLowerCase();
  if (tier === 'locked' && blocks.slice(Math.max(0, last - NOTICE_REACH), last + 1 + NOTICE_REACH).some(isOfPaywall)) {
    return 'the page says that the article is locked, and shows a notice of that at its end';
  }
  return breaksOff && declaresNotFree(document.head.jsonLd)
    ? 'the text breaks off, and linked data says that the article is not free'
    : null;
}

function isOfPaywall(entry: LabelledBlock): boolean {
  return entry.removal?.class === 'paywall' || isKeptNotice(entry);
}

function isClosing(entry: LabelledBlock): boolean {
  return isOfPaywall(entry) && REST_IS_CLOSED.test(entry.block.text.slice(0, 600));
}

function declaresNotFree(scripts: readonly unknown[]): boolean {
  return readGraph(scripts).nodes.some((node) => /^false$/i.test(String(property(node, 'isAccessibleForFree'))));
}
