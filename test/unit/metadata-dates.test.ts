import { readDate } from '../../lib/core/metadata/dates.ts';
import { findVisibleDate } from '../../lib/core/metadata/visible-dates.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';

test.each([
  ['2021-05-03T10:20:30.123+0200', '2021-05-03T10:20:30+02:00'],
  ['2021-05-03T10:20:30Z', '2021-05-03T10:20:30Z'],
  ['20210503T102030Z', '2021-05-03T10:20:30Z'],
  ['Mon, 03 May 2021 10:20:30 GMT', '2021-05-03T10:20:30Z'],
  ['Mon May 03 2021 10:20:30 GMT+0200 (CEST)', '2021-05-03T10:20:30+02:00'],
  ['May 3, 2021 at 5:03 PM EDT', '2021-05-03T17:03:00-04:00'],
  ['Mon May 03 10:20:30 CEST 2021', '2021-05-03T10:20:30+02:00'],
  ['Mon May  3 10:20:30 UTC 2021', '2021-05-03T10:20:30Z'],
  ['1620037230', '2021-05-03T10:20:30Z'],
])('reads the moment %s', (raw, expected) => {
  expect(readDate(raw)).toBe(expected);
});

test.each(['2021-05-03 10:20:30', '2021-05-03', 'May 3, 2021 at 5:03 PM', '3. Mai 2021, 14:30 Uhr'])(
  'gives a bare date for %s, which names no zone',
  (raw) => {
    expect(readDate(raw)).toBe('2021-05-03');
  },
);

test.each([
  '3 May 2021',
  'May 3rd, 2021',
  '3. Mai 2021',
  '3 mai 2021',
  '3 de mayo de 2021',
  '3 maggio 2021',
  '3 de maio de 2021',
  '3 mei 2021',
  '3 maja 2021',
  '3 maj 2021',
  '3. mai 2021',
  '3. toukokuuta 2021',
  '3. května 2021',
  '3 Mayıs 2021',
  '3 мая 2021',
  '3 травня 2021',
  '2021. május 3.',
  '3 mai 2021',
  '3 Μαΐου 2021',
  '3 Mei 2021',
  '3 مايو 2021',
  '3 במאי 2021',
  '3 मई 2021',
  '2021年5月3日',
  '2021년 5월 3일',
  '3 tháng 5 năm 2021',
  '3.5.2021',
  '03/05/2021',
  '03.05.21',
  '2021/05/03',
  '2021.05.03',
  '２０２１年５月３日',
  '3-May-21',
  '3rd of May 2021',
  'the 3rd of May, 2021',
  'May 3, ’21',
  '3/5/21',
  '(Halvik, 3 Maggio 21)',
  '3.º de maio de 2021',
  '3 V 2021',
  '3.V.2021',
  '令和3年5月3日',
  '民國110年5月3日',
  '3 tháng 5, 2021',
  '৩ মে ২০২১',
  '۱۳ اردیبهشت ۱۴۰۰',
  '13 ارديبهشت 1400',
  '۱۴۰۰/۰۲/۱۳',
])('reads the written date %s', (raw) => {
  expect(readDate(raw)).toBe('2021-05-03');
});

test.each([
  ['1.º de maio de 2021', '2021-05-01'],
  ['3. kesäk. 2021', '2021-06-03'],
  ['3 февр. 2021', '2021-02-03'],
  ['平成30年5月3日', '2018-05-03'],
  // Years before and after a leap day of the solar Hijri calendar.
  ['۳۰ اسفند ۱۳۹۹', '2021-03-20'],
  ['۱ فروردین ۱۴۰۰', '2021-03-21'],
  ['۲ تیر ۱۳۹۹', '2020-06-22'],
])('reads %s as %s', (raw, expected) => {
  expect(readDate(raw)).toBe(expected);
});

test('reads an ambiguous date in the order given, and one with a single reading in that', () => {
  expect(readDate('05/03/2021', 'month-first')).toBe('2021-05-03');
  expect(readDate('05/03/2021', 'day-first')).toBe('2021-03-05');
  expect(readDate('05/23/2021', 'day-first')).toBe('2021-05-23');
  expect(readDate('23.05.2021', 'month-first')).toBe('2021-05-23');
});

test.each([
  'Thursday',
  'yesterday',
  'May 2021',
  'May 3',
  '2021',
  '2021-02-30',
  '45 May 2021',
  '3 May 21 people',
  'The boats were back on 3 May 21 after a long night',
  '3.5.21',
  'Louis XIV 2021',
  '3 XIV 2021',
  '1400/02/13',
  '110年5月3日',
  'Chapter 3.5',
  '12345678',
  '',
  '١',
])('gives no date for %s', (raw) => {
  expect(readDate(raw)).toBeNull();
});

test('gives no date for values that are no text', () => {
  for (const value of [null, undefined, {}, [], true, Number.NaN]) expect(readDate(value)).toBeNull();
});

test('reads a date to which the next element is glued', () => {
  expect(readDate('3 May 202114 May 2021')).toBe('2021-05-03');
});

test('says where in the line the date stands', () => {
  const line = 'Lima, 3 May 2021, by Ana Ruiz';
  expect(findVisibleDate(line, 'day-first')).toEqual({ date: '2021-05-03', start: 6, end: 16 });
});

test('answers a long line of digits in linear time', () => {
  const started = cpuMilliseconds();
  findVisibleDate('1 2 3 '.repeat(200_000), 'day-first');
  readDate('9'.repeat(1_000_000));
  expect(cpuMilliseconds() - started).toBeLessThan(1000);
});

test('reads a date whose month is glued to a word in small letters', () => {
  expect(findVisibleDate('HarbourMAY 3, 2021', 'month-first')?.date).toBe('2021-05-03');
});
