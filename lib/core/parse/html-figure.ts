import type { Image } from '../document.ts';
import type { RawAttributes } from './html-attributes.ts';
import { foldSpaces, toNfc } from './html-text.ts';
import { absoluteUrl } from './html-url.ts';

type ImageDraft = { -readonly [K in keyof Image]: Image[K] };

const CREDIT_NAME =
  /(?:^|[^a-z])(?:credits?|copyright|copyrightholder|photographer|photo-?credits?|image-?(?:source|credits?))(?:[^a-z]|$)/i;
/** A picture with no side longer than this, px, is a spacer or a counter. */
const MAX_PIXEL_SIDE = 3;

/** A `<figure>` while it is read; its caption and credit belong to the first of its images. */
export class Figure {
  private readonly images: ImageDraft[] = [];
  private caption = '';
  private credit = '';

  add(image: ImageDraft): void {
    this.images.push(image);
  }

  addCaption(text: string): void {
    this.caption += this.caption === '' ? text : ` ${text}`;
  }

  addCredit(data: string): void {
    this.credit += data;
  }

  close(): void {
    const image = this.images[0];
    if (image === undefined) return;
    if (this.caption !== '') image.caption = this.caption;
    const credit = toNfc(foldSpaces(this.credit)).trim();
    if (credit !== '') image.credit = credit;
  }
}

/** Whether an element of a figure says by its name that it holds the photographer or agency. */
export function isCreditElement(attributes: RawAttributes | null): boolean {
  if (attributes === null) return false;
  return CREDIT_NAME.test(`${(attributes.class ?? '').slice(0, 500)} ${attributes.itemprop ?? ''}`);
}

/** The image of an `<img>`; `null` for spacers and counters. Lazy-loading attributes come before a placeholder `src`. */
export function imageOf(attributes: RawAttributes | null, base: string | null): ImageDraft | null {
  if (attributes === null || isPixel(attributes)) return null;
  const url =
    absoluteUrl(attributes.lazySrc, base) ??
    absoluteUrl(attributes.src, base) ??
    absoluteUrl(firstCandidate(attributes.lazySrcset ?? attributes.srcset), base);
  const alt = toNfc(foldSpaces(attributes.alt ?? '')).trim() || null;
  return url === null && alt === null ? null : { url, alt, caption: null, credit: null };
}

function isPixel(attributes: RawAttributes): boolean {
  const side = Math.max(Number(attributes.width ?? Number.NaN), Number(attributes.height ?? Number.NaN));
  return side <= MAX_PIXEL_SIDE;
}

function firstCandidate(srcset: string | undefined): string | undefined {
  return srcset?.trim().split(/[\s,]/, 1)[0];
}
