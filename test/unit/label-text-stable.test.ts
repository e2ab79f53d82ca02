import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelText } from '../../lib/core/label/text/label-text.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const folder = join(process.cwd(), 'test/cases');
const slugs = readdirSync(folder).filter((name) => /^(?:text|markdown)-/.test(name));

test.each(slugs)('labelling the clean text of %s again removes nothing', (slug) => {
  const expected = JSON.parse(readFileSync(join(folder, slug, 'expected.json'), 'utf8')) as { readonly text: string };
  const again = labelText(parseText(expected.text)).flatMap(({ block, removal }) => (removal ? [block.text] : []));
  expect(again).toEqual([]);
});

test('the same text gets the same labels every time', () => {
  const source = readFileSync(join(folder, 'text-teasers-between-paragraphs', 'input.txt'), 'utf8');
  expect(labelText(parseText(source))).toEqual(labelText(parseText(source)));
});
