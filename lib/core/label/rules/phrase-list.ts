const CHOICE = /\{([^{}]*)\}/;

/** The phrases of a list: parted by bars, with choices in braces (`{a,b} c` is `a c` and `b c`), as shells write them. */
export function phrasesOf(list: string): readonly string[] {
  return list.split('|').flatMap(expand);
}

/** The phrases of lists by language. */
export function phrasesIn(byLanguage: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(byLanguage).flatMap(phrasesOf);
}

function expand(phrase: string): readonly string[] {
  const found = CHOICE.exec(phrase);
  if (found === null) return [phrase];
  const [whole, choices = ''] = found;
  const before = phrase.slice(0, found.index);
  const behind = phrase.slice(found.index + whole.length);
  return choices.split(',').flatMap((choice) => expand(before + choice + behind));
}
