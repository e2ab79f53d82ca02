import { parseText } from '../../lib/core/parse/text.ts';

const kinds = (source: string) => parseText(source).blocks.map((block) => block.kind);
const texts = (source: string) => parseText(source).blocks.map((block) => block.text);

const WRAPPED = `The harbour board of Elmsworth voted on Tuesday to close
the old swing bridge for eleven weeks, a decision that
shopkeepers on the east quay had feared since the spring
and that the own engineers of the board had called the
only way, because the bearings under the northern pier
have been worn down to half of their depth this year.`;

describe('what text browsers and printers make of a page', () => {
  it('is wrapped even where a tenth of its lines are the heads of printed sheets', () => {
    const head =
      '22/08/2023, 09:14      A bridge that is closed for eleven weeks and nobody knows why | The Quay of Elmsworth';
    const source = `${WRAPPED}\n\n${head}\nhttps://quay.example/bridge\n\n${WRAPPED}\n\n${WRAPPED}`;
    const [paragraph] = texts(source);
    expect(paragraph).toContain('to close the old swing bridge');
    expect(texts(source).filter((text) => text === paragraph)).toHaveLength(3);
  });

  it('goes on in small letters below a short line that ends inside a sentence', () => {
    const source = `${WRAPPED}\n\n${WRAPPED}\n\nThe judge set the day of sentencing. The\ncounts carry up to twenty years.\n`;
    expect(texts(source).at(-1)).toBe('The judge set the day of sentencing. The counts carry up to twenty years.');
    const tooShort = `${WRAPPED}\n\n${WRAPPED}\n\nThe judge set the day\ncounts of boats and nets carry twenty years.\n`;
    expect(texts(tooShort).slice(-2)[0]).toBe('The judge set the day');
    const ended = `${WRAPPED}\n\n${WRAPPED}\n\nThe judge set the day for the sixth.\niPhones were lost by three.\n`;
    expect(texts(ended).slice(-2)).toEqual(['The judge set the day for the sixth.', 'iPhones were lost by three.']);
  });

  it('has headings that stand further in than its margin, and code that stands further in than those', () => {
    const body = Array.from({ length: 6 }, (_, at) => `   The board met for the time number ${at} in the old hall.`);
    const page = (indent: number) =>
      `${body.join('\n\n')}\n\n${' '.repeat(indent)}About the board\n\n${body.join('\n\n')}`;
    expect(kinds(page(6))).not.toContain('code');
    expect(kinds(page(7))).toContain('code');
    expect(kinds(page(4).replaceAll('\n   ', '\n'))).not.toContain('code');
    expect(kinds(`Above.\n\n    About the board\n\nBelow.`)).toContain('code');
  });

  it('has tables with drawn bars and rules', () => {
    const { blocks } = parseText(
      '┌────────┬──────┬──────┐\n│ Town   │ 2022 │ 2023 │\n├────────┼──────┼──────┤\n│ Elms   │ 41   │ 43   │\n└────────┴──────┴──────┘\n\nEnd of table.',
    );
    expect(blocks.map(({ kind, cells }) => [kind, cells])).toEqual([
      ['separator', null],
      ['table-row', ['Town', '2022', '2023']],
      ['table-row', ['Elms', '41', '43']],
      ['paragraph', null],
    ]);
  });
});
