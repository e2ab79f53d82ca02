import { agenciesOf } from './agencies.ts';
import { NAME_PARTICLES, ROLE_WORDS, STAFF_WORDS } from './name-words.ts';
import { MAX_NAME_CHARS } from './values.ts';
import { findVisibleDate } from './visible-dates.ts';

/** Words of the longest name: given names, particles and two surnames. */
const MAX_NAME_WORDS = 6;

const CASELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·ー々\s]+$/u;
const CASED_WORD = /^[\p{Lu}\p{Lt}][\p{L}\p{M}.'’‘`\-‐–]*$/u;
const UNCASED_WORD = /^[\p{Lo}\p{Lm}\p{M}.'’-]+$/u;
/** `d'Angelo`, `al-Masri`, `van't`, `bint-Said`. */
const JOINED_PARTICLE =
  /^(?:d|l|al|el|ad|ar|as|at|an|ash|bin|ibn|abu|o|de|’t|'t)['’\-‐][\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
const CJK_STAFF =
  /编辑|編集|編輯|记者$|記者$|통신|新闻|新聞|ニュース|뉴스|편집|通讯|通信|报道|報道|广播|电视|公司|株式会社|网$|報$|报$/;

/** How much the place that a name stands in proves: `structured` names a person by its form, `visible` is any short text. */
export type NameTrust = 'structured' | 'visible';

/** True for what is written like one person's name, in any script; a single word only where the source is structured. */
export function isPersonName(text: string, trust: NameTrust): boolean {
  if (text.length < 2 || text.length > MAX_NAME_CHARS || /[\d@#<>{}[\]|/\\:;!?©"“”«»=+*_%$€]/.test(text)) return false;
  if (agenciesOf(text).length > 0) return false;
  if (CASELESS.test(text)) return isCjkName(text);
  const words = text.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || (words.length === 1 && trust === 'visible')) return false;
  // The dot of a domain: initials and `Jr.` have theirs at the end of a word or after one letter.
  if (words.some((word) => /[\p{L}\d]{2,}\.\p{L}{2,}/u.test(word))) return false;
  if (words.some((word, at) => isStaffWord(word, at))) return false;
  // A name that its owner made for the web: one word in any case.
  if (words.length === 1 && /^[\p{L}\p{M}][\p{L}\p{M}._-]{2,29}$/u.test(text)) return !/^[\p{Lu}.]{1,5}$/u.test(text);
  let cased = 0;
  for (const word of words) {
    if (CASED_WORD.test(word) || UNCASED_WORD.test(word) || JOINED_PARTICLE.test(word)) cased++;
    else if (!NAME_PARTICLES.has(word.toLowerCase())) return false;
  }
  if (words.length === 1) return !/^[\p{Lu}.]{1,5}$/u.test(text);
  return (
    cased >= (words.length > 3 ? 2 : 1) && startsAndEndsAsName(words) && !/^\p{Lu}\.?(?:\s\p{Lu}\.?)+$/u.test(text)
  );
}

/** `der` and `von` stand inside names and begin houses: Der Kurier. */
function isStaffWord(word: string, at: number): boolean {
  const lower = word.toLowerCase().replace(/[.,’']+$/u, '');
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

/** One part of a byline, told by its form. */
export interface BylinePart {
  readonly kind: 'person' | 'agency' | 'role' | 'staff' | 'photographer';
  readonly text: string;
  readonly email?: string;
}

const HARD_SPLIT = /\s*(?:[;|•·\n\t]|\s[–—-]\s|\s\/\s|、|，|／)\s*/u;
const SOFT_SPLIT =
  /\s*(?:,|&|\+|\/)\s*|\s+(?:and|und|et|y|e|en|og|och|ja|i|a|ve|и|та|і|with|mit|avec|con|med|met|sowie|dan|及|和)\s+/iu;
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u;
const HONORIFIC =
  /^(?:(?:dr|prof|mr|mrs|ms|sir|dame|rev|ing|dipl|mag|hon|gov|sen|rep|lt|col|gen|capt|sgt)\b\.?\s*(?:-ing\.?\s*|med\.?\s*|h\.?\s?c\.?\s*)?)+(?=\p{Lu})/iu;
const DEGREES =
  /(?:,?\s+(?:M\.?D\.?|Ph\.?\s?D\.?|DVM|MBA|MSc|MA|BA|BSc|RDN?|RN|CPA|JD|J\.D\.|LL\.?M\.?|Esq\.?|MPH|CFA|CFP®?|DDS|DO|MS|LCSW|PsyD|FACP|CPT|LL\.?B\.?|®|™))+$/u;

/**
 * Reads a byline, without its leading words, into people, agencies, roles and staff names.
 *
 * @param text A line such as `Ana Ruiz, Madrid correspondent, and Bo Lind`; cut at 600 units.
 */
export function readByline(text: string, trust: NameTrust): readonly BylinePart[] {
  const parts: BylinePart[] = [];
  for (const hard of text.slice(0, 600).split(HARD_SPLIT)) {
    const whole = withoutLead(hard).rest;
    const agencies = agenciesOf(whole);
    if (agencies.length > 0) {
      for (const agency of agencies) parts.push({ kind: 'agency', text: agency.code ?? agency.name });
      continue;
    }
    const single = readPart(whole, trust);
    // `e` and `y` join two people and two surnames of one; two full names are two people.
    const several = splitSoft(whole);
    const fullNames = several.length > 1 && several.every((part) => isPersonName(cleanName(part), 'visible'));
    if ((single?.kind === 'person' && !fullNames) || !SOFT_SPLIT.test(whole)) {
      if (single) parts.push(single);
      continue;
    }
    for (const soft of several) {
      const part = readPart(withoutLead(soft).rest, trust);
      if (part) parts.push(part);
    }
  }
  return parts;
}

/** Splits at commas and words for "and"; `Ruiz, Ana` of a catalogue is turned round. */
function splitSoft(text: string): readonly string[] {
  const turned = /^([\p{Lu}][\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)?),\s([\p{Lu}][\p{L}'’-]+(?:\s\p{Lu}\.?)?)$/u.exec(
    text,
  );
  if (turned && !turned[1]?.includes(' ') && !turned[2]?.includes(' ')) return [`${turned[2]} ${turned[1]}`];
  return text.split(SOFT_SPLIT).filter((part) => part !== undefined && part.trim() !== '');
}

const PHOTO_LEAD =
  /^(?:photo(?:graph)?s?|photography|pictures?|images?|fotos?|bild(?:er)?|kuva|фото|写真)(?:\s(?:by|von|par|por|di|de|av|af|door))?[\s:：]+/iu;

function readPart(raw: string, trust: NameTrust): BylinePart | null {
  const photo = PHOTO_LEAD.exec(raw);
  if (photo) {
    const name = cleanName(raw.slice(photo[0].length));
    return isPersonName(name, 'visible') ? { kind: 'photographer', text: name } : null;
  }
  const email = EMAIL.exec(raw)?.[0];
  const name = cleanName(raw);
  if (name === '') return null;
  const agencies = agenciesOf(name);
  if (agencies[0]) return { kind: 'agency', text: agencies[0].code ?? agencies[0].name };
  if (isPersonName(name, trust)) return email ? { kind: 'person', text: name, email } : { kind: 'person', text: name };
  const words = name.toLowerCase().split(/[\s,/]+/);
  const [house] = agenciesOf(name.split(/\s/)[0] ?? '');
  if (house && words.slice(1).every((word) => STAFF_WORDS.has(word) || ROLE_WORDS.has(word)))
    return { kind: 'agency', text: house.name };
  if (words.length <= 8 && words.some((word) => ROLE_WORDS.has(word))) return { kind: 'role', text: name };
  return /\d/.test(name) || words.length > 8 ? null : { kind: 'staff', text: name };
}

/** A capital inside a word where a next element began: `RuizFollow`; but `McDonald`, `LaPorte`, `DiCaprio`. */
const GLUED = /(?:^|[\s-])(?!(?:Mac|Fitz|Saint|Vander|Della)\p{Lu})\p{Lu}\p{Ll}{3,}\p{Lu}(?=\p{Ll})/u;

/** What leads from a name to its date: `on Thursday,`, `am`, `le`. */
const TO_DATE =
  /[\s,|–—-]+(?:(?:published|posted|updated|veröffentlicht|publié|publicado)\s?)?(?:on|am|vom|le|el|il|em|op|den|dnia|date)?\s?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)?[\s,.:]*$/iu;

/** A name without honorifics, degrees, e-mail, handle, URL, date and brackets. */
export function cleanName(raw: string): string {
  let name = raw
    .replace(EMAIL, ' ')
    .replace(/https?:\/\/\S{0,300}/gi, ' ')
    .replace(/(^|\s)@[\w.]{2,40}/g, ' ')
    .replace(/\s*[([（【][^)\]）】]{0,80}[)\]）】]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\d/.test(name)) {
    const date = findVisibleDate(name, 'day-first');
    if (date) name = name.slice(0, date.start).replace(TO_DATE, '');
  }
  name = name.replace(/^[\s,;:.–—•|*'"“”-]+|[\s,;:–—•|*'"“”-]+$/gu, '');
  const glued = GLUED.exec(name);
  if (glued) name = name.slice(0, glued.index + glued[0].length - 1);
  name = name.replace(HONORIFIC, '').replace(DEGREES, '');
  name = name
    .replace(/\s*(?:記者|记者|기자|특파원|記者団)$/u, '')
    .replace(/\s*(?:記|文|撰|編)$/u, (end) => (CASELESS.test(name) && name.length > 3 ? '' : end));
  return /\p{L}\.$/u.test(name) && !/(?:^|[\s.])\p{L}\.$|\b[JS]r\.$/u.test(name) ? name.slice(0, -1) : name;
}
