import { countWords } from '../parse/words.ts';
import type { ArticleBlock } from '../record.ts';

/** Words below which a text is looked at: three sentences. Above, what a server or a gate says is part of an article. */
const SHORT_WORDS = 60;
/** Words of headings alone below which a page is a stub; products and services are described in headings too. */
const HEADING_WORDS = 12;
/** Words up to which a line without a full stop is a label, and lines from which labels alone are a menu. */
const LABEL_WORDS = 3;
const MENU_LINES = 5;
/** Characters without a space from which a line is data, such as base64; the longest words have fewer. */
const DATA_LENGTH = 200;
/** Letters and digits of the shortest text. */
const LEAST_LETTERS = 2;

const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»)\]]{0,3}$/;

/** What servers, gates and parked domains say in place of an article. */
const MESSAGES: readonly RegExp[] = [
  /\b(?:page|file|url|site|article|document|content|resource)\b(?:(?!\b(?:page|file|url|site|article|document|content|resource)\b)[^.!?]){0,60}\b(?:not (?:be )?found|(?:does not|doesn[’']t) exist|no longer (?:available|exists)|(?:been|was) (?:removed|deleted|moved))\b/i,
  /\b(?:40[0134]|410|429|451|50[0234])\b[^a-z]{0,5}(?:error\b|not found|forbidden|unauthorized|bad (?:gateway|request)|gateway time-?out|service (?:temporarily )?unavailable|internal server error|too many requests|unavailable)/i,
  /\b(?:service temporarily unavailable|internal server error|too many requests|rate limit exceeded)\b/i,
  /\bchecking (?:if the site connection|your browser)|\bcomplete the (?:security check|captcha)|\bverify(?:ing)? (?:that )?you are (?:a )?human|\bare you a robot\b|\bunusual traffic\b|\bddos protection\b/i,
  /\b(?:please )?enable (?:javascript|cookies)\b|\bjavascript (?:is (?:disabled|required)|must be enabled)\b/i,
  /\baccess (?:to [^.!?]{1,40} )?(?:is |has been |was )?(?:denied|forbidden|blocked)\b|\b(?:do not|don[’']t) have permission to (?:access|view)\b|^accessdenied\b/i,
  /\b(?:log|sign) ?in to (?:continue|read|view|your account)\b|\bforgot (?:your )?password\b/i,
  /\bsubscri(?:be|bers?|ption)\b[^.!?]{0,40}\b(?:continue|keep|unlock|to read|only)\b|\balready a (?:subscriber|member)\b/i,
  /\b(?:are being|will be|are not) redirected\b|\bthis page has moved\b|^(?:object )?moved(?: permanently)?$/im,
  /\bdomain (?:name )?(?:is|may be) for sale\b|\bunder (?:construction|maintenance)\b|\bscheduled maintenance\b|\bdefault web ?(?:site )?page\b|\bwelcome to nginx\b/i,
  /^index of \//im,
  /^user-agent:\s[^\n]{1,80}\s(?:dis)?allow:/im,
  /^lorem ipsum dolor sit amet[.,]?$/im,
  /\bno results (?:were )?found\b|\bdid not match any\b/i,
  /\bunavailable (?:due to|for) legal reasons\b|\bnot available in your (?:country|region)\b|\bfrom a country belonging to\b/i,
  /\bseite (?:wurde )?(?:leider )?nicht gefunden\b|\bzugriff verweigert\b|\bum weiterzulesen\b|\bwartungsarbeiten\b/i,
  /\bpage (?:introuvable|non trouvée)\b|\baccès (?:refusé|interdit)|\bréservé aux abonnés\b/i,
  /\bpágina no (?:encontrada|existe)\b|\bacceso denegado\b|\bsolo para suscriptores\b|\bpágina não encontrada\b|\bacesso negado\b/i,
  /\bpagina non trovata\b|\baccesso negato\b|\briservato agli abbonati\b|\bpagina niet gevonden\b|\btoegang geweigerd\b/i,
  /страница не найдена|доступ (?:запрещ[её]н|ограничен)|nie znaleziono strony|sayfa bulunamadı/i,
  /页面(?:不存在|未找到)|找不到(?:该|該)?(?:页面|頁面)|頁面不存在|访问被拒绝|ページが見つかりません|페이지를 찾을 수 없습니다/,
];

/**
 * Whether what is left of an input is no article: nothing but headings, labels or data, or what a server or a gate says in
 * place of one.
 *
 * @param isPage Whether the blocks come from HTML, where markup has told what is a menu.
 */
export function isNonArticle(
  title: string | undefined,
  blocks: readonly ArticleBlock[],
  words: number,
  isPage: boolean,
): boolean {
  const lines = blocks.filter(({ type }) => type !== 'heading' && type !== 'caption').flatMap(linesOf);
  if (lines.length === 0) return words < (isPage ? HEADING_WORDS : SHORT_WORDS);
  if (!isPage && lines.length >= MENU_LINES && lines.every(isLabel)) return true;
  if (lines.every(isData)) return true;
  if (words >= SHORT_WORDS) return false;
  const text = [title ?? '', ...blocks.map((block) => block.text)].join('\n');
  return MESSAGES.some((message) => message.test(text));
}

function isLabel(line: string): boolean {
  return countWords(line) <= LABEL_WORDS && !SENTENCE_END.test(line);
}

function isData(line: string): boolean {
  if (line.length > DATA_LENGTH) return !line.includes(' ') && /^[\w+/=-]*$/.test(line);
  return (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS && !/[\u3040-\u9fff]/.test(line);
}

function linesOf(block: ArticleBlock): readonly string[] {
  switch (block.type) {
    case 'table':
      return block.rows.map((row) => row.join(' '));
    case 'list':
      return block.items.map((item) => item.text);
    default:
      return block.text.split('\n');
  }
}
