/** Words of prose from which a page has something to say, whatever its headline. */
const MAX_ERROR_WORDS = 180;

/** Titles that servers and content systems give to a page that is not there, may not be seen or is guarded. */
const ERROR_TITLE =
  /^(?:oops!?\s?[-–—:|]?\s?)?(?:(?:http\s)?(?:error|fehler|erreur|ошибка)\s?(?:code\s?)?[:#]?\s?(?:40[0134]|410|429|50[0234])\b|(?:40[0134]|410|429|50[0234])(?=$|\s?[-–—:|!.]|\s(?:error|not found|forbidden|unauthorized|bad|gone|internal|service|gateway|page|seite|fehler|erreur))|(?:the |this |diese |cette |esta |questa )?(?:requested )?(?:page|seite|site|file|document|article|url)\s(?:was |wurde |is |you requested |could |konnte |cannot |can't |can’t )?(?:not|nicht|be|no longer)?\s?(?:be )?(?:found|gefunden|available|verfügbar)|not found$|access (?:to this page has been )?denied(?=$|[.!|–—:-])|forbidden$|bad gateway|service (?:temporarily )?unavailable|just a moment|attention required|are you a robot|verify(?:ing)? you are (?:a )?human|page (?:non trouvée|introuvable)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))|sidan (?:hittades inte|kunde inte hittas|finns inte)|siden (?:finnes ikke|findes ikke|blev ikke fundet|ble ikke funnet)|sivua ei löy(?:dy|tynyt)|stránka n(?:enalezena|ebyla nalezena)|sayfa bulunamadı|страница не найдена|сторінку не знайдено|ページが見つかりません|お探しのページ|페이지를 찾을 수 없습니다|页面不存在|找不到(?:页面|網頁|頁面)|頁面不存在)/iu;
/** The same behind the name of a site. */
const ERROR_AT_END = /[-–—:|]\s?(?:error\s)?(?:404|page not found|seite nicht gefunden|404 (?:error|not found))$/iu;

/** Whether a page says by its title that it is an error, and has little else to say. */
export function isErrorPage(titles: readonly (string | null | undefined)[], proseWords: number): boolean {
  if (proseWords >= MAX_ERROR_WORDS) return false;
  return titles.some((title) => {
    const text = title?.trim().slice(0, 200) ?? '';
    return ERROR_TITLE.test(text) || ERROR_AT_END.test(text);
  });
}
