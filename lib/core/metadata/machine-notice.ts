import { mayBeginWith } from '../parse/word-starts.ts';

/** What publishers say of a text, a summary or a translation that no person wrote. */
const NOTICE =
  /^(?:(?:note|notice|disclaimer|editor['’]s note|hinweis|anmerkung|remarque|nota|nota bene)\s?[:.—-]\s?)?(?:this (?:article|story|text|page|content|summary|translation|post|report)(?: (?:was|has been|is)) (?:(?:automatically|machine|ai)[- ](?:translated|generated|written|created|produced|summari[sz]ed)|(?:translated|generated|written|created|produced|summari[sz]ed) (?:automatically|entirely by|(?:by|with|using)(?: the help of| the assistance of)?(?: an?)? (?:machine|ai\b|artificial intelligence|automated|automatic|large language|language model|generative|software)))|(?:automatically|machine)[- ](?:translated|generated) (?:text|article|content|from|by)|diese[rs]? (?:artikel|text|beitrag|meldung|zusammenfassung|übersetzung) (?:wurde|ist) (?:automatisch|maschinell|mit(?:hilfe von| hilfe von|tels)? (?:ki|künstlicher intelligenz)|von einer (?:ki|künstlichen intelligenz|software))|(?:cet|ce|cette) (?:article|texte|contenu|résumé|traduction|dépêche) (?:a été|est) (?:\S+ )?(?:automatiquement|généré|par une (?:ia|intelligence artificielle))|(?:este|esta) (?:artículo|texto|contenido|noticia|traducción|resumen|artigo|conteúdo|notícia|tradução|resumo) (?:ha sido|fue|foi) (?:\S+ )?(?:automáticamente|automaticamente|generad[oa]|gerad[oa] por|traducid[oa] por una? (?:ia|máquina))|quest[oa] (?:articolo|testo|contenuto|traduzione|sintesi) è stat[oa] (?:\S+ )?(?:automaticamente|generat[oa])|dit (?:artikel|bericht) is (?:automatisch|door (?:een )?(?:ai|computer))|ten (?:artykuł|tekst) został (?:automatycznie|wygenerowany|przetłumaczony automatycznie)|(?:den här|denna) (?:artikeln|texten) (?:är|har) (?:automatiskt|skapats av en robot)|この(?:記事|文章|翻訳)は(?:AI|人工知能|機械翻訳|自動)|本文由(?:AI|机器|人工智能)|이 기사는 (?:AI|인공지능|로봇|기계))/iu;

/** With what all of them begin in Latin letters. */
const mayBeNotice = mayBeginWith(
  'note notice disclaimer editor hinweis anmerkung remarque nota this automatically machine diese cet cette este questo dit ten den'.split(
    ' ',
  ),
);

/** Whether a block says that a machine wrote or translated the text it stands with; a sentence about such texts does not. */
export function isMachineNotice(text: string): boolean {
  return mayBeNotice(text) && NOTICE.test(text.slice(0, 400));
}
