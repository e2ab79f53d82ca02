import type { ArticleImage } from '../record.ts';

/** Words that stand before the name of who made a picture. */
const LABEL =
  '(?:(?:file |archive |press )?(?:photo(?:graph(?:y|er|e|s)?)?s?|pictures?|images?|illustrations?|graphics?|video)(?: credits?| source| courtesy(?: of)?)?|credits?|courtesy(?: of)?|(?:archiv|symbol|titel|presse)?(?:foto|bild)(?:er|s|grafie|quelle|nachweis|rechte)?|grafik|quelle|crédits?(?: photos?)?|crédito(?:s)?|imagen|fotografía|imagem|foto(?:grafia)? di|źródło|zdjęcie|fot\\.|beeld|kuva|valokuva|fotoğraf|фото(?:графия)?|写真(?:提供)?|撮影|사진(?:\\s?제공)?|图片来源|圖片來源|图片|圖片|攝影)';
/** A label, its sign and a name at the end: `... quay. Photo: Tor Brede`, `| Bild: dpa`, `(Foto: A. Lund)`. */
const LABELLED = new RegExp(
  `(?:^|[\\s.|(\\[–—,;/-])(${LABEL})(?:\\s(?:by|von|de|di|av|af))?\\s?[:：=/]\\s?([^:：()|\\[\\]]{2,80}?(?:\\s\\([^()]{2,60}\\))?)[)\\]]?\\.?$`,
  'iu',
);
/** Brackets at the end that speak of a picture: `(Photo by Tor Brede/Wire)`, `(NW Photo/Tor Brede)`. */
const IN_BRACKETS = new RegExp(
  `[(\\[]((?:[^()\\[\\]]{0,40}[\\s/.])?${LABEL}(?:[\\s/.,:：=][^()\\[\\]]{1,80})?)[)\\]]\\.?$`,
  'iu',
);
const BY_LABEL = new RegExp(`^${LABEL}(?:\\s(?:by|von|de|di|av|af))?\\s?(?:[:：=/]|\\s(?=\\p{Lu}))\\s?`, 'iu');
/** `Photo by Tor Brede`, where the name follows without a sign. */
const BY =
  /(?:^|[\s.|([–—,;/-])(?:Photo(?:graph|s)?|Image|Picture|Illustration|Foto|Bild|Imagen)\s(?:by|von|par|por|di|av|af)\s(\p{Lu}[^:：()|[\]]{1,80})$/u;
/** A mark of copyright and its owner at the end. */
const COPYRIGHT = /(©\s?[^©:]{2,80})$/u;
/** Words of a name, of an agency beside it and of what stands between them; more are a sentence. */
const MAX_CREDIT_WORDS = 10;
/** What is left of a caption when only the joint to its credit remains. */
const JOINT = /[\s|/–—-]{1,4}$/u;

/** A picture with its credit parted from its caption: the name without `Photo:`, the caption without the name. */
export function partCredit(image: ArticleImage): ArticleImage {
  const { caption, credit, ...rest } = apart(image);
  const own = credit === undefined ? null : withoutLabel(credit);
  if (caption === undefined) return own === null ? rest : { ...rest, credit: own };
  if (credit !== undefined && caption.endsWith(credit)) {
    return join(rest, caption.slice(0, -credit.length), own);
  }
  const found = findCredit(caption);
  return found === null ? join(rest, caption, own) : join(rest, caption.slice(0, found.start), own ?? found.credit);
}

/** Some pages mark caption and credit alike: a credit of many words is the caption, with or without one. */
function apart(image: ArticleImage): ArticleImage {
  const { caption, credit, ...rest } = image;
  const isLong = credit !== undefined && credit.split(/\s+/).length > 2 * MAX_CREDIT_WORDS;
  return isLong ? { ...rest, caption: caption ?? credit } : image;
}

function join(rest: ArticleImage, text: string, credit: string | null): ArticleImage {
  const caption = text.replace(JOINT, '').trim();
  return { ...rest, ...(caption !== '' && { caption }), ...(credit !== null && { credit }) };
}

function findCredit(caption: string): { readonly start: number; readonly credit: string } | null {
  const from = Math.max(0, caption.length - 200);
  const tail = caption.slice(from);
  for (const pattern of [IN_BRACKETS, LABELLED, BY, COPYRIGHT]) {
    const match = pattern.exec(tail);
    const credit = match === null ? null : withoutLabel(match.at(-1) ?? '');
    if (match === null || credit === null || isOfSentence(tail, match) || credit.split(/\s+/).length > MAX_CREDIT_WORDS)
      continue;
    // The sign before a label may end the caption's sentence.
    const end = /^[.]/.test(match[0]) ? 1 : 0;
    return { start: from + match.index + end, credit };
  }
  return null;
}

/** Whether the label is a word of a sentence: in small letters behind another word, as in `seen in the image: a gull`. */
function isOfSentence(tail: string, match: RegExpExecArray): boolean {
  const label = match.length > 2 ? (match[1] ?? '') : '';
  return /^\p{Ll}/u.test(label) && /[\p{L}\p{N}]$/u.test(tail.slice(0, match.index).trimEnd());
}

/** The name alone; `null` where nothing but the label is left. */
function withoutLabel(credit: string): string | null {
  const name = credit
    .trim()
    .replace(/^[([]([^()[\]]*)[)\]]$/, '$1')
    .replace(BY_LABEL, '')
    .trim();
  return name.length > 1 && /\p{L}/u.test(name) ? name : null;
}
