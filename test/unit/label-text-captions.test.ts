import { describe, expect, it } from '@jest/globals';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const PARAGRAPHS = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said after a meeting with the crews.',
  'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the night watch on the older boats.',
  'Both sides agreed that the night watch stays until the new boats arrive, which the harbour office expects in the second half of the year.',
] as const;
const [FIRST, SECOND, THIRD] = PARAGRAPHS;

/** What is removed, with its rule, of lines that stand between two paragraphs of the article, which stay. */
function removed(...lines: string[]): readonly string[] {
  const labelled = labelText(parseText([FIRST, ...lines, SECOND, THIRD].join('\n\n')));
  for (const text of PARAGRAPHS)
    expect(labelled.find(({ block }) => block.text === text)).toMatchObject({ removal: null });
  return labelled.flatMap(({ block, removal }) => (removal ? [`${removal.rule}: ${block.text}`] : []));
}

describe('a caption', () => {
  it.each([
    'The old ferry at the pier of Holm before its last trip. Foto: Jonas Brückner',
    'A night watch on the older boat of Holm.Image Credits: Lena Marsh',
    'Båten vid kajen i Holm i fredags kväll. Bild: Anna Ek/Norport',
    'A crew of the older boats waits at the pier of Holm (Photo: norport picture desk)',
    'Das Schiff am Abend vor der Abfahrt im Hafen von Holm [Foto: Jonas Brückner].',
  ])('falls when it ends in a credit: %s', (line) => {
    expect(removed(line)).toEqual([`caption-with-credit: ${line}`]);
  });

  it('falls between the mark of a picture and its credit', () => {
    const line = 'The crews of the older boats wait for the harbour office to open its doors.';
    expect(removed('![]()', line, '© Jonas Brückner')).toContain(`caption-before-credit: ${line}`);
  });

  it('falls when the next line says it again with its credit', () => {
    const line = 'The crews of the older boats wait for the harbour office to open its doors.';
    const rules = removed(line, `${line} NORA PALM (NORPORT)`);
    expect(rules).toContain(`caption-said-again: ${line}`);
  });
});

describe('a line of the article', () => {
  it('stays when the next one says it again and goes on with a sentence', () => {
    const line = 'The crews of the older boats wait for the harbour office to open its doors.';
    expect(removed(line, `${line} So it was.`)).toEqual([]);
  });

  it.each([
    'They pay with cash and with credit/debit cards (Holm, Aldersund and Norport) on both of the boats.',
    'The office showed the crews one photo: it was of the pier at Holm, taken before the strike began.',
    'The museum of Holm shows what was found on board (photographs, letters and a flag) until the spring.',
    'She said of the picture: Holm has never looked as empty as on that day in the spring of the year.',
  ])('stays: %s', (line) => {
    expect(removed(line)).toEqual([]);
  });

  it('stays below a picture that has no credit', () => {
    const line = 'The crews of the older boats had waited for the harbour office to open its doors since the morning.';
    expect(removed('![]()', line)).toEqual(['image-placeholder: ']);
  });
});

describe('a line without words', () => {
  it.each([')', '/', '>', '\\>', '×', ','])('falls: %s', (line) => {
    expect(removed(line)).toEqual([`stray-marks: ${line}`]);
  });

  it.each(['?!', '§', '[…]', '🎉', '};', '€'])('stays when it may mean something: %s', (line) => {
    expect(removed(line)).toEqual([]);
  });
});

describe('a word in brackets', () => {
  it.each(['[pier-at-night-1024x768]', '[195681]', '[harbour_office]', '[ferry.jpeg]', '[349459c84e2f9eff=w700]'])(
    'falls when it names the file of a picture: %s',
    (line) => {
      expect(removed(line)).toEqual([`image-file-name: ${line}`]);
    },
  );

  it.each(['[applause]', '[cross-talk]', '[2021]', '[Norport]'])('stays when it is a word: %s', (line) => {
    expect(removed(line)).toEqual([]);
  });
});
