import type { LabelledBlock, Link } from '../document.ts';
import type { Author } from '../record.ts';
import { type AuthorMark, isAuthorUrl } from './author-marks.ts';
import type { AuthorSource } from './author-sources.ts';
import { mayBeLed, withoutLead } from './byline-lead.ts';
import { type BylinePart, readByline } from './byline-parts.ts';
import { authorsOf } from './byline-people.ts';
import { type BylineText, bylineText } from './byline-text.ts';
import type { CreditList } from './credits.ts';
import { cleanName, isPersonName, type NameTrust } from './names.ts';
import { isForeign, type Page } from './page.ts';
import { isSectionLabel } from './section-labels.ts';

/** A byline that the page shows. */
export interface VisibleByline extends AuthorSource {
  /** A word such as `By` leads it. */
  readonly led: boolean;
  /** It names who checked or edited the article, not who wrote it. */
  readonly other: boolean;
  /** Data of the markup or a link to the author's page says that it is one. */
  readonly marked: boolean;
  readonly dated: boolean;
}

/** Words of the longest line that may be a byline: several names with roles, a date and a reading time. */
const MAX_BYLINE_WORDS = 45;
/** A line of few words may still be a megabyte of signs. */
const MAX_BYLINE_CHARS = 600;
/** Words of a line of names that has nothing else to make it a byline. */
const MAX_BARE_WORDS = 10;

/** Where a block stands that may be a byline, and what makes it one. */
export interface Place {
  readonly source: 'markup' | 'visible-text' | 'bare-line';
  readonly confidence: number;
  /** Only a leading word can make it a byline. */
  readonly needsLead: boolean;
  /** It stands between headline and prose. */
  readonly inHead: boolean;
  readonly mark: AuthorMark | null;
}

/** Reads one block that may be a byline; `null` when it names no author. */
export function readBlock(page: Page, index: number, place: Place, credits: CreditList): VisibleByline | null {
  const entry = page.blocks[index];
  if (!entry || entry.block.text === '' || entry.block.words > MAX_BYLINE_WORDS) return null;
  if (entry.block.text.length > MAX_BYLINE_CHARS) return null;
  // No leading word helps most of the blocks that their labels rule out: reading them would be for nothing.
  if (!mayNameAuthor(entry, place, true)) return null;
  const { block, removal } = entry;
  const needsWord = place.needsLead && place.mark === null && block.links.length === 0 && !isHeadLine(entry, place);
  if (needsWord && !mayBeLed(block.text) && !isLabelled(page, index)) return null;
  const own = bylineText(block.text);
  const line = own.led || !isLabelled(page, index) ? own : { ...own, led: true };
  if (!mayNameAuthor(entry, place, line.led)) return null;
  const linked = place.needsLead && !line.led && !place.inHead ? [] : linkedAuthors(block.links, line.line);
  const isBare = linked.length === 0 && !line.led && place.mark === null;
  const isAlone = place.source === 'bare-line';
  const isData = removal?.class === 'byline' || place.mark !== null || isDatedLine(entry, line);
  const trust: NameTrust = line.led && isData ? 'structured' : 'visible';
  const isStrict = place.needsLead || isForeign(entry);
  const isLine = isStrict && isBylineByForm(entry, place, line, linked);
  // Names are read last: most lines are told from a byline by less.
  const mayBe = isBare ? isHeadLine(entry, place) : isMarkedHeadLine(place, line);
  if (isAlone ? !isPlainLine(entry) : isStrict && !isLine && !mayBe) return null;
  const parts = readByline(line.rest, trust);
  if (isAlone) {
    if (!isNamesOnly(parts)) return null;
  } else if (isStrict) {
    if (!isLine && !isNameAndData(parts, line)) return null;
  } else if (isBare && !isBareByline(entry, parts, line)) return null;
  const authors = linked.length > 0 ? linked : authorsOf(parts, credits);
  const name = authors[0]?.name;
  if (name === undefined || (!line.led && authors.some((author) => isSectionLabel(page, author.name)))) return null;
  // A kept line that merely begins like a byline is prose: its first words must be the name.
  if (place.needsLead && linked.length === 0 && !startsWithName(line.rest, name)) return null;
  const { source, confidence } = place;
  const { led, other, dated } = line;
  const marked = place.mark === 'data' || linked.length > 0;
  const people = withLinks(page, index, authors);
  return { source, confidence, raw: block.text, authors: people, personal: true, led, other, marked, dated };
}

/** Words of a line that is a leading word alone, and of the line of names behind it. */
const MAX_LABEL_WORDS = 3;
const MAX_LABELLED_WORDS = 8;

/** Whether the line before is nothing but a leading word: `Author`, `Posted by:`. */
function isLabelled(page: Page, index: number): boolean {
  const label = index > 0 ? page.blocks[index - 1]?.block : undefined;
  if (!label || label.words === 0 || label.words > MAX_LABEL_WORDS) return false;
  if ((page.blocks[index]?.block.words ?? 0) > MAX_LABELLED_WORDS) return false;
  return withoutLead(`${label.text.replace(/[\s:：]{1,4}$/u, '')}: X`).rest === 'X';
}

