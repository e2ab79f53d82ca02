/** Words before a byline, in the languages that have one word for it. */
const LEAD = /^(?:by|von|par|por|di|da|door|af|av)[\s:]\s*/iu;
const BETWEEN = /[,;|•&]|\s(?:and|und|et|y|e|en|og|och)\s/iu;

/** The names in a byline that a selector has found: there is nothing else in it to tell them from. */
export function namesOf(byline: string): readonly string[] {
  return byline
    .slice(0, 500)
    .replace(LEAD, '')
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name));
}
