import type { Block } from '../../document.ts';
import { PICTURE_AGENCIES } from './picture-agencies.ts';

/** Longer than this it is a paragraph that ends in a source. */
const MAX_WORDS = 60;
/** Most characters of a credit that are looked at. */
const TAIL = 140;
/** Least characters before a credit: without them the line is the credit itself, which a rule knows. */
const LEAST_TEXT = 12;

/** The word for a picture with a capital, a colon and a name. */
const PICTURE_AND_NAME =
  /[\s.!?)\]"”»|\p{Ll}](?:Photo(?:graph)?s?|Photo [Cc]redit|Image(?: [Cc]redit)?s?|Picture|Credits?|Illustration|Graphic|Fotos?|Bild(?:er|rechte|quelle)?|Grafik|Quelle|Crédits?(?: photo)?|Imagen|Fotografía|Kuvat?|Zdjęcie|Fot\.|Фото|写真|사진|图片?)\s?[:：]\s?[\p{Lu}\p{Lo}©@][^.:：!?]{1,80}\.?$/u;
/** The same in brackets, where no capital is needed. */
const IN_BRACKETS =
  /[([](?:Photo(?:graph)?s?|Photo Credits?|Image(?: Credit)?s?|Picture|Fotos?|Bild(?:er)?|Crédits?(?: photo)?|Credit|Imagen|Kuvat?|Zdjęcie|Fot\.|Фото|写真|사진|图片?)\s?[:：/]\s?[^()[\]]{2,80}[)\]]\.?$/iu;
/** What kind of picture it is, or who lent it, in brackets. */
const KIND_IN_BRACKETS =
  /\((?:foto: )?(?:archiv[oe]?|symbolbild|archivbild|symbolfoto|archivfoto|themenbild|file(?: photo)?|handout|screenshot|courtesy(?: of)? [^()]{2,40}|cedid[ao]|foto d['’]archivio|arkivbilde?|arkivfoto|kuvituskuva)\)\.?$/iu;
/** The sign of rights and an owner, no year and no notice of rights. */
const SIGN_AND_OWNER = /©\s?(?![\s\d])[^.©]{2,80}$/u;
const RIGHTS = /rights|reserved|vorbehalten|réservés|reservad|riservat|copyright/iu;
/** A stroke or "via" and an agency or an archive of pictures. */
const BY_AGENCY = new RegExp(`(?:/|\\bvia |\\bpool )\\s?(?:${PICTURE_AGENCIES})[)\\]]?$`, 'iu');
/** Archives whose name alone is a credit, behind the name of who took the picture. */
const ARCHIVE =
  /\p{L}[.,]? ?(?:[|–—-] ?)?(?:Getty Images|AFP via Getty Images|Shutterstock(?:\.com)?|stock\.adobe\.com|Adobe Stock|Wikimedia Commons|iStock(?:photo)?)\)?$/u;
/** Before an archive that a sentence names. */
const SAID_OF =
  /\b(?:by|from|on|at|in|and|of|to|with|the|für|von|bei|auf|mit|und|de|des|par|sur|et|y|en|di|da|su|e)\s(?:Getty Images|Shutterstock|Adobe Stock|Wikimedia Commons|iStock)\)?$/iu;
/** What stands before an agency, and the last two letters of archives, in lower case; few lines have either. */
const AGENCY_MARKS = ['/', 'via ', 'pool '] as const;
const ARCHIVE_ENDS = new Set(['es', 'ck', 'om', 'ns', 'to']);

/**
 * Whether a line ends in the credit of a picture as no sentence does, so that it is a caption wherever it stands. Of 1,500 pages with gold
 * or marks 185 sites have such lines outside the article, 8 in it.
 */
export function isCreditedLine({ text, words }: Pick<Block, 'text' | 'words'>): boolean {
  return words <= MAX_WORDS && endsInCredit(text);
}

/**
 * Whether a text ends in such a credit.
 *
 * @param known The text in lower case, where it is known.
 */
export function endsInCredit(text: string, known: string | null = null): boolean {
  if (text.length < LEAST_TEXT) return false;
  const end = text.slice(-TAIL);
  if (hasColonBehindSentence(end) && PICTURE_AND_NAME.test(end)) return true;
  if (endsInBracket(end) && (IN_BRACKETS.test(end) || KIND_IN_BRACKETS.test(end))) return true;
  if (end.includes('©') && SIGN_AND_OWNER.test(end)) return end.indexOf('©') > 0 && !RIGHTS.test(end);
  // Nearly every paragraph ends in a mark, and neither agencies nor archives do.
  if (end.endsWith('.')) return false;
  // Letters that are two in lower case would move the end.
  const lower = known?.length === text.length ? known.slice(-TAIL) : end.toLowerCase();
  if (AGENCY_MARKS.some((mark) => lower.includes(mark)) && BY_AGENCY.test(end)) return true;
  const last = lower.endsWith(')') ? lower.slice(-3, -1) : lower.slice(-2);
  return ARCHIVE_ENDS.has(last) && ARCHIVE.test(end) && !SAID_OF.test(end);
}

/** Whether a colon stands behind all other marks of sentences but a full stop at the very end. */
function hasColonBehindSentence(end: string): boolean {
  for (let at = end.length - (end.endsWith('.') ? 2 : 1); at >= 0; at--) {
    const unit = end.charCodeAt(at);
    if (unit === 58 || unit === 0xff1a) return true;
    if (unit === 46 || unit === 33 || unit === 63) return false;
  }
  return false;
}

function endsInBracket(end: string): boolean {
  const last = end.charCodeAt(end.length - (end.endsWith('.') ? 2 : 1));
  return last === 41 || last === 93;
}
