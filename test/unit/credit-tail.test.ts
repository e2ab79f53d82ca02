import { endsInCredit } from '../../lib/core/label/rules/credit-tail.ts';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseSource } from '../../lib/core/parse/source.ts';

describe('endsInCredit', () => {
  it.each([
    'Ferries wait at the old pier on Sunday. Photo: Lena Marsh',
    'Die Fähre am alten Kai. Foto: Editpress/Jonas Brückner',
    'The old pier in 2019.Credit: Pablo Rahm/AFP/Getty',
    'Färjan vid kajen. Foto: Teresa Suarez/AP',
    'Crews wait in Norport (Image: Norpath via Getty Images)',
    'Dunkler Rauch kommt aus dem Hafen. © Anna Lindt | Anna Lindt',
    'Radfahren am Kai © Hafen Tourismus / Markus Greber',
    'Ohad Lindt at the vote / Pool via Reuters',
    'Olga Brandt attends the vote in Norport. Jonas M. Pell/Getty Images',
    'Tom Okafor in Norport in 2022. Jonas M. Pell | Shutterstock',
    'Demonstration im Hafen von Norport. Uncredited/AP/dpa',
    'Ein Polizeiwagen steht am Hafen von Norport. (Symbolbild)',
    'Tom Okafor leads the rally in Norport. (Courtesy of Tom Okafor)',
  ])('knows %j', (text) => {
    expect(endsInCredit(text)).toBe(true);
  });

  it.each([
    'The pictures were bought from Getty Images',
    'The museum gave its photographs to Wikimedia Commons',
    'The board, he told Reuters, will vote on Monday.',
    'The ferry runs on Monday and/or Tuesday',
    'She takes pictures: harbours, ferries, fog',
    'All rights reserved, no copies © Norport Courier',
    'The notice says © 2019 Norport Courier',
    'He had one question left for the photographer: why?',
    'The board has eleven members (seven of them new)',
    'Photo: Lena Marsh',
    'The score was 3/4 at half-time',
    '',
  ])('leaves %j', (text) => {
    expect(endsInCredit(text)).toBe(false);
  });

  it('is not kept busy by a line of marks', () => {
    const started = process.cpuUsage();
    for (const unit of ['©', '/', ': A', ' Photo: A', 'via ', '| ']) endsInCredit(unit.repeat(100_000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(500);
  });
});

describe('captions that end in a credit', () => {
  const PARAGRAPH =
    'The harbour board of Norport voted on Monday for a new pier that is to cost forty million crowns and that will be built before winter.';

  it('fall wherever they stand, and a credit alone stays a credit', () => {
    const text = [
      PARAGRAPH,
      'Ferries wait on Sunday. © Anna Lindt',
      PARAGRAPH.replace('Monday', 'Friday'),
      'Image Credits: Norpath',
    ];
    const blocks = labelText(parseSource(text.join('\n\n'), 'text'));
    expect(blocks.map(({ removal }) => removal?.rule ?? null)).toEqual([
      null,
      'caption-with-credit',
      null,
      'credit-photo',
    ]);
  });
});
