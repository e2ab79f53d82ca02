const CHOICE = /\{([^{}]*)\}/;

/** The phrases of a list: parted by bars, with choices in braces (`{a,b} c` is `a c` and `b c`), as shells write them. */
export function phrasesOf(list: string): readonly string[] {
  const phrases = list.split('|');
  return list.includes('{') ? phrases.flatMap(expand) : phrases;
}

/** The phrases of lists by language. */
export function phrasesIn(byLanguage: Readonly<Record<string, string>>): readonly string[] {
  const all: string[] = [];
  for (const language in byLanguage) all.push(...phrasesOf(byLanguage[language] ?? ''));
  return all;
}

function expand(phrase: string): string | readonly string[] {
  if (!phrase.includes('{')) return phrase;
  const found = CHOICE.exec(phrase);
  if (found === null) return phrase;
  const [whole, choices = ''] = found;
  const before = phrase.slice(0, found.index);
  const behind = phrase.slice(found.index + whole.length);
  return choices.split(',').flatMap((choice) => expand(before + choice + behind));
}
