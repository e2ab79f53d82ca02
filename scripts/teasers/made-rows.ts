import { hash32 } from '../train/sites.ts';
import type { RowLine, ScrapeRow } from './rows.ts';
import { nearestStories, type Story } from './stories.ts';

/** Draws numbers 0..1, always the same for a seed (mulberry32). */
export function drawFrom(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Forms of cards in scrapes: H headline, X text, I picture, K kicker, D date, N the headline in two lines, R a headline
 * behind a word such as "Read more:", Y a second paragraph. Those that the sets have stand more than once.
 */
const FORMS = [
  'HXI', 'HXI', 'HXI', 'IHX', 'IHX', 'IHX', 'HIX', 'HIX', 'HX', 'HX', 'HX', 'HX', 'X', 'X', 'X', 'X', 'X', 'X', 'X',
  'H', 'H', 'H', 'H', 'HI', 'HI', 'IH', 'IH',
  'KHX', 'KHXI', 'IKHX', 'DHX', 'HDX', 'HXD', 'HXYI', 'HXY', 'NX', 'NXI', 'RX', 'R', 'IIHX', 'HIIX', 'HDIX', 'IHD', 'XI', 'IX',
] as const; // biome-ignore format: one line a family reads better

const READ_MORE: Readonly<Record<string, readonly string[]>> = {
  en: ['Read more: ', 'READ: ', 'Related: ', 'More: ', 'Watch: '],
  de: ['Lesen Sie auch: ', 'Mehr dazu: ', 'Lesetipp: '],
  fr: ['À lire aussi : ', 'Lire aussi : '],
  es: ['Lea también: ', 'Leer más: '],
  sv: ['Läs mer: ', 'Läs också: '],
  it: ['Leggi anche: '],
};
const KICKERS: Readonly<Record<string, readonly string[]>> = {
  en: ['World', 'Politics', 'Opinion', 'Sport', 'EXCLUSIVE', 'Analysis', 'Health'],
  de: ['Politik', 'Meinung', 'Panorama', 'EXKLUSIV', 'Wirtschaft'],
  fr: ['Société', 'Monde', 'Enquête'],
  es: ['Mundo', 'Opinión', 'Sociedad'],
};
const DATES: Readonly<Record<string, readonly string[]>> = {
  en: ['March 12, 2024', '12 Jan 2023', '2 hours ago', '14:30, 5 May 2022', 'Jun 3'],
  de: ['12.03.2024, 10:15 Uhr', '5. Mai 2022', 'vor 3 Stunden'],
};

type Draw = () => number;

function pick<T>(draw: Draw, list: readonly T[], fallback: T): T {
  return list[Math.floor(draw() * list.length)] ?? fallback;
}

function titleCase(text: string): string {
  return text.replace(
    /(^|\s)(\p{Ll})(?=\p{L}{2})/gu,
    (_, space: string, letter: string) => space + letter.toUpperCase(),
  );
}

/** The start of a story as cards print it: some sentences, glued in part, cut off in part. */
function summarise(story: Story, draw: Draw): string {
  const first = draw() < 0.8 ? 0 : Math.floor(draw() * Math.min(3, story.paragraphs.length - 1));
  const most = 12 + Math.floor(draw() * 70);
  const glue = draw() < 0.3 ? '' : ' ';
  let text = '';
  let words = 0;
  for (const paragraph of story.paragraphs.slice(first)) {
    if (words >= most) break;
    text += (text === '' ? '' : glue) + paragraph;
    words = text.split(' ').length;
    if (draw() < 0.5) break;
  }
  const all = text.split(' ');
  if (all.length <= most) return text;
  const cut = all.slice(0, most).join(' ');
  const way = draw();
  if (way < 0.25) return cut + pick(draw, ['...', '…', ' ...', ' […]'], '...');
  if (way < 0.35) return cut;
  const stop = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('." '), cut.lastIndexOf('。'));
  return stop > 40 ? cut.slice(0, stop + 1) : text.slice(0, 600);
}

function cardOf(story: Story, form: string, titled: boolean, draw: Draw): readonly string[] {
  const headline = titled ? titleCase(story.headline) : story.headline;
  const of = (table: Readonly<Record<string, readonly string[]>>): string =>
    pick(draw, table[story.lang] ?? table.en ?? [], '');
  return [...form].flatMap((part): readonly string[] => {
    switch (part) {
      case 'H':
        return [headline];
      case 'N': {
        const words = headline.split(' ');
        const half = Math.ceil(words.length * 0.6);
        return words.length < 7 ? [headline] : [words.slice(0, half).join(' '), words.slice(half).join(' ')];
      }
      case 'R':
        return [of(READ_MORE) + headline];
      case 'K':
        return [of(KICKERS)];
      case 'D':
        return [of(DATES)];
      case 'X':
        return [summarise(story, draw)];
      case 'Y':
        return [story.paragraphs[2] ?? story.paragraphs[0] ?? ''];
      default:
        return ['![]()'];
    }
  });
}

