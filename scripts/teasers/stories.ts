import { buildVocabulary, likeness } from '../../lib/core/label/text/cohesion.ts';
import { type RowLine, type ScrapeRow, storyOf } from './rows.ts';

/** An article that can lend a teaser. */
export interface Story {
  readonly id: string;
  readonly lang: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

const MAX_HEADLINE = 140;
const MIN_LEAD = 40;

/** The story of a row that is nothing but an article under its headline; `null` where it has none. */
export function storyFrom(row: ScrapeRow): Story | null {
  const lines = row.lines.filter(({ t }) => t.trim() !== '');
  const headline = lines[0];
  const paragraphs = lines.filter(({ keep, t }) => keep === true && t.length >= MIN_LEAD).map(({ t }) => t.trim());
  if (headline?.keep !== null || headline.t.length > MAX_HEADLINE || paragraphs.length < 3) return null;
  return { id: storyOf(row), lang: row.lang ?? '', headline: headline.t.trim(), paragraphs };
}

/** Stories more alike than this are one story told twice. */
const SAME = 0.75;

/** Stories nearest to each text, the nearest first, of the same language and not the same story. */
export function nearestStories(
  rows: readonly ScrapeRow[],
  stories: readonly Story[],
  most: number,
): readonly (readonly Story[])[] {
  const bodyOf = (lines: readonly RowLine[]): string =>
    lines
      .filter(({ keep }) => keep !== false)
      .slice(0, 12)
      .map(({ t }) => t)
      .join(' ');
  const texts = [
    ...stories.map(({ headline, paragraphs }) => [headline, ...paragraphs.slice(0, 8)].join(' ')),
    ...rows.map(({ lines }) => bodyOf(lines)),
  ];
  const vocabulary = buildVocabulary(texts);
  return rows.map((row, r) => {
    const found: { story: Story; like: number }[] = [];
    stories.forEach((story, s) => {
      if (story.lang !== (row.lang ?? '') || story.id === storyOf(row)) return;
      const like = likeness(vocabulary, stories.length + r, s);
      if (like < SAME) found.push({ story, like });
    });
    return found
      .sort((a, b) => b.like - a.like)
      .slice(0, most)
      .map(({ story }) => story);
  });
}
