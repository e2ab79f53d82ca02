import { agenciesOf } from './agencies.ts';
import { withoutLead } from './byline-lead.ts';
import { upTo } from './cut.ts';
import { ROLE_WORDS, STAFF_WORDS } from './name-words.ts';
import { CASELESS, cleanName, EMAIL, isPersonName, type NameTrust } from './names.ts';

/** One part of a byline, told by its form. */
export interface BylinePart {
  readonly kind: 'person' | 'agency' | 'role' | 'staff' | 'photographer';
  readonly text: string;
  readonly email?: string;
}

const HARD_SPLIT = /[;|•·⋅∙●▪\n\t、，／]|\s[–—-]\s|\s\/\s/u;
const SOFT_SPLIT =
  /(?<!\s)\s*(?:,|&|\+|\/)\s*|(?<!\s)\s+(?:and|und|et|y|e|en|og|och|ja|i|a|ve|и|та|і|with|mit|avec|con|med|met|sowie|dan|及|和)\s+/iu;

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
    const fullNames = () => several.length > 1 && several.every((part) => isPersonName(cleanName(part), 'visible'));
    if (!SOFT_SPLIT.test(whole) || (single?.kind === 'person' && !fullNames())) {
      if (single) parts.push(single);
      continue;
    }
    for (const soft of several) {
      const part = readPart(withoutLead(soft).rest, trust);
      if (part) parts.push(part);
    }
  }
  return parts.map((part, at) => (at > 0 ? asHouse(part, parts) : part));
}

/** A later part in capitals, or of one word, beside full names in common case is a house, one that ends in a job a role. */
function asHouse(part: BylinePart, all: readonly BylinePart[]): BylinePart {
  if (part.kind !== 'person') return part;
  const isCapitals = part.text === part.text.toUpperCase() && /\p{Lu}/u.test(part.text);
  if (isCapitals && all.some(({ kind, text }) => kind === 'person' && text !== text.toUpperCase()))
    return { kind: 'staff', text: part.text };
  if (!CASELESS.test(part.text) && !part.text.includes(' ') && all[0]?.kind === 'person' && all[0].text.includes(' '))
    return { kind: 'staff', text: part.text };
  return ROLE_WORDS.has(part.text.toLowerCase().split(' ').at(-1) ?? '') ? { kind: 'role', text: part.text } : part;
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

/** Words after which a line no longer names people: `Ana Ruiz in Harbour`, `Ana Ruiz Email Bio`. */
const AFTER_NAME =
  /\s(?:in|at|on|um|under|unter|from|published|posted|updated|filed|leave|ein|eine|hinterlasse|schreibe|comments?|kommentare?|email|bio|follow|share|min|read|more)\b/iu;

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
  const before = trust === 'data' ? raw : upTo(raw, AFTER_NAME);
  const short = before === raw ? name : cleanName(before);
  if (short !== name && isPersonName(short, 'visible')) return { kind: 'person', text: short };
  const words = name.toLowerCase().split(/[\s,/]+/);
  const [house] = agenciesOf(name.split(/\s/)[0] ?? '');
  if (house && words.slice(1).every((word) => STAFF_WORDS.has(word) || ROLE_WORDS.has(word)))
    return { kind: 'agency', text: house.name };
  if (words.length <= 8 && words.some((word) => ROLE_WORDS.has(word))) return { kind: 'role', text: name };
  return /\d/.test(name) || words.length > 8 ? null : { kind: 'staff', text: name };
}
