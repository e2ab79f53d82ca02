import type { Credits } from '../record.ts';
import { type Agency, agenciesOf, agencyOf } from './agencies.ts';
import { STAFF_WORDS } from './name-words.ts';
import { cleanName, isPersonName } from './names.ts';

type Contributor = NonNullable<Credits['contributors']>[number];

/** Credits while they are collected from several lines. */
export interface CreditList {
  readonly agencies: Agency[];
  readonly contributors: Contributor[];
  readonly editors: string[];
  readonly photographers: string[];
  /** People whom a line names as those who wrote the story: `Reporting by A; editing by B`. */
  readonly reporters: Contributor[];
  copyright: string | null;
}

/** Longest credit line that is read, UTF-16 units. */
const MAX_LINE = 600;

type Role = 'contributors' | 'reporters' | 'editors' | 'photographers';

/** Words that lead a clause, and what the people after them did. */
const LEADS: readonly (readonly [Role, RegExp])[] = [
  [
    'contributors',
    /^(?:with )?(?:additional|further|extra) (?:reporting|writing|research|material|contributions?) (?:by|from)[\s:]+|^with (?:reporting|contributions?|files?) (?:by|from)[\s:]+|^(?:mitarbeit|unter mitarbeit von|avec la collaboration de|con la colaboración de|con información de|con la collaborazione di|met medewerking van|com colaboração de|medverkande)[\s:]+/iu,
  ],
  [
    'reporters',
    /^(?:reporting|writing|reporting and writing|writing and reporting|reported|written|compiled) by[\s:]+/iu,
  ],
  [
    'editors',
    /^(?:(?:compiled and )?edit(?:ing|ed)|copy[- ]edit(?:ing|ed)|translat(?:ion|ed)|writing and editing) by[\s:]+|^(?:redaktion|redigierung|editor|édition|edición|redigering)\s*:\s*/iu,
  ],
  [
    'photographers',
    /^(?:photo(?:graph)?s?|photography|pictures?|images?|fotos?|bild(?:er)?|photos?|foto’s|zdjęcia|kuva|фото|写真|图)\s*(?:credit\s*)?(?:by|von|par|por|di|de|av|af|door)?(?:[\s:：/]+)/iu,
  ],
];

const CONTRIBUTED =
  /^(?<people>.{4,300}?)\s(?:also\s|each\s)?(?:contributed(?: reporting| research)?|provided (?:additional )?reporting|reported|assisted (?:in|with) (?:the )?reporting)\b(?:\s(?:to|for|on) (?:this|the) (?:report|story|article|piece|post|dispatch)| (?:from|in) (?<place>[^.;]{2,60})|\s*$|\.)/iu;
const ORGANIZATION_JOB =
  /^(?<organization>(?:the )?\p{Lu}[\p{L}.&'’-]{0,30}(?:\s\p{Lu}[\p{L}.&'’-]{0,30}){0,4}?)\s(?:staff |national |senior |political |medical |science |business |sports |diplomatic |video )?(?:writer|reporter|journalist|correspondent|researcher|photographer|editor|producer|videographer)s?,?\s/u;
const COPYRIGHT = /^(?:copyright\b|©|\(c\)\s)/i;

export function emptyCredits(): CreditList {
  return { agencies: [], contributors: [], editors: [], photographers: [], reporters: [], copyright: null };
}

/** Adds what one line of credits says; a line that says nothing readable changes nothing. */
export function readCreditLine(line: string, into: CreditList): void {
  const text = line.slice(0, MAX_LINE).trim();
  if (COPYRIGHT.test(text)) {
    into.copyright ??= text.slice(0, 300);
    return;
  }
  const bare = text.replace(/^[\s(（[*_–—-]+|(?<![\s)）\]*_])[\s)）\]*_]+$/gu, '');
  const agencies = agenciesOf(
    bare.replace(
      /^(?:source|quelle|with|mit|avec|con|com|fuente|fonte|bron|kilde|källa|źródło|zdroj|источник|mit material(?:ien)? (?:von|der))[\s:]+/iu,
      '',
    ),
  );
  for (const agency of agencies) addAgency(into, agency);
  if (agencies.length > 0) return;
  for (const clause of bare.split(/;\s*|(?<=\p{Ll}\p{Ll})\.\s+(?=\p{Lu})/u)) readClause(clause.trim(), into);
}

/** Adds an agency once. */
export function addAgency(into: CreditList, agency: Agency): void {
  if (!into.agencies.some(({ name }) => name === agency.name)) into.agencies.push(agency);
}