/** Places before which cards stand: gaps between lines, all at one in a quarter, the top in a tenth. */
function choosePlaces(gaps: readonly number[], count: number, draw: Draw): readonly number[] {
  const way = draw();
  const one = pick(draw, gaps, 0);
  if (way < 0.25) return new Array(count).fill(one);
  const places = Array.from({ length: count }, () => pick(draw, gaps, 0));
  return way < 0.35 ? [gaps[0] ?? 0, ...places.slice(1)] : places;
}

function insertCards(row: ScrapeRow, nearest: readonly Story[], round: number): ScrapeRow | null {
  const draw = drawFrom(`${round} ${row.id} ${row.style} ${row.host}`);
  const form = pick(draw, FORMS, 'HX');
  const count = Math.min(nearest.length, draw() < 0.4 ? 1 : 2 + Math.floor(draw() * 4));
  const kept = row.lines.flatMap((line, i) => (line.keep === true ? [i] : []));
  if (count === 0 || kept.length < 4) return null;
  const titled = draw() < 0.33;
  const near = draw() < 0.6 ? nearest.slice(0, count) : [...nearest].sort(() => draw() - 0.5).slice(0, count);
  const blank = row.lines.filter(({ t }) => t.trim() === '').length > row.lines.length / 4;
  const places = choosePlaces([...kept, row.lines.length], count, draw);
  const cards = near.map((story) => cardOf(story, form, titled, draw).filter((t) => t !== ''));
  const lines: RowLine[] = [];
  for (let i = 0; i <= row.lines.length; i++) {
    places.forEach((place, c) => {
      if (place !== i) return;
      for (const t of cards[c] ?? []) {
        lines.push({ t, keep: false, insert: 1 });
        if (blank) lines.push({ t: '', keep: null });
      }
    });
    const line = row.lines[i];
    if (line) lines.push(line);
  }
  return { ...row, id: `${row.id}~made${round}`, style: `made-${form}`, lines };
}

/** Documents with cards of near stories in many forms, made of documents without. */
export function makeRows(hosts: readonly ScrapeRow[], stories: readonly Story[], rounds: number): readonly ScrapeRow[] {
  const nearest = nearestStories(hosts, stories, 8);
  const made: ScrapeRow[] = [];
  for (let round = 0; round < rounds; round++) {
    hosts.forEach((host, h) => {
      const row = insertCards(host, nearest[h] ?? [], round);
      if (row) made.push(row);
    });
  }
  return made;
}

/** Sizes of the round-ups, in turn. */
const ROUND_UP_SIZES = [4, 6, 9, 5, 7] as const;
const ENTRY_FORMS = ['HX', 'HXY', 'HIX', 'HXI', 'IHX', 'DX', '1HX', 'HXYI', 'QX', '#HX'] as const;

/**
 * Round-ups made of the stories: an introduction and entries about unlike things, all of it the article. Real ones are rare
 * among the rows and look like a page full of teasers, but they have no story around the entries.
 */
export function makeRoundUps(stories: readonly Story[], sites: ReadonlyMap<string, string>): readonly ScrapeRow[] {
  const made: ScrapeRow[] = [];
  for (const lang of new Set(stories.map((story) => story.lang))) {
    const own = stories.filter((story) => story.lang === lang);
    let from = 0;
    for (let n = 0; from < own.length; n++) {
      const entries = own.slice(from, from + (ROUND_UP_SIZES[n % ROUND_UP_SIZES.length] ?? 5));
      from += entries.length;
      if (entries.length < 4) continue;
      const draw = drawFrom(`round-up ${lang} ${n}`);
      const form = ENTRY_FORMS[n % ENTRY_FORMS.length] ?? 'HX';
      const intro = own[(n * 7) % own.length]?.paragraphs.slice(0, 1 + (n % 2)) ?? [];
      const texts = entries.flatMap((story, e) => entryOf(story, form, e, draw));
      made.push({
        id: `round-up~${lang}~${n}`,
        style: 'made-round-up',
        lang,
        site: sites.get(entries[0]?.id ?? '') ?? '',
        lines: [...intro, ...texts].map((t) => ({ t, keep: true })),
      });
    }
  }
  return made;
}

function entryOf(story: Story, form: string, place: number, draw: Draw): readonly string[] {
  const { headline, paragraphs } = story;
  const prefix = form.startsWith('1') ? `${place + 1}. ` : form.startsWith('#') ? '## ' : '';
  const body = paragraphs.slice(0, 1 + Math.floor(draw() * 2)).map((text) => text.slice(0, 700));
  switch (form) {
    case 'DX':
      return [`${9 + place}:${10 + 7 * place}`, ...body];
    case 'QX':
      return [`${headline.replace(/[.?!]$/, '')}?`, ...body];
    default:
      return cardOf(
        { ...story, headline: prefix + headline, paragraphs: body },
        form.replace(/^[1#]/, ''),
        false,
        draw,
      );
  }
}
