import { describe, expect, it } from '@jest/globals';
import { parseText } from '../../lib/core/parse/text.ts';

const read = (...lines: string[]) =>
  parseText(lines.join('\n')).blocks.map(({ kind, text, level }) => [kind, text, level]);

describe('lists within lists as text browsers print them', () => {
  it('are items of their own, a level deeper', () => {
    expect(
      read(
        '   * Ferries',
        '        + Holm',
        '        + Aldersund',
        '             o Night watch',
        '        + Norport',
        '   * Piers',
      ),
    ).toEqual([
      ['list-item', 'Ferries', 1],
      ['list-item', 'Holm', 2],
      ['list-item', 'Aldersund', 2],
      ['list-item', 'Night watch', 3],
      ['list-item', 'Norport', 2],
      ['list-item', 'Piers', 1],
    ]);
  });

  it('keep the wrapped lines of an item, also where one begins with a word of one letter', () => {
    expect(read('   * El barco sale los lunes', '     o los martes de Holm', '   * Los muelles')).toEqual([
      ['list-item', 'El barco sale los lunes o los martes de Holm', 1],
      ['list-item', 'Los muelles', 1],
    ]);
  });

  it('are none outside a list', () => {
    expect(read('The ferry of Holm', '    + two boats').map(([, text]) => text)).toEqual([
      'The ferry of Holm',
      '+ two boats',
    ]);
  });
});
