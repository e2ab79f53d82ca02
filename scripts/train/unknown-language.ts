import { hash32 } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** How a language that nobody knows is written: in letters, or in signs without spaces between the words. */
export type Writing = 'letters' | 'signs';

/** Names that are the same in most languages. */
const SAME =
  /^(?:facebook|twitter|whatsapp|instagram|youtube|linkedin|pinterest|reddit|telegram|tiktok|flipboard|google|apple|reuters|afp|ap|getty|dpa|epa|rss|pdf|tv)$/i;
/** What is no language: targets of links, addresses, tags and references of HTML. */
const NO_LANGUAGE = /(\]\([^)]*\)|https?:\/\/\S+|www\.\S+|\S+@\S+|<[^>]*>|&[a-z]+;)/gi;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Letters that are exchanged among themselves, so that words can still be spoken. */
const EXCHANGED = [
  'aeiouy',
  'bcdfghjklmnpqrstvwxz',
  'äöüåæøéèêàáâãíìîóòôõúùûëïœ',
  'абвгдежзиклмнопрстуфхцчшщыэюяіїєґ',
] as const;

const HIRAGANA = 'のにはをたがでとしれさあいるもすなかうくけこせそちつてぬねひふへほまみむめやゆよらりろわん';
const KATAKANA = 'アイウエオカキクケコサシスセタチテトナニネノハヒフヘホマミムメモヤラリルレロワン';
/** First of the Han characters that are used, and how many. */
const HAN = { first: 0x4e00, count: 2500 } as const;
/** Letters of a word that a sign stands for. */
const LETTERS_A_SIGN = 2.6;

const SIGN = '[\\u3040-\\u30ff\\u4e00-\\u9fff]';
/** What a text without spaces has in place of the marks of one with them. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${SIGN}) +(?=${SIGN})`, 'g'), '$1'],
  [new RegExp(`(${SIGN}) +(?=\\d)`, 'g'), '$1'],
  [new RegExp(`(\\d) +(?=${SIGN})`, 'g'), '$1'],
  [/(?<=[\u3040-\u30ff\u4e00-\u9fff\d)”"」])[.](?=\s|$|["”»」])/g, '。'],
  [/, ?(?=[\u3040-\u30ff\u4e00-\u9fff“„"])/g, '、'],
  [/\?/g, '？'],
  [/(?<!!|^)!(?!\[)/g, '！'],
  [/[“„«]/g, '「'],
  [/[”»]/g, '」'],
  [new RegExp(`: ?(?=${SIGN})`, 'g'), '：'],
  [/(。|、|？|！|」) +(?=\S)/g, '$1'],
  [/ +(?=「)/g, ''],
];

/** A document by its lines; `id` is the same in all that is made of one page. */
interface Written {
  readonly id: string;
  readonly lines: readonly { readonly t: string }[];
}

/** What a document in an unknown language counts beside the one it is made of. */
const SHARE = 0.5;
/** Of how many documents one is written so. */
const ONE_OF: Readonly<Record<Writing, number>> = { letters: 3, signs: 6 };

/**
 * Documents to be learnt from beside the given ones: some in letters and some in signs of an unknown language. Those into which other
 * stories were put are left out: their cards are learnt elsewhere.
 */
export function unknownLanguageRows(rows: readonly TextRow[]): readonly TextRow[] {
  const natural = rows.filter(
    ({ set, style }) => set !== 'bbc' && (!style.startsWith('insert-') || style === 'insert-none'),
  );
  return natural.flatMap((row) => {
    const draw = hash32(`foreign ${row.id} ${row.style}`);
    const writings: readonly Writing[] = [
      ...(draw % ONE_OF.letters === 0 ? (['letters'] as const) : []),
      ...((draw >>> 8) % ONE_OF.signs === 0 ? (['signs'] as const) : []),
    ];
    return writings.map((writing) => ({ ...inUnknownLanguage(row, writing), share: SHARE }));
  });
}

/**
 * A document as it would stand in a language of which no table holds a word and no rule a phrase, the same for all renderings
 * of a page: what is learnt from it holds in every language.
 */
export function inUnknownLanguage<Row extends Written>(row: Row, writing: Writing): Row {
  const translate = writing === 'letters' ? exchangeLetters(row.id) : writeSigns(row.id);
  return { ...row, lines: row.lines.map((line) => ({ ...line, t: translate(line.t) })) };
}

type Translate = (text: string) => string;

function exchangeLetters(key: string): Translate {
  const seed = mix(key, 7);
  const exchanged = new Map(EXCHANGED.flatMap((letters) => exchange(letters, seed)));
  const letter = (own: string): string => {
    const small = own.toLowerCase();
    const other = exchanged.get(small) ?? small;
    return small === own ? other : exchanged.has(small) ? other.toUpperCase() : own;
  };
  const word = (own: string): string => (SAME.test(own) ? own : [...own].map(letter).join(''));
  return (text) => translateParts(text, (part) => part.replace(WORD, word));
}

function exchange(letters: string, seed: number): readonly (readonly [string, string])[] {
  const others = [...letters].sort((one, other) => mix(one, seed) - mix(other, seed));
  return [...letters].map((letter, at) => [letter, others[at] ?? letter]);
}

function writeSigns(key: string): Translate {
  const seed = mix(key, 7);
  const word = (own: string): string => (SAME.test(own) ? own : signsOf(own, seed));
  return (text) =>
    translateParts(text, (part) =>
      MARKS.reduce((written, [mark, sign]) => written.replace(mark, sign), part.replace(WORD, word)),
    );
}

/** Short words in one kana, names partly in katakana, the rest in Han and kana. */
function signsOf(word: string, seed: number): string {
  const count = Math.max(1, Math.round([...word].length / LETTERS_A_SIGN));
  const isName = /^\p{Lu}/u.test(word);
  const sign = (at: number): string => {
    const draw = mix(word.toLowerCase() + at, seed);
    if (count === 1 && !isName) return HIRAGANA[draw % HIRAGANA.length] ?? '';
    if (isName && draw % 3 === 0) return KATAKANA[draw % KATAKANA.length] ?? '';
    if (draw % 5 < 2) return HIRAGANA[(draw >>> 4) % HIRAGANA.length] ?? '';
    return String.fromCharCode(HAN.first + ((draw >>> 3) % HAN.count));
  };
  return Array.from({ length: count }, (_, at) => sign(at)).join('');
}

function translateParts(text: string, translate: Translate): string {
  return text
    .split(NO_LANGUAGE)
    .map((part, at) => (at % 2 === 0 ? translate(part) : part))
    .join('');
}

/** 32 bits of which all depend on all of the text. */
function mix(text: string, seed: number): number {
  let hash = hash32(text, seed);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
