import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { nameByWords } from '../../lib/core/label/model/name-by-words.ts';
import { nameRemovals } from '../../lib/core/label/model/name-removal.ts';
import { NAMING_ROWS } from '../../lib/core/label/model/naming-words.ts';
import { TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { RULES } from '../../lib/core/label/rules/all.ts';
import { phraseKey } from '../../lib/core/label/rules/phrase-key.ts';
import { matchPhraseStart } from '../../lib/core/label/rules/phrase-start.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { countWords } from '../../lib/core/parse/words.ts';

const PROSE =
  'The town council of Brackwater voted on Tuesday to keep the night ferry running through the winter, after a debate that lasted until midnight.';

/** Names of the blocks of a page when its prose paragraphs `<p class=k>` are kept and all else goes. */
function namesOf(inner: string): Readonly<Record<string, string | undefined>> {
  const document = parseHtml(`<html><head><title>Ferry stays</title></head><body>${inner}</body></html>`);
  if (document.elements === null) throw new Error('expected elements');
  const page = measurePage(document, document.elements, new TokenRates(() => undefined), labelHtml(document));
  const kept = Uint8Array.from(page.blocks, ({ text }) => (text.startsWith(PROSE) ? 1 : 0));
  const names = nameRemovals(page, kept);
  return Object.fromEntries(page.blocks.map(({ text }, row) => [text, names[row]?.class]));
}

const story = (count: number): string => Array.from({ length: count }, (_, at) => `<p>${PROSE} ${at}.</p>`).join('');

function classOf(line: string, isBehind = false): string | null {
  const [block] = parseText(line).blocks;
  if (block === undefined) throw new Error('expected a block');
  return nameByWords(block, isBehind, false)?.class ?? null;
}

describe('naming a removed line by its words', () => {
  it.each([
    ['More from the harbour desk', 'related'],
    ['Mehr zum Hafen von Velm', 'related'],
    ['Les plus lus cette semaine', 'related'],
    ['Las más leídas del puerto', 'related'],
    ['Più letti della settimana', 'related'],
    ['Mais lidas do porto', 'related'],
    ['Meest gelezen in de haven', 'related'],
    ['Najnowsze wiadomości z portu', 'related'],
    ['Senaste nytt från hamnen', 'related'],
    ['Siste nytt fra havna', 'related'],
    ['Mest læste om havnen', 'related'],
    ['Luetuimmat sataman uutiset', 'related'],
    ['Nejčtenější zprávy z přístavu', 'related'],
    ['En çok okunan liman haberleri', 'related'],
    ['Популярное в порту', 'related'],
    ['Інші новини порту', 'related'],
    ['関連する港のニュース', 'related'],
    ['관련 항구 소식', 'related'],
    ['相关港口新闻', 'related'],
    ['المزيد من أخبار الميناء', 'related'],
    ['Get the harbour newsletter every Friday', 'newsletter'],
    ['Den Hafen-Brief jeden Freitag im Posteingang', 'newsletter'],
    ['Find the harbour on Facebook', 'share'],
    ['This harbour site uses cookies to count its visitors', 'cookie'],
    ['Please turn off your ad blocker to see the harbour', 'ad'],
    ['© 2026 The Brackwater Tidings', 'footer'],
    ['Ida Quill/Tidings Pictures', 'credit'],
    ['The ferry at the pier. Photo: Ida Quill', 'caption'],
    ['About the author of the series', 'bio'],
    ['Contact the harbour office', 'contact'],
    ['harbour@tidings.example', 'contact'],
    ['Leave a comment', 'comments'],
  ])('%s: %s', (line, name) => {
    expect(classOf(line)).toBe(name);
  });

  it('takes what a writer does for a bio behind the article only', () => {
    const line = 'Ida Quill is a reporter on the harbour desk.';
    expect(classOf(line, true)).toBe('bio');
    expect(classOf(line, false)).toBeNull();
  });

  it.each([
    'The harbour stays dark',
    'Moreover, the pier was sold',
    'Shares fall in the harbour company',
    'Popularity of the night ferry',
    'In 2024-2025 the ferry stood still',
  ])('says nothing of %s', (line) => {
    expect(classOf(line)).toBeNull();
  });

  it('repeats no phrase of the rules', () => {
    const known = new Map(
      RULES.flatMap((rule) =>
        rule.match.flatMap((match) =>
          match.kind === 'whole' ? match.phrases.map((one) => [phraseKey(one), rule]) : [],
        ),
      ) as readonly (readonly [string, (typeof RULES)[number]])[],
    );
    const longer = NAMING_ROWS.filter(({ where }) => where === 'start').flatMap((row) =>
      row.words
        .split('|')
        .filter((word) => known.get(word)?.class === row.class && matchPhraseStart(`${word} x`, countWords(word) + 1)),
    );
    expect(longer).toEqual([]);
  });
});

describe('naming a removed block of a page', () => {
  it('takes the name of the nearest element that says what it holds', () => {
    const names = namesOf(
      `<main>${story(4)}</main><div class="sidebar"><div class="newsletter-box"><p>Every Friday the tides</p></div></div>`,
    );
    expect(names['Every Friday the tides']).toBe('newsletter');
  });

  it('gives what stands under a removed heading its name', () => {
    const names = namesOf(
      `<main>${story(4)}</main><div><h3>You might also like</h3><p>The pier that nobody wanted to own</p></div>`,
    );
    expect(names['The pier that nobody wanted to own']).toBe('related');
  });

  it('tells cards, lists of stories and menus by three siblings of one shape', () => {
    const cards = ['one', 'two', 'three']
      .map(
        (n) =>
          `<div class="c"><h4><a href="/${n}">The ${n} piers that were sold last week</a></h4><p>Told by number ${n}</p></div>`,
      )
      .join('');
    const list = ['one', 'two', 'three']
      .map((n) => `<li><a href="/l${n}">Harbour story number ${n} of the week</a></li>`)
      .join('');
    const menu = ['Tides', 'Piers', 'Ferries'].map((n) => `<li><a href="/${n}">${n}</a></li>`).join('');
    const names = namesOf(`<main>${story(4)}</main><div>${cards}</div><ol>${list}</ol><ul>${menu}</ul>`);
    expect(names['Told by number two']).toBe('teaser');
    expect(names['Harbour story number two of the week']).toBe('related');
    expect(names.Piers).toBe('navigation');
  });

  it('gives a short line the name that both its neighbours have', () => {
    const names = namesOf(
      `<main>${story(4)}</main><section><p>Leave a comment</p><p>Quayside</p><p>Post a comment</p></section>`,
    );
    expect(names.Quayside).toBe('comments');
  });

  it('keeps the name of a rule that knows what the block is', () => {
    const names = namesOf(`<main>${story(4)}</main><div class="cookie-banner"><p>More from the harbour</p></div>`);
    expect(names['More from the harbour']).toBe('cookie');
  });

  it('leaves what nothing speaks for as other', () => {
    const names = namesOf(`<main>${story(4)}</main><div><p>Quite another thing that was said there</p></div>`);
    expect(names['Quite another thing that was said there']).toBe('other');
  });
});
