/** Words that lead a byline, in the languages of the web; each needs a colon or a space after it. */
const LEAD = new RegExp(
  '^(?:[\\s|•·*_–—-]|' +
    '(?:(?:this )?(?:article|story|post|column|review|guest post|interview)s? )?(?:was )?' +
    '(?:(?:originally )?(?:written|posted|published|reported|words|story|text|report|review|reviewed|authored|submitted|compiled|created|added|contributed)(?: and [a-z]+)? by)(?=[\\s:])|' +
    '(?:ein(?:e[nm]?)? )?(?:(?:blog[ -]?)?beitrag|artikel|bericht|kommentar|gastbeitrag|interview|analyse|kolumne|reportage|rezension|eine? \\p{L}+)? ?(?:geschrieben |verfasst |veröffentlicht |erstellt |eingestellt |gepostet |gespeichert )?von(?=[\\s:])|' +
    '(?:publi[ée]e? |[ée]crit |r[ée]dig[ée] |article |propos recueillis )?par(?=[\\s:])|' +
    '(?:escrito |publicado |texto |redactado )?por(?=[\\s:])|' +
    '(?:scritto |pubblicato |articolo |a cura )?(?:di|da)(?=[\\s:])|' +
    '(?:geschreven |gepubliceerd )?door(?=[\\s:])|(?:skrevet |publisert |skriven |publicerad |tekst )?a[fv](?=[\\s:])|' +
    '(?:by|tekst|text|texte|texto|testo|teksti|autor(?:in|en|a|es|ka|zy|ia)?(?:/in)?|auteur(?:e|s)?|autor[ei]|autore|författare|forfatter|kirjoittaja|yazan|yazar|author(?:s|\\(s\\))?|contributors?|autorin/autor|' +
    'szerző|napsal(?:a)?|autoři|автор(?:ы|и|ка)?|текст|written|posted|journalist(?:e)?|redakteur(?:in)?|reporter|von|oleh|penulis|bởi|tác giả)\\s*:|' +
    '(?:by)?by(?=\\s)|tekst(?=\\s)|автор(?=\\s)|oleh(?=\\s)|' +
    '(?:作者|撰文|撰稿|記者|记者|文|著者|執筆|筆者|編輯|글|글쓴이|기자|文字)(?=[\\s:：/／＝=])[\\s:：/／＝=]*' +
    ')[\\s:：]*',
  'iu',
);

/** `ByAna Ruiz`: the word and the name are elements of their own. */
const GLUED_LEAD = /^(?:By|Von|Par|Por|Door)(?=\p{Lu}\p{Ll})/u;
/** A label without a colon, before a line that is nothing but a name. */
const BARE_LABEL =
  /^(?:author|autor(?:in|en)?(?:\/(?:in|autor))?|auteur|autore)s?\s+(?=\p{Lu}[^\s]{1,30}(?:\s[^\s]{1,30}){1,3}:?$)/iu;

/**
 * People who did something else than write: who checked, edited, drew or photographed. What follows such a word is no
 * author where the line or another line names one.
 */
const OTHER_WORK =
  /(?:^|[\s.,;:|(&])(?:(?:medically|clinically|legally|expertly|technically|scientifically|fact)[\s-])?(?:reviewed|checked|edited|illustrat(?:ed|ions?)|artwork|translated|photograph(?:s|ed|y)?|photos?|pictures?|video|curated|approved|produced) by[\s:]|(?:^|[\s.,;|])(?:fotos?|illustration(?:en|s)?|übersetzt|bearbeitet|redigiert|geprüft|lektorat|traduit|traducido|traducción|vérifié|relu|revisado|revisão|tradução|editado|traduzione|vertaald|bewerkt)(?: von|\s?:| par| por| di| door)\s/iu;

/** What every leading word has, and those within a line: most lines have none of it. */
const ANY_LEAD =
  /(?<!\p{L})(?:by|par|por|d[ia]|door|a[fv]|tekst|oleh|autor|author|auteur|автор)|von|[:：=＝/／\u3040-\u9fff\uac00-\ud7af]/iu;

/** Whether a word that leads a byline may stand in a line. */
export function mayBeLed(text: string): boolean {
  return ANY_LEAD.test(text);
}

/** Removes the leading words of a byline. @returns The rest, and whether a word was there. */
export function withoutLead(text: string): { readonly rest: string; readonly led: boolean } {
  let rest = text.trim();
  const short = GLUED_LEAD.exec(rest) ?? BARE_LABEL.exec(rest);
  if (short) return { rest: rest.slice(short[0].length).trim(), led: true };
  let led = false;
  for (let pass = 0; pass < 4; pass++) {
    const match = LEAD.exec(rest);
    if (!match || match[0] === '') break;
    if (/[\p{L}]/u.test(match[0])) led = true;
    rest = rest.slice(match[0].length);
  }
  return { rest: rest.trim(), led };
}

/**
 * Cuts a byline before the people who did something else than write.
 *
 * @returns The line up to there, the whole line where it names no others; `other` when those stand first.
 */
export function writersOnly(text: string): { readonly line: string; readonly other: boolean } {
  const match = OTHER_WORK.exec(text);
  if (!match) return { line: text, other: false };
  const before = text.slice(0, match.index).replace(/[\s.,;:|(&–—-]{1,9}$/u, '');
  return /\p{L}/u.test(before) ? { line: before, other: false } : { line: text, other: true };
}