function readClause(clause: string, into: CreditList): void {
  for (const [role, lead] of LEADS) {
    const match = lead.exec(clause);
    if (!match) continue;
    addPeople(role, readPeople(clause.slice(match[0].length).replace(/\.$/, '')), into);
    return;
  }
  const match = CONTRIBUTED.exec(clause);
  if (match?.groups?.people) {
    const people = readPeople(match.groups.people);
    const place = match.groups.place && isPlaceName(match.groups.place) ? tidyPlace(match.groups.place) : null;
    // One place after the verb belongs to the one person before it.
    const [only] = people;
    addPeople(
      'contributors',
      place && only && people.length === 1 && !only.place ? [{ ...only, place }] : people,
      into,
    );
  }
}

function addPeople(role: Role, people: readonly Contributor[], into: CreditList): void {
  for (const person of people) {
    if (person.organization) {
      const agency = agencyOf(person.organization);
      if (agency && role !== 'photographers') addAgency(into, agency);
    }
    if (role === 'editors' || role === 'photographers') {
      if (!into[role].includes(person.name)) into[role].push(person.name);
    } else if (!into[role].some(({ name }) => name === person.name)) into[role].push(person);
  }
}

/** People of a list such as `Associated Press writers A in Paris and B at the United Nations`, with their places. */
export function readPeople(list: string): readonly Contributor[] {
  const lead = ORGANIZATION_JOB.exec(list);
  const named = lead?.groups?.organization?.replace(/^the /i, '');
  const organization =
    named && !/^(?:Staff|Senior|Freelance|Contributing|Special)$/.test(named) ? (agencyOf(named)?.name ?? named) : null;
  const rest = (lead ? list.slice(lead[0].length) : list).replace(
    /^(?:staff )?(?:writer|reporter|journalist|correspondent)s?\s/iu,
    '',
  );
  const people: Contributor[] = [];
  for (const { text, after } of splitList(rest)) {
    const match = /^(?<name>.{2,80}?)\s(?:in|at|from|aus|à|en|in the)\s(?:the\s)?(?<place>\p{Lu}.{1,50})$/u.exec(text);
    const [name, house] = splitHouse(cleanName(match?.groups?.name ?? text));
    const last = people.at(-1);
    // `in Raleigh, North Carolina`: a part after a comma goes on with the place before it.
    if (!match && after === 'comma' && last?.place)
      people[people.length - 1] = { ...last, place: `${last.place}, ${text}` };
    else if (isPersonName(name, 'visible'))
      people.push({
        name,
        ...((house ?? organization) ? { organization: house ?? organization ?? '' } : {}),
        ...(match?.groups?.place ? { place: tidyPlace(match.groups.place) } : {}),
      });
  }
  return people;
}

/** `Ana Ruiz/dpa`, `Ana Ruiz / Example Images`. */
function splitHouse(name: string): readonly [string, string | null] {
  const at = name.search(/\s?[/|]\s?/);
  if (at <= 0) return [name, null];
  const house = name.slice(at).replace(/^[\s/|]+/, '');
  return [name.slice(0, at).trim(), agencyOf(house)?.name ?? (house === '' ? null : house)];
}

function splitList(list: string): readonly { readonly text: string; readonly after: 'comma' | 'and' }[] {
  const parts: { text: string; after: 'comma' | 'and' }[] = [];
  let after: 'comma' | 'and' = 'and';
  for (const piece of list.split(/(,?(?<!\s)\s+(?:and|und|et|y|e|og|och|en)\s+|(?<!\s)\s*&\s*|,\s*)/u)) {
    if (/^(?:,?\s+(?:and|und|et|y|e|og|och|en)\s+|\s*&\s*)$/u.test(piece)) after = 'and';
    else if (/^,\s*$/.test(piece)) after = 'comma';
    else if (piece.trim() !== '') parts.push({ text: piece.trim(), after });
  }
  return parts;
}

function isPlaceName(text: string): boolean {
  const first = text.replace(/^the\s/i, '');
  return (
    /^\p{Lu}/u.test(first) &&
    first.split(/[\s,]+/).every((word) => /^(?:\p{Lu}|and$|of$|de$|del$|la$)/u.test(word)) &&
    !STAFF_WORDS.has(first.toLowerCase())
  );
}

function tidyPlace(text: string): string {
  return text
    .replace(/^the\s/i, '')
    .replace(/(?<![\s.])[\s.]+$/, '')
    .trim();
}
