import { readDateline } from '../../lib/core/metadata/datelines.ts';

const STORY = 'The harbour council met on Tuesday to talk about the new ferry.';

test.each([
  ['LIMA, Peru (AP) — ', { place: 'LIMA, Peru', agency: 'Associated Press' }],
  ['Berlin (dpa) - ', { place: 'Berlin', agency: 'Deutsche Presse-Agentur' }],
  ['Bonn/Paris (dpa/AFP) – ', { place: 'Bonn/Paris', agency: 'Deutsche Presse-Agentur, Agence France-Presse' }],
  ['LIMA, March 3 (Reuters) - ', { place: 'LIMA', agency: 'Reuters' }],
  ['Madrid, 3 mar. 2021 (EFE).- ', { place: 'Madrid', agency: 'Agencia EFE', date: '2021-03-03' }],
  ['(AFP) – ', { agency: 'Agence France-Presse' }],
  ['NEW DELHI — ', { place: 'NEW DELHI' }],
  ['OSLO, Norway – ', { place: 'OSLO, Norway' }],
])('reads %s', (line, expected) => {
  expect(readDateline(line + STORY, STORY)).toEqual({ ...expected, raw: line.trim() });
});

test('reads the East Asian forms', () => {
  expect(readDateline('新华社北京5月3日电 会议开幕。', '')).toMatchObject({ place: '北京', agency: 'Xinhua' });
  expect(readDateline('(서울=연합뉴스) 회의가 열렸다.', '')).toMatchObject({ place: '서울', agency: 'Yonhap' });
});

test('takes the place that ends in a colon only after a date stamp', () => {
  expect(readDateline(`Lima: ${STORY}`, STORY, '2021-05-03')).toEqual({
    place: 'Lima',
    date: '2021-05-03',
    raw: 'Lima:',
  });
  expect(readDateline(`Lima: ${STORY}`, STORY)).toBeNull();
});

test.each([
  [
    'an agency named inside a sentence',
    'The mayor said, according to a translation via Reuters, that ferries are late.',
  ],
  ['a bracket after a clause', 'The mayor of the old town (AP) - so she says - resigned.'],
  ['a bracket that is no agency', 'The Harbour Authority (HA) — founded in 1900 — closed.'],
  ['a label', 'BREAKING — The ferry sank.'],
  ['a word in capitals before a clause', 'FERRIES that run late — and they do — cost money.'],
  ['an ordinary sentence', STORY],
])('finds no dateline in %s', (_, paragraph) => {
  expect(readDateline(paragraph, paragraph.slice(30))).toBeNull();
});

test('takes a word of capitals that the story repeats for an acronym', () => {
  const rest = 'Officials of FERCO said so. FERCO runs nine ships.';
  expect(readDateline(`FERCO — the ferry company — is late. ${rest}`, rest)).toBeNull();
});
