import { readDateStamp } from '../../lib/core/metadata/date-stamp.ts';
import { cleanArticle } from '../../lib/index.ts';

const STORY =
  'Aldersund: The ferry to the outer islands runs again after eleven days, the harbour office said on Friday.';

test.each([
  ['date 2031-03-14 ', '2031-03-14'],
  [' date: 2031-03-14 ', '2031-03-14'],
  ['14.03.2031, 10:15 Uhr | ', '2031-03-14'],
])('a stamp before the dateline becomes data and stays in the text: %j', (stamp, date) => {
  const record = cleanArticle(`${stamp}${STORY}`, 'text/plain');
  expect(record.dateline).toMatchObject({ place: 'Aldersund', date });
  expect(record.datePublished).toMatch(new RegExp(`^${date}`));
  expect(record.evidence?.datePublished?.source).toBe('date-stamp');
  expect(record.text).toBe(`${stamp}${STORY}`.trim());
});

test.each([
  '2031-03-14 was the day on which the ferry ran again.',
  '3.5 million people live there: most by the sea.',
  STORY,
])('prose that begins with a number is no stamp: %s', (text) => {
  expect(readDateStamp(text)).toBeNull();
});
