import { agenciesOf } from './agencies.ts';
import { NAME_PARTICLES, STAFF_WORDS } from './name-words.ts';
import { MAX_NAME_CHARS } from './values.ts';
import { findVisibleDate } from './visible-dates.ts';

/** Words of the longest name: given names, particles and two surnames. */
const MAX_NAME_WORDS = 6;

/** Written in a script without capitals and spaces. */
export const CASELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·ー々\s]+$/u;
const CASED_WORD = /^[\p{Lu}\p{Lt}][\p{L}\p{M}.'’‘`\-‐–]*$/u;
const UNCASED_WORD = /^[\p{Lo}\p{Lm}\p{M}.'’-]+$/u;
/** `d'Angelo`, `al-Masri`, `van't`, `bint-Said`. */
const JOINED_PARTICLE =
  /^(?:d|l|al|el|ad|ar|as|at|an|ash|bin|ibn|abu|o|de|’t|'t)['’\-‐][\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
const CJK_STAFF =
  /编辑|編集|編輯|记者$|記者$|통신|新闻|新聞|ニュース|뉴스|편집|通讯|通信|报道|報道|广播|电视|公司|株式会社|网$|報$|报$|^(?:イラスト|イラストレーター|著者|作者|原作|監修|漫画|作画|翻訳|訳者|撮影|写真|文)$/;

/** German compounds that name a house. */
const HOUSE_WORD =
  /\p{Ll}(?:magazin|zeitung|blatt|anzeiger|kurier|portal|verlag|redaktion|nachrichten|rundschau|gesellschaft|verband|anstalt|ministerium|zentrum|institut|wirtschaft)s?$/u;

/**
 * How much the place that a name stands in proves: `data` is a field for names, `structured` a line that names a person by
 * its form, `visible` any short text.
 */
export type NameTrust = 'data' | 'structured' | 'visible';

/** True for what is written like one person's name, in any script; a single word only where the source is structured. */
export function isPersonName(text: string, trust: NameTrust): boolean {
  if (text.length < 2 || text.length > MAX_NAME_CHARS || /[\d@#<>{}[\]|/\\:;!?©"“”«»=+*_%$€]/.test(text)) return false;
  if (agenciesOf(text).length > 0) return false;
  if (CASELESS.test(text)) return isCjkName(text);
  const words = text.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || (words.length === 1 && trust === 'visible')) return false;
  // The dot of a domain: initials and `Jr.` have theirs at the end of a word or after one letter.
  if (words.some((word) => /[\p{L}\d]{2}\.\p{L}{2}/u.test(word))) return false;
  if (words.some((word, at) => isStaffWord(word, at) || HOUSE_WORD.test(word))) return false;
  if (isLetteredHouse(words)) return false;
  // A name that its owner made for the web: one word in any case.
  if (words.length === 1 && /^[\p{L}\p{M}][\p{L}\p{M}._-]{2,29}$/u.test(text)) return !/^[\p{Lu}.]{1,5}$/u.test(text);
  let cased = 0;
  for (const [at, word] of words.entries()) {
    if (CASED_WORD.test(word) || UNCASED_WORD.test(word) || JOINED_PARTICLE.test(word)) cased++;
    else if (!NAME_PARTICLES.has(word.toLowerCase()) || isLoneJoiner(words, at)) return false;
  }
  if (words.length === 1) return !/^[\p{Lu}.]{1,5}$/u.test(text);
  return (
    cased >= (words.length > 3 ? 2 : 1) && startsAndEndsAsName(words) && !/^\p{Lu}\.?(?:\s\p{Lu}\.?)+$/u.test(text)
  );
}

/** Three capitals and more before words in common case are a house: `ABC Harbour`; two may be initials. */
function isLetteredHouse(words: readonly string[]): boolean {
  return (
    words.length > 1 && /^\p{Lu}{3,5}$/u.test(words[0] ?? '') && words.slice(1).some((word) => /\p{Ll}/u.test(word))
  );
}

/** `in` and `und` stand in names only beside another particle: `in ’t Veld`, `von und zu Arnim`. */
function isLoneJoiner(words: readonly string[], at: number): boolean {
  const word = words[at]?.toLowerCase();
  if (word === 'in') return !/^['’]?t$/i.test(words[at + 1] ?? '');
  return word === 'und' && words[at + 1]?.toLowerCase() !== 'zu';
}

/** `der` and `von` stand inside names and begin houses: Der Kurier. */
function isStaffWord(word: string, at: number): boolean {
  const lower = word.toLowerCase().replace(/(?<![.,’'])[.,’']+$/u, '');
  return STAFF_WORDS.has(lower) && (at === 0 || !NAME_PARTICLES.has(lower));
}

function startsAndEndsAsName(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return !NAME_PARTICLES.has(last) && !/^\p{Ll}/u.test(last.replace(JOINED_PARTICLE, 'X'));
}

function isCjkName(text: string): boolean {
  const letters = text.replace(/[\s・·]/g, '');
  return letters.length >= 2 && letters.length <= (/[・ァ-ヶー]/.test(text) ? 16 : 6) && !CJK_STAFF.test(letters);
}

export const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u;
const HONORIFIC =
  /^(?:(?:dr|prof|mr|mrs|ms|sir|dame|rev|ing|dipl|mag|hon|gov|sen|rep|lt|col|gen|capt|sgt)\b\.?\s*(?:-ing\.?\s*|med\.?\s*|h\.?\s?c\.?\s*)?)+(?=\p{Lu})/iu;
const DEGREES =
  /,?(?<!\s)\s+(?:M\.?D\.?|Ph\.?\s?D\.?|DVM|MBA|MSc|MA|BA|BSc|RDN?|RN|CPA|JD|J\.D\.|LL\.?M\.?|Esq\.?|MPH|CFA|CFP®?|DDS|DO|MS|LCSW|PsyD|FACP|CPT|LL\.?B\.?|®|™)$/u;

/** A capital inside a word where a next element began: `RuizFollow`; but `McDonald`, `LaPorte`, `DiCaprio`. */
const GLUED = /(?:^|[\s-])(?!(?:Mac|Fitz|Saint|Vander|Della)\p{Lu})\p{Lu}\p{Ll}{3,}\p{Lu}(?=\p{Ll})/u;

/** What leads from a name to its date: `on Thursday,`, `am`, `le`. */
const TO_DATE =
  /(?<![\s,|–—-])[\s,|–—-]+(?:(?:published|posted|updated|veröffentlicht|publié|publicado)\s?)?(?:on|am|vom|le|el|il|em|op|den|dnia|date)?\s?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)?$/iu;

/** A name without honorifics, degrees, e-mail, handle, URL, date and brackets. */
export function cleanName(raw: string): string {
  let name = raw;
  // Few names carry any of these, and to find one character costs a fraction of a pattern.
  if (name.includes('@')) name = name.replace(EMAIL, ' ');
  if (name.includes('://')) name = name.replace(/https?:\/\/\S{0,300}/gi, ' ');
  if (name.includes('@')) name = name.replace(/(^|\s)@[\w.]{2,40}/g, ' ');
  if (/[)\]）】]/.test(name)) name = name.replace(/(?<!\s)\s*[([（【][^()[\]（）【】]{0,80}[)\]）】]/gu, ' ');
  name = name.replace(/\s+/g, ' ').trim();
  if (/\d/.test(name)) {
    const date = findVisibleDate(name, 'day-first');
    if (date)
      name = name
        .slice(0, date.start)
        .replace(/(?<![\s,.:])[\s,.:]+$/u, '')
        .replace(TO_DATE, '');
  }
  name = name.replace(/^[\s,;:.–—•|*'"“”-]+|(?<![\s,;:–—•|*'"“”-])[\s,;:–—•|*'"“”-]+$/gu, '');
  const glued = GLUED.exec(name);
  const unglued = glued && name.slice(0, glued.index + glued[0].length - 1);
  // One word with a capital inside is a name that its owner made for the web.
  if (unglued?.includes(' ')) name = unglued;
  name = name.replace(HONORIFIC, '');
  while (DEGREES.test(name)) name = name.replace(DEGREES, '');
  name = name
    .replace(/(?<!\s)\s*(?:記者|记者|기자|특파원|記者団)$/u, '')
    .replace(/(?<!\s)\s*(?:記|文|撰|編)$/u, (end) => (CASELESS.test(name) && name.length > 3 ? '' : end));
  return /\p{L}\.$/u.test(name) && !/(?:^|[\s.])\p{L}\.$|\b[JS]r\.$/u.test(name) ? name.slice(0, -1) : name;
}
