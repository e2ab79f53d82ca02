/** Words that lead a byline, in the languages of the web; each needs a colon or a space after it. */
const LEAD = new RegExp(
  '^(?:[\\s|•·*_–—-]|' +
    '(?:(?:this )?(?:article|story|post|column|review|guest post|interview)s? )?(?:was )?' +
    '(?:(?:originally )?(?:written|posted|published|reported|words|story|text|report|review|reviewed|authored|submitted|compiled|created|added|contributed)(?: and [a-z]+)? by)(?=[\\s:])|' +
    '(?:ein(?:e[nm]?)? )?(?:beitrag|artikel|bericht|kommentar|gastbeitrag|interview|analyse|kolumne|reportage|rezension|eine? \\p{L}+)? ?(?:geschrieben |verfasst |veröffentlicht |erstellt )?von(?=[\\s:])|' +
    '(?:publi[ée]e? |[ée]crit |r[ée]dig[ée] |article |propos recueillis )?par(?=[\\s:])|' +
    '(?:escrito |publicado |texto |redactado )?por(?=[\\s:])|' +
    '(?:scritto |pubblicato |articolo |a cura )?(?:di|da)(?=[\\s:])|' +
    '(?:geschreven |gepubliceerd )?door(?=[\\s:])|(?:skrevet |publisert |skriven |publicerad |tekst )?a[fv](?=[\\s:])|' +
    '(?:by|tekst|text|texte|texto|testo|teksti|autor(?:in|en|a|es|ka|zy|ia)?(?:/in)?|auteur(?:e|s)?|autor[ei]|autore|författare|forfatter|kirjoittaja|yazan|yazar|author(?:s|\\(s\\))?|' +
    'szerző|napsal(?:a)?|autoři|автор(?:ы|и|ка)?|текст|written|posted|journalist(?:e)?|redakteur(?:in)?|reporter|von|oleh|penulis|bởi|tác giả)\\s*:|' +
    'by(?=\\s)|tekst(?=\\s)|автор(?=\\s)|oleh(?=\\s)|' +
    '(?:作者|撰文|撰稿|記者|记者|文|著者|執筆|筆者|編輯|글|글쓴이|기자|文字)(?=[\\s:：/／＝=])[\\s:：/／＝=]*' +
    ')[\\s:：]*',
  'iu',
);

/** Removes the leading words of a byline. @returns The rest, and whether a word was there. */
export function withoutLead(text: string): { readonly rest: string; readonly led: boolean } {
  let rest = text.trim();
  let led = false;
  for (let pass = 0; pass < 4; pass++) {
    const match = LEAD.exec(rest);
    if (!match || match[0] === '') break;
    if (/[\p{L}]/u.test(match[0])) led = true;
    rest = rest.slice(match[0].length);
  }
  return { rest: rest.trim(), led };
}
