import { withoutLead } from '../../lib/core/metadata/byline-lead.ts';
import { readByline } from '../../lib/core/metadata/byline-parts.ts';
import { isPersonName } from '../../lib/core/metadata/names.ts';

const people = (line: string) =>
  readByline(withoutLead(line).rest, 'visible')
    .filter(({ kind }) => kind === 'person')
    .map(({ text }) => text);

test.each([
  ['en', 'By Ana Ruiz and Bo Lind, Staff Writers', ['Ana Ruiz', 'Bo Lind']],
  ['de', 'Von Jutta Vogt, Lima', ['Jutta Vogt']],
  ['de', 'Ein Gastbeitrag von Jutta Vogt', ['Jutta Vogt']],
  ['fr', 'Par Zoé Lambert et Luc Petit', ['Zoé Lambert', 'Luc Petit']],
  ['es', 'Por José Peña, corresponsal en Quito', ['José Peña']],
  ['it', 'Di Carla Bini', ['Carla Bini']],
  ['pt', 'Por João Prado e Rita Melo', ['João Prado', 'Rita Melo']],
  ['nl', 'Door Joost van der Ham', ['Joost van der Ham']],
  ['pl', 'Autor: Ewa Nowicka', ['Ewa Nowicka']],
  ['sv', 'Text: Åsa Lindhagen', ['Åsa Lindhagen']],
  ['da', 'Af Søren Krogh', ['Søren Krogh']],
  ['no', 'Av Ingrid Aas', ['Ingrid Aas']],
  ['fi', 'Teksti: Aino Mäki', ['Aino Mäki']],
  ['cs', 'Autor: Jiří Malý', ['Jiří Malý']],
  ['tr', 'Yazan: Ayşe Kaya', ['Ayşe Kaya']],
  ['ru', 'Автор: Анна Белова', ['Анна Белова']],
  ['uk', 'Автор: Олена Гай', ['Олена Гай']],
  ['ja', '文＝山田花子', ['山田花子']],
  ['ko', '홍길동 기자', ['홍길동']],
  ['zh', '记者 张小三', ['张小三']],
])('reads the people of a byline in %s: %s', (_, line, expected) => {
  expect(people(line)).toEqual(expected);
});

test.each([
  ['an e-mail address', 'By Ana Ruiz ana@paper.example'],
  ['a date', 'Posted by Ana Ruiz on May 3, 2021'],
  ['a degree', 'By Ana Ruiz, MD'],
  ['a title before it', 'By Dr. Ana Ruiz'],
  ['a reading time', 'Written by Ana Ruiz • 3 min read'],
  ['a house after a bar', 'By Ana Ruiz | The Lima Gazette'],
  ['the next element glued to it', 'By Ana RuizFollow'],
  ['a place in brackets', 'By Ana Ruiz (Lima)'],
])('keeps %s off the name', (_, line) => {
  expect(people(line)).toEqual(['Ana Ruiz']);
});

test('takes agencies of a byline for agencies and desks for staff', () => {
  expect(readByline('Ana Ruiz, dpa', 'visible')).toEqual([
    { kind: 'person', text: 'Ana Ruiz' },
    { kind: 'agency', text: 'dpa' },
  ]);
  expect(readByline('Reuters Staff', 'visible')).toEqual([{ kind: 'agency', text: 'Reuters' }]);
  expect(readByline('Redaktion', 'structured')).toEqual([{ kind: 'staff', text: 'Redaktion' }]);
});

test('hands a photographer over as a photographer', () => {
  expect(readByline('Ana Ruiz, Foto: Bo Lind', 'visible')).toEqual([
    { kind: 'person', text: 'Ana Ruiz' },
    { kind: 'photographer', text: 'Bo Lind' },
  ]);
});

test('turns a catalogue name round', () => {
  expect(people('Ruiz, Ana')).toEqual(['Ana Ruiz']);
});

test.each([
  'Editorial Team',
  'News Desk',
  'Lima Gazette',
  'gazette.example',
  'Read More',
  'The Ruiz Group',
  'Thursday',
  'A. B.',
  'AP',
  'イラスト',
  '監修',
])('does not take %s for a person', (text) => {
  expect(isPersonName(text, 'structured')).toBe(false);
});

test('takes a single word for a name only where the source is structured', () => {
  expect(isPersonName('Tobi', 'structured')).toBe(true);
  expect(isPersonName('Tobi', 'visible')).toBe(false);
});

test('keeps names that have capitals inside', () => {
  expect(people('By Rita McAllister and Leo MacDougall')).toEqual(['Rita McAllister', 'Leo MacDougall']);
});
