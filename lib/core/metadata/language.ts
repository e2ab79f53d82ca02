import { detectAll } from 'tinyld/light';
import type { Evidence } from '../record.ts';
import { firstOf, type LdNode } from './json-ld.ts';
import { isProse, type Page } from './page.ts';
import { asList, asObject, cleanString } from './values.ts';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly evidence: Evidence;
}

/** Words from which a detection is believed when the source says nothing. */
const MIN_DETECT_WORDS = 20;
/** Text given to the detector, UTF-16 units: enough for certainty, and bounded time. */
const MAX_DETECT_CHARS = 3000;
/** Accuracy of the detector (0..1) from which the text overrules what the page declares. */
const OVERRULING_ACCURACY = 0.5;

const RTL = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'ku-arab', 'arc', 'syr']);

/** Language of the article: what the page declares, checked against its text. */
export function findLanguage(page: Page, article: LdNode | null): Language | null {
  const declared = declarations(page, article);
  const text = sample(page);
  const detected = text.words >= MIN_DETECT_WORDS ? detect(text.text) : null;
  const confirmed = declared.find(({ tag }) => detected && primaryOf(tag) === detected.language);
  const [first] = declared;
  if (
    first &&
    detected &&
    !confirmed &&
    detected.accuracy >= OVERRULING_ACCURACY &&
    !isNear(primaryOf(first.tag), detected.language)
  )
    return { tag: detected.language, evidence: { source: 'detected', confidence: 0.7, raw: first.raw } };
  const chosen = confirmed ?? first;
  if (chosen)
    return {
      tag: chosen.tag,
      evidence: { source: chosen.source, confidence: confirmed ? 0.99 : 0.7, raw: chosen.raw },
    };
  return detected
    ? {
        tag: detected.language,
        evidence: {
          source: 'detected',
          confidence: Math.round(Math.min(0.9, 0.5 + detected.accuracy / 2) * 100) / 100,
          raw: detected.language,
        },
      }
    : null;
}

/** Reading direction of a language, or of what the page declares. */
export function directionOf(language: string | null, declared: string | null): 'ltr' | 'rtl' | null {
  if (language !== null) return RTL.has(primaryOf(language)) ? 'rtl' : 'ltr';
  const plain = declared?.trim().toLowerCase();
  return plain === 'rtl' || plain === 'ltr' ? plain : null;
}

/** Groups whose members a detector takes for each other; within one the page's own word counts. */
const NEAR: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['cs', 'sk'],
  ['hr', 'sr', 'bs', 'sh', 'sl', 'mk'],
  ['id', 'ms'],
  ['es', 'ca', 'gl', 'pt', 'ast', 'eu'],
  ['nl', 'af', 'fy', 'li'],
  ['hi', 'mr', 'ne', 'sa', 'bho'],
  ['ru', 'uk', 'be', 'bg'],
  ['zh', 'yue', 'ja'],
  ['de', 'lb', 'gsw', 'nds'],
  ['zu', 'xh', 'st', 'tn', 'sw', 'rw', 'sn', 'ss', 'nr', 've', 'ts', 'ny', 'so', 'ha', 'yo', 'ig', 'am', 'om'],
  ['lt', 'lv'],
  ['fi', 'et'],
  ['tr', 'az', 'tk', 'uz', 'kk', 'ky', 'tt', 'ba'],
  ['ur', 'ar', 'fa', 'ps', 'ckb', 'sd', 'ug'],
  ['bn', 'as'],
  ['it', 'co', 'scn'],
];

function isNear(one: string, other: string): boolean {
  return NEAR.some((group) => group.includes(one) && group.includes(other));
}

function declarations(
  page: Page,
  article: LdNode | null,
): readonly { readonly source: string; readonly tag: string; readonly raw: string }[] {
  const found: { source: string; tag: string; raw: string }[] = [];
  const add = (source: string, value: unknown) => {
    const raw = cleanString(value, 60);
    const tag = raw === null ? null : languageTag(raw);
    if (raw !== null && tag !== null) found.push({ source, tag, raw });
  };
  add('html-lang', page.labelled.document.head.lang);
  const ld = article ? firstOf(article, 'inLanguage') : undefined;
  for (const value of asList(ld, 2)) {
    const node = asObject(value);
    add('json-ld', node ? firstOf(node, 'alternateName', 'name') : value);
  }
  for (const name of [
    'og:locale',
    'content-language',
    'language',
    'dc.language',
    'dcterms.language',
    'inlanguage',
    'lang',
  ])
    add(`meta:${name}`, page.metas.get(name)?.[0]);
  return found;
}

/** BCP 47 in canonical case of a declared language; `null` for what is no language. */
export function languageTag(raw: string): string | null {
  const plain = (raw.split(/[,;\s]/)[0] ?? '').replace(/_/g, '-').replace(/\.[a-z0-9-]+$/i, '');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(plain)) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(plain);
    return tag === undefined || tag === 'und' || tag === 'mul' || tag === 'zxx' ? null : tag;
  } catch {
    // Not well-formed after all, such as a region given twice.
    return null;
  }
}

function primaryOf(tag: string): string {
  const primary = tag.split('-')[0] ?? '';
  return primary === 'nb' || primary === 'nn' ? 'no' : primary === 'iw' ? 'he' : primary;
}

function sample(page: Page): { readonly text: string; readonly words: number } {
  const parts: string[] = [];
  let length = 0;
  let words = 0;
  for (const entry of page.blocks) {
    if (length >= MAX_DETECT_CHARS) break;
    if (!isProse(entry, 6)) continue;
    parts.push(entry.block.text.slice(0, MAX_DETECT_CHARS - length));
    length += parts.at(-1)?.length ?? 0;
    words += entry.block.words;
  }
  return { text: parts.join('\n'), words };
}

function detect(text: string): { readonly language: string; readonly accuracy: number } | null {
  const [best] = detectAll(text);
  return best && best.lang !== '' ? { language: primaryOf(best.lang), accuracy: best.accuracy } : null;
}
