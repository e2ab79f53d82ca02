import { cleanArticle } from '../../lib/index.ts';

const PROSE = [
  'The city council of Ellerport voted late on Wednesday to build a lifting bridge across the inner harbour, after years of argument.',
  'Twenty-three councillors voted for the plan and sixteen against it, and four abstained, among them the chair of the finance board.',
  'Work on the northern pier is to begin in the autumn, when the ferries run less often and the road along the quay is quiet again.',
];

test.each([
  ['Correction, 19 March: an earlier version of this article gave the width of the channel in feet.', 'correction'],
  [
    '_This article has been amended to make clear that the bridge will not be lifted at night, when no ferry runs._',
    'correction',
  ],
  [
    'This story was corrected on 20 March: the chair of the finance board abstained and did not vote against it.',
    'correction',
  ],
  ['Korrektur: In einer früheren Fassung hieß es, die Brücke sei elf Meter breit. Das ist falsch.', 'correction'],
  [
    'An earlier version of this article said that sixteen councillors had voted for the plan. It was twenty-three.',
    'correction',
  ],
  [
    'In einer früheren Fassung hieß es, der Pfeiler sei 64 Meter hoch. Es sind 46. Wir haben das berichtigt.',
    'correction',
  ],
  [
    'Berigtigelse: Der var seksten byrådsmedlemmer, der stemte imod, ikke sytten, som vi skrev onsdag aften.',
    'correction',
  ],
  [
    'В предыдущей версии статьи говорилось, что мост будет построен весной. Это не так, работы начнутся осенью.',
    'correction',
  ],
  ['訂正：採決に加わった議員は十七人ではなく十六人でした。記事の本文を直し、見出しも改めました。', 'correction'],
  [
    '(Koreksi: anggota dewan yang menolak berjumlah enam belas, bukan tujuh belas seperti ditulis semula.)',
    'correction',
  ],
  ['Update: The mayor has since said that the vote will be repeated in April, after a complaint.', 'update'],
])('keeps the note %s', (note, type) => {
  const html = `<html><body><article><h1>Council backs bridge</h1>${[...PROSE, note].map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  for (const record of [cleanArticle(html, 'text/html'), cleanArticle([...PROSE, note].join('\n\n'), 'text/plain')]) {
    expect(record.blocks.at(-1)).toMatchObject({ type, text: note });
  }
});

test('takes no sentence about a version of something else for one', () => {
  const sentence =
    'An earlier version of this bridge stood for nine years, until the ice of a long winter took it away by night.';
  expect(cleanArticle([...PROSE, sentence].join('\n\n'), 'text/plain').blocks.at(-1)).toMatchObject({
    type: 'paragraph',
  });
});

test('takes no sentence about a correction for one', () => {
  const sentence =
    'Correction fluid was spilled over the ballot papers, which had to be counted again on the next day by hand.';
  expect(cleanArticle([...PROSE, sentence].join('\n\n'), 'text/plain').blocks.at(-1)).toMatchObject({
    type: 'paragraph',
  });
});

test('leaves a dated head line out of the text of a page', () => {
  const html = `<html><body><main><article><h1>Wie Mühlbrück seine Bücher trocknet</h1><div class="autor">Von Käthe Brömmel</div><div class="datum">2. Mai 2026, 6:00 Uhr</div>${PROSE.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
  expect(cleanArticle(html, 'text/html').text).toBe(PROSE.join('\n\n'));
});
