import { type CreditList, emptyCredits, readCreditLine } from '../../lib/core/metadata/credits.ts';

function creditsOf(...lines: readonly string[]): CreditList {
  const credits = emptyCredits();
  for (const line of lines) readCreditLine(line, credits);
  return credits;
}

test('reads who contributed, for whom and from where', () => {
  const credits = creditsOf('Associated Press writer Rita Moss at the United Nations contributed to this report.');
  expect(credits.contributors).toEqual([
    { name: 'Rita Moss', organization: 'Associated Press', place: 'United Nations' },
  ]);
  expect(credits.agencies).toEqual([{ name: 'Associated Press', code: 'AP' }]);
});

test('keeps a state with its town in a list of contributors', () => {
  const line =
    'Associated Press writers Ana Ruiz in Paris, Bo Lind in Raleigh, North Carolina, and Cy Ott in Rome contributed to this report.';
  expect(creditsOf(line).contributors.map(({ name, place }) => [name, place])).toEqual([
    ['Ana Ruiz', 'Paris'],
    ['Bo Lind', 'Raleigh, North Carolina'],
    ['Cy Ott', 'Rome'],
  ]);
});

test('tells reporters, contributors and editors of one line apart', () => {
  const credits = creditsOf(
    '(Reporting by Ana Ruiz in Lima; Additional reporting by Bo Lind; Editing by Cy Ott and Dee Eff)',
  );
  expect(credits.reporters).toEqual([{ name: 'Ana Ruiz', place: 'Lima' }]);
  expect(credits.contributors).toEqual([{ name: 'Bo Lind' }]);
  expect(credits.editors).toEqual(['Cy Ott', 'Dee Eff']);
});

test.each([
  ['Photo by Ana Ruiz', ['Ana Ruiz']],
  ['Foto: Ana Ruiz/dpa', ['Ana Ruiz']],
  ['Foto: dpa', []],
])('reads the photographer of %s', (line, expected) => {
  expect(creditsOf(line).photographers).toEqual(expected);
});

test.each(['dpa', '(dpa)', 'Quelle: dpa', 'mit dpa'])('reads the agency of %s', (line) => {
  expect(creditsOf(line).agencies).toEqual([{ name: 'Deutsche Presse-Agentur', code: 'dpa' }]);
});

test('keeps the first copyright line', () => {
  expect(creditsOf('© 2021 The Lima Gazette. All rights reserved.', 'Copyright 2020 Other').copyright).toBe(
    '© 2021 The Lima Gazette. All rights reserved.',
  );
});

test('takes nothing from a sentence that merely names people and agencies', () => {
  expect(creditsOf('Ana Ruiz told Reuters that the ferry was late.')).toEqual(emptyCredits());
});