/** Words of a line that names who and when, and little else. */
const MAX_DATED_WORDS = 14;

/** A short line that a leading word and a date begin, or beside the date, is one of data: `Posted by David on 3 May 2021`. */
function isDatedLine({ block, removal }: LabelledBlock, { dated, atStart }: BylineText): boolean {
  return atStart && block.words <= MAX_DATED_WORDS && (dated || removal?.class === 'dateline');
}

/** Whether a block's label leaves it to name the author; the cards of others never, unless the markup says so. */
function mayNameAuthor(entry: LabelledBlock, place: Place, led: boolean): boolean {
  const name = entry.removal?.class;
  if (name === 'credit') return false;
  if (name === 'related' || name === 'teaser' || name === 'caption')
    return place.inHead && (place.mark === 'data' || (led && place.mark === 'class'));
  return !isForeign(entry) || place.inHead || (name === 'footer' && place.mark !== null);
}

/** By its leading word, its mark or its links, whoever it names. */
function isBylineByForm({ block }: LabelledBlock, place: Place, line: BylineText, linked: readonly Author[]): boolean {
  if (line.led) return block.kind !== 'heading' && !looksLikeProse(line.rest);
  return place.mark === 'data' || isLinkLine(block, linked);
}

/** A line that holds little beside the link to the author's page. */
function isLinkLine({ words }: LabelledBlock['block'], linked: readonly Author[]): boolean {
  const named = linked.reduce((sum, { name }) => sum + name.split(' ').length, 0);
  return named >= 2 && words <= named + 3;
}

/** A line of the head of the article that may hold a name beside its date. */
function isHeadLine({ removal }: LabelledBlock, place: Place): boolean {
  return place.inHead && (removal?.class === 'dateline' || removal?.rule === 'html-head-line');
}

/** A line of the head that its class calls the author's, and that has a date: a menu may hold it. */
function isMarkedHeadLine({ inHead, mark }: Place, { dated }: BylineText): boolean {
  return inHead && mark === 'class' && dated;
}

/** Without a leading word, link or mark, a line is a byline by its label and when it begins with a name. */
function isBareByline({ block, removal }: LabelledBlock, parts: readonly BylinePart[], line: BylineText): boolean {
  if (removal?.rule === 'html-head-line') return isNameAndData(parts, line);
  return block.kind !== 'heading' && (parts[0]?.kind === 'person' || parts[0]?.kind === 'agency');
}

/** A short line that nothing else is known of. */
function isPlainLine({ block, removal }: LabelledBlock): boolean {
  const isPlain = removal === null || removal.class === 'other' || removal.rule === 'html-head-line';
  return isPlain && block.kind === 'paragraph' && block.words <= MAX_BARE_WORDS;
}

/** Nothing but several full names; one alone may be a slogan or the name of a section. */
function isNamesOnly(parts: readonly BylinePart[]): boolean {
  return parts.length > 1 && parts.every(({ kind, text }) => kind === 'person' && text.split(' ').length <= 4);
}

/** One or two full names, and beside them a date or a job and nothing else of weight. */
function isNameAndData(parts: readonly BylinePart[], { dated }: BylineText): boolean {
  const people = parts.filter(({ kind }) => kind === 'person').length;
  return (
    parts[0]?.kind === 'person' &&
    people <= 2 &&
    (dated || parts.some(({ kind }) => kind === 'role')) &&
    parts.every(({ kind, text }) => kind !== 'staff' || text.split(' ').length <= 4)
  );
}

function looksLikeProse(text: string): boolean {
  return /\p{Ll}[.!?][”"]?\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text);
}

/** A name that its owner made for the web, as the text of a link to the owner's page. */
const PEN_NAME = /^[\p{L}\p{M}][\p{L}\p{M}\d._-]{2,29}$/u;

/** Names of links that lead to the pages of authors. */
function linkedAuthors(links: readonly Link[], line: string): readonly Author[] {
  return links.flatMap(({ text, url }) => {
    if (!line.includes(text) || !isAuthorUrl(url)) return [];
    const name = cleanName(withoutLead(text).rest);
    const penName = /\d/.test(name) && PEN_NAME.test(name);
    return penName || isPersonName(name, 'structured') ? [{ name, url }] : [];
  });
}

function startsWithName(rest: string, name: string): boolean {
  return rest
    .replace(/^(?:dr|prof)\.?\s/i, '')
    .toLowerCase()
    .startsWith(name.slice(0, 4).toLowerCase());
}

function withLinks(page: Page, index: number, authors: readonly Author[]): readonly Author[] {
  const links = page.blocks[index]?.block.links ?? [];
  return authors.map((author) => {
    const link = links.find(({ text }) => text.includes(author.name));
    return link && /^https?:/i.test(link.url) ? { ...author, url: link.url } : author;
  });
}
