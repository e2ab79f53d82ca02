import { buildVocabulary } from '../../lib/core/label/text/cohesion.ts';
import { contentOf } from '../../lib/core/label/text/content-words.ts';
import { lineOf } from '../../lib/core/label/text/lines.ts';
import { measureDocument, type TeaserDocument } from '../../lib/core/label/text/teaser-document.ts';
import { cardLines } from '../../lib/core/label/text/teaser-lines.ts';
import { SECTION_FEATURES, sectionFeatures } from '../../lib/core/label/text/teaser-section.ts';
import { SUBJECT_FEATURES, subjectFeatures } from '../../lib/core/label/text/teaser-subject.ts';
import type { TeaserShape, TeaserWindow } from '../../lib/core/label/text/teaser-windows.ts';
import { hashWords, NAME_TERM, numberTerms } from '../../lib/core/label/text/terms.ts';
import { parseText } from '../../lib/core/parse/text.ts';

function documentOf(lines: readonly string[]): TeaserDocument {
  const { blocks, source } = parseText(lines.join('\n'));
  return measureDocument(
    cardLines({
      blocks,
      lines: blocks.map((block, i) => lineOf(block, i, blocks[i - 1], source)),
      removals: blocks.map(() => null),
    }),
  );
}

const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said on Friday.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on board.',
  'Two of the four boats of Marit Voss keep a watch of three now, and the harbour office pays for the training.',
];
const OTHER =
  'The choir of Brackwater has won the golden goose for the third time, to the joy of its leader, one Tomas Ekdal.';

function textFacts(lines: readonly string[], at: number): Readonly<Record<string, number>> {
  const document = documentOf(lines);
  const values = subjectFeatures(document.subjects, document, at);
  return Object.fromEntries(SUBJECT_FEATURES.map((name, i) => [name, values[i] ?? Number.NaN]));
}

function windowFacts(lines: readonly string[], shape: TeaserShape, start: number): Readonly<Record<string, number>> {
  const document = documentOf(lines);
  const window = document.windows.find((one) => one.shape === shape && one.start === start) as TeaserWindow;
  const values = sectionFeatures(document, window);
  return Object.fromEntries(SECTION_FEATURES.map((name, i) => [name, values[i] ?? Number.NaN]));
}

describe('names of a document', () => {
  function namesIn(texts: readonly string[]): number {
    return numberTerms(texts.map((text) => hashWords(text))).kinds.filter((kind) => (kind & NAME_TERM) !== 0).length;
  }

  it('are words with a capital within sentences', () => {
    expect(namesIn(['On Monday the ferry of Marit Voss sailed to Holm. Nobody saw it. Fog lay on the sea.'])).toBe(4);
  });

  it('are not words that the document mostly writes small', () => {
    expect(namesIn(['A Ferry to the island', 'the ferry came', 'a ferry went'])).toBe(0);
  });
});

describe('words that say what a text is about', () => {
  it('are long ones and names', () => {
    const content = contentOf(buildVocabulary(['so it was to be at sea for the harbour of Holm', 'nothing but fog']));
    expect([...content.starts]).toEqual([0, 2, 3]);
  });

  it('are pairs of characters where no space parts words', () => {
    expect(contentOf(buildVocabulary(['渔民回来了'])).starts[1]).toBe(4);
  });
});

describe('a text of another story', () => {
  const lines = [...STORY.slice(0, 2), OTHER, STORY[2] as string];

  it('has names that stand nowhere else', () => {
    expect(textFacts(lines, 2)).toMatchObject({ namesSeenBefore: 0, namesSeenAfter: 0, namesBest: 0 });
    expect(textFacts(lines, 0).namesSeenAfter).toBe(0);
    expect(textFacts([...lines, `On Holm ${STORY[0]}`], 0).namesSeenAfter).toBeGreaterThan(0.3);
  });

  it('is passed over by the text behind it', () => {
    const other = textFacts(lines, 2);
    expect(other.nextInPast).toBeGreaterThan(other.nextInText ?? 1);
    const own = textFacts(STORY, 1);
    expect(own.subjectBest).toBeGreaterThan(other.subjectBest ?? 1);
    expect(own.subjectGap).toBeGreaterThan(other.subjectGap ?? 1);
  });
});

describe('a section of the article', () => {
  it('goes on with the words of its head, a card does not', () => {
    const head = 'Night watch on the boats';
    const own = windowFacts([STORY[0] as string, head, STORY[1] as string, STORY[2] as string], 'HX', 1);
    const card = windowFacts(
      [STORY[0] as string, 'Choir wins golden goose', OTHER, STORY[1] as string, STORY[2] as string],
      'HX',
      1,
    );
    expect(own.headlineBodyGap).toBeGreaterThan(card.headlineBodyGap ?? 1);
    expect(card.bodyGap).toBeGreaterThan(0);
    expect([own.bodySize, card.bodySize]).toEqual([1, 2]);
  });

  it('has a head whose words are looked for outside of its own text', () => {
    const facts = windowFacts([...STORY, 'Choir wins golden goose', OTHER, STORY[0] as string], 'HX', 3);
    expect(facts.headlineElsewhere).toBe(0);
  });
});
