import { digitValue, mayHoldDate } from '../../lib/core/metadata/digit-runs.ts';

describe('digits of dates', () => {
  it.each(['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '০১২৩৪৫৬৭৮৯', '０１２３４５６７８９'])(
    'are those of %s',
    (digits) => {
      expect([...digits].map((digit) => digitValue(digit.charCodeAt(0)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const beside = [digits.charCodeAt(0) - 1, digits.charCodeAt(9) + 1];
      expect(beside.map(digitValue)).toEqual([-1, -1]);
    },
  );

  it.each([
    ['3 May 2021', true],
    ['٣ مايو ٢٠٢١', true],
    ['1-Sep-21', true],
    ['2021年9月', true],
    ['3 / 9 / 21', true],
    ['令和3年9月30日', true],
    ['In 2021 the ferry was sold', false],
    ['The ferry takes 15 cars and 200 people', false],
    ['12345', false],
    ['', false],
  ])('may make a date in "%s": %s', (text, expected) => {
    expect(mayHoldDate(text, 0)).toBe(expected);
  });

  it('may make one in a text of a few words where the year has two', () => {
    expect([mayHoldDate('Halvik, 30 September 21', 40), mayHoldDate('Halvik, September', 40)]).toEqual([true, false]);
  });
});
