import { cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY, LOCAL_REPORT } from '../support/invented-stories.ts';

const STORY = [...AGENCY_COPY, ...LOCAL_REPORT];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const page = (body: string, { head = '', footer = '' } = {}) =>
  cleanArticle(
    `<html lang="en"><head><title>Pilots end strike</title>${head}</head><body><article><h1>Pilots end strike</h1>${body}</article>
<footer>${footer}</footer></body></html>`,
    { mediaType: 'text/html' },
  );
const text = (...parts: readonly string[]) => cleanArticle(parts.join('\n\n'), { mediaType: 'text/plain' });
const flagsOf = ({ quality }: ReturnType<typeof page>) => quality.flags.map(({ flag }) => flag);
const reasonOf = ({ quality }: ReturnType<typeof page>, name: string) =>
  quality.flags.find(({ flag }) => flag === name)?.reason;

const WALL = '<div class="paywall"><p>To continue reading, subscribe or log in.</p></div>';
const NOT_FREE =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pilots end strike","isAccessibleForFree":false}</script>';
const CUT = `${AGENCY_COPY[1].slice(0, 70)}…`;

describe('quality flag paywalled', () => {
  it('stands for a beginning in front of a notice, and the page is a stub', () => {
    const record = page(`<p>${AGENCY_COPY[0]}</p><p>${CUT}</p>${WALL}`);
    expect(record.kind).toBe('paywall-stub');
    expect(reasonOf(record, 'paywalled')).toBe('a notice that the rest is for subscribers stands where the text ends');
    expect(record.quality.score).toBeLessThan(0.8);
  });

  it('stands for a long text that breaks off before the notice, which is no stub', () => {
    const record = page(paragraphs([...STORY, ...STORY.map((line) => `Again: ${line}`), CUT]) + WALL);
    expect([record.kind, flagsOf(record).includes('paywalled')]).toEqual(['article', true]);
  });

  it('sees the notice where it was kept as a last paragraph', () => {
    const head = '<meta property="og:article:content_tier" content="locked">';
    const long = [...STORY, ...STORY.map((line) => `Again: ${line}`)];
    const rest = 'There is 61.5 % of this story left. La suite est réservée aux abonnés.';
    const record = page(paragraphs([...long, rest]), { head });
    expect(record.text.endsWith(rest)).toBe(true);
    expect(flagsOf(record)).toContain('paywalled');
  });

  it('stands for text too', () => {
    const record = text(AGENCY_COPY[0], CUT, 'Subscribe to continue reading', 'Already a subscriber? Log in');
    expect(record.kind).toBe('paywall-stub');
    expect(flagsOf(record)).toContain('paywalled');
  });

  it('stands for a text that breaks off on a page that says it is not free', () => {
    const record = page(paragraphs([...STORY, ...STORY.map((line) => `Again: ${line}`), CUT]), { head: NOT_FREE });
    expect(reasonOf(record, 'paywalled')).toMatch(/linked data/);
  });

  it('stands for a page that calls itself locked and shows it at the end', () => {
    const head = '<meta property="article:content_tier" content="locked">';
    const long = paragraphs([...STORY, ...STORY.map((line) => `Again: ${line}`)]);
    expect(flagsOf(page(long + WALL, { head }))).toContain('paywalled');
    expect(flagsOf(page(long, { head }))).not.toContain('paywalled');
  });

  it('does not stand for phrases in the footer of a free page', () => {
    const footer =
      '<p>To continue reading our stories every day, subscribe now.</p><p>Already a subscriber? Log in</p>';
    expect(flagsOf(page(paragraphs(STORY), { footer }))).toEqual([]);
    expect(flagsOf(page(paragraphs(STORY.slice(0, 3)), { footer }))).not.toContain('paywalled');
    expect(flagsOf(text(...STORY, 'Subscribe', 'Already a subscriber? Log in'))).not.toContain('paywalled');
  });

  it('does not stand for a log-in at the head, nor for a whole story behind which a reader may subscribe', () => {
    const login = '<div class="login"><p>Log in</p><p>Your password</p></div>';
    expect(flagsOf(page(login + paragraphs(STORY)))).toEqual([]);
    const long = paragraphs([...STORY, ...STORY.map((line) => `Again: ${line}`)]);
    expect(flagsOf(page(long + WALL, { head: NOT_FREE }))).not.toContain('paywalled');
  });
});

describe('quality flag truncated', () => {
  it.each(['[…]', '[...]', '[+1843 chars]'])('stands for a text that ends with %s', (mark) => {
    const record = text(...STORY, `${AGENCY_COPY[5].slice(0, 60)} ${mark}`);
    expect(reasonOf(record, 'truncated')).toBe('the text ends with the mark of a cut');
  });

  it('stands for dots before a link to the rest', () => {
    const record = page(`${paragraphs(STORY)}<p>${CUT}</p><p><a href="/rest">Read more</a></p>`);
    expect(reasonOf(record, 'truncated')).toMatch(/before a link to the rest/);
  });

  it('does not stand for dots that end a sentence', () => {
    expect(flagsOf(text(...STORY, 'And so the cranes of Ormsund moved again, one after the other...'))).toEqual([]);
  });
});

describe('quality flag duplicate-paragraphs', () => {
  it('counts paragraphs that stand in the text twice', () => {
    const { quality, blocks } = cleanArticle(
      `<article><h1>Strike</h1>${paragraphs(STORY)}<section>${paragraphs(STORY.slice(0, 4))}</section></article>`,
      { mediaType: 'text/html' },
    );
    const texts = blocks.flatMap(({ type, text }) => (type === 'paragraph' ? [text] : []));
    const again = texts.filter((one, at) => texts.indexOf(one) < at);
    expect(again.length).toBeGreaterThanOrEqual(3);
    const flag = quality.flags.find((one) => one.flag === 'duplicate-paragraphs');
    const kept = flag === undefined ? [] : /^(\d+) of (\d+) /.exec(flag.reason)?.slice(1).map(Number);
    expect(kept).toEqual([again.length, texts.length]);
  });

  it('does not stand for a text without repeats', () => {
    expect(flagsOf(text(...STORY))).toEqual([]);
  });
});

describe('quality flag machine-text', () => {
  it.each([
    'This article was translated automatically from Norwegian.',
    'Note: This summary was generated with the help of AI and checked by an editor.',
    'Dieser Text wurde automatisch übersetzt.',
    'Cet article a été traduit automatiquement.',
    'Este artículo ha sido traducido automáticamente.',
    'この記事はAIで翻訳されました。',
  ])('stands for the notice: %s', (notice) => {
    expect(flagsOf(text(notice, ...STORY))).toContain('machine-text');
  });

  it.each([
    'This article was written by a reporter who has used machines all her life, and she says so in every line.',
    'Machine translation of old log books has become a trade of its own in the harbour of Ormsund, the archive says.',
    'Dieser Text wurde von einer Schülerin aus Ormsund geschrieben, die im Herbst Lotsin werden will.',
  ])('does not stand for the sentence: %s', (sentence) => {
    expect(flagsOf(text(sentence, ...STORY))).not.toContain('machine-text');
  });

  it('does not stand for a notice in the footer, which is of the site', () => {
    const footer = '<p>This article was translated automatically.</p>';
    expect(flagsOf(page(paragraphs(STORY), { footer }))).not.toContain('machine-text');
  });
});
