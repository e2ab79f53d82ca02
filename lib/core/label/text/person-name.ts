import { WordFinder } from '../rules/word-finder.ts';

/** Words inside a name that keep a small letter: van, de, al, bin ... */
const PARTICLES = new Set(
  'van von der den de del della di da das do dos du des la le las los el al ben bin ibn bint abu af av zu zum zur ter ten y e i und'.split(
    ' ',
  ),
);
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’]*(?:-[\p{L}\p{M}'’]+)*\.?)$/u;
/** Words of a name, without particles. */
const MIN_NAME_WORDS = 2;
const MAX_NAME_WORDS = 5;

/** True for 2 to 5 capitalised words without digits or marks, particles aside; also for many a crosshead in title case. */
export function isPersonName(text: string): boolean {
  if (text.length > 60 || !mayBeginName(text.charCodeAt(0))) return false;
  const words = text.split(' ');
  if (words.length > MAX_NAME_WORDS + 1) return false;
  let capitals = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (mayBeginName(word.charCodeAt(0)) && NAME_WORD.test(word)) capitals++;
    else if (i === 0 || i === words.length - 1 || !PARTICLES.has(word)) return false;
  }
  return capitals >= MIN_NAME_WORDS && capitals <= MAX_NAME_WORDS;
}

/** The first word of a name has a capital: most lines are told from one by their first letter. */
function mayBeginName(unit: number): boolean {
  return unit >= 128 || (unit >= 65 && unit <= 90);
}

/** Runs of 2 to 5 capitalised words in a byline: "By Ann Lee and Bo Berg" gives two names. */
export function personsOf(byline: string): readonly string[] {
  return byline
    .split(/,|;|\||\/|&|\s(?:and|und|et|y|e|i|en|og|och|ja|by|von|par|por|di|da|door|av|af)\s/iu)
    .map((part) => part.trim().replace(/^(?:By|Von|Par|Por|Di|Door|Av|Af|Da|De|Text|Autor(?:in)?)[: ]\s*/u, ''))
    .filter((part) => isPersonName(part));
}

/** True when a text begins with the name and goes on. */
export function startsWithName(text: string, name: string): boolean {
  return text.startsWith(name) && /^[\s,(–—-]/.test(text.slice(name.length));
}

const WRITING =
  'reporter|journalist|writer|correspondent|editor|columnist|author|freelancer|blogger|contributor|photographer|producer|critic|' +
  'redakteur(?:in)?|journalist(?:in)?|autor(?:in)?|korrespondent(?:in)?|kolumnist(?:in)?|reporter(?:in)?|volontär(?:in)?|' +
  'journaliste|rédact(?:eur|rice)|correspondant(?:e)?|chroniqueu(?:r|se)|auteure?|periodista|redactora?|corresponsal|escritora?|' +
  'giornalista|redattore|redattrice|corrispondente|jornalista|repórter|redatora?|verslaggever|redacteur|journaliste|' +
  'skribent|redaktør|redaktör|toimittaja|dziennikarz|dziennikarka|redaktor(?:ka)?|novinář(?:ka)?|újságíró|gazeteci|muhabir';
const OCCUPATION = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’-]+ ){1,4}(?:[\\p{Lu}][\\p{L}\\p{M}.'’-]+),? ` +
    '(?:is|was|has been|works|writes|covers|reports|ist|arbeitet|schreibt|berichtet|est|écrit|es|trabaja|escribe|è|scrive|é|escreve|werkt|schrijft|är|er|jest|on|je)\\b' +
    `.{0,80}?(?:\\b|\\s)(?:${WRITING})\\b`,
  'iu',
);
const COVERS =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]+ ){1,4}(?:covers|reports on|writes about|schreibt über|berichtet über|couvre|cubre|escribe sobre)\b/u;

/** Words of which a text that tells an occupation has one: looked for first, because next to no text has one near its start. */
const TELLING = new WordFinder({
  spaced: [],
  unspaced: [
    ...WRITING.split('|').map((word) => word.split('(')[0]?.replace(/.\?$/, '') ?? ''),
    ...['covers', 'reports on', 'writes about', 'schreibt', 'berichtet', 'couvre', 'cubre', 'escribe'],
  ],
});
/** Letters that count as s and k where case does not, and that lower case leaves as they are. */
const ODD_LETTERS = ['\u017f', '\u212a'] as const;

/**
 * True when a text begins with a name and says that its bearer writes or reports for a living.
 *
 * @param lower The text in lower case, where it is known.
 */
export function tellsOccupation(text: string, lower: string | null = null): boolean {
  if (!mayBeginName(text.charCodeAt(0))) return false;
  const start = text.slice(0, 200);
  // Letters that are two in lower case would move the end.
  const lowerStart = lower?.length === text.length ? lower.slice(0, 200) : start.toLowerCase();
  const mayTell = TELLING.isIn(lowerStart) || ODD_LETTERS.some((letter) => start.includes(letter));
  return mayTell && /^\p{Lu}/u.test(start) && (OCCUPATION.test(start) || COVERS.test(start));
}
