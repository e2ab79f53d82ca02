import { findForeignLinks } from '../../lib/core/label/text/foreign-links.ts';

const block = (url: string, linkDensity = 1) => ({ links: [{ text: 'Ferry', url }], linkDensity });
const foreignOf = (...urls: readonly string[]): readonly number[] => [
  ...findForeignLinks(urls.map((url) => block(url))),
];

describe('links to other sites', () => {
  it('are those of a round-up, each to a site of its own', () => {
    const other = (name: string): string => `https://${name}.example/pier`;
    expect(foreignOf('/menu', '/news', ...['a', 'b', 'c', 'd', 'e'].map(other))).toEqual([2, 3, 4, 5, 6]);
  });

  it('are none to where many lead, nor below or above it, with www or without', () => {
    const own = ['https://www.pier.example/a', '//pier.example/b', 'https://blog.pier.example/c', '/d'];
    expect(foreignOf(...own, 'https://holm.example/e')).toEqual([4]);
  });

  it('are none in lines of prose', () => {
    expect([
      ...findForeignLinks([block('/a'), block('/b'), block('/c'), block('/d'), block('https://holm.example/', 0.2)]),
    ]).toEqual([]);
  });

  it('are none where nothing tells the own site', () => {
    expect(foreignOf('https://pier.example/a', 'https://pier.example/b', 'https://pier.example/c')).toEqual([]);
  });
});
