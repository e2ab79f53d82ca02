/** Paragraphs of an invented story, 107 words in all. */
export const PARAGRAPHS = [
  'The ferry between Almere Point and Sandholm will stop at dusk from next Monday, the harbour council said after a vote that lasted four hours.',
  'Masters of the two boats had asked for a later last crossing, because the fish market on the island now closes at seven in the evening.',
  'The council answered that the quay lights cannot be repaired before the spring, and that nobody should board in the dark.',
  'Shopkeepers on Sandholm expect to lose a fifth of their trade. They will meet the council again in two weeks to talk about a bus to the southern bridge.',
];

/** The story of another page. */
export const OTHER_PARAGRAPHS = [
  'A choir of forty bakers sang in the old grain hall of Tarn on Saturday, and the queue reached the tram stop on the far side of the square.',
  'The hall holds six hundred people. About nine hundred came, so the doors were left open and those outside listened from the steps.',
  'Its director said that the next concert will be in the station, where there is more room. Tickets cost nothing, as before, and bread is shared afterwards with everyone who stays.',
];

export const TITLE = 'Ferry to Sandholm will stop at dusk';
export const URL = 'https://news.example.org/harbour/ferry-to-sandholm-will-stop-at-dusk';

/** A page whose story is put in by scripts: a head, what every page shows, and the given elements. */
export function shellPage(inBody: string, inHead = ''): string {
  return (
    `<!DOCTYPE html><html lang="en"><head><title>${TITLE} | Harbour News</title>` +
    `<meta property="og:title" content="${TITLE}"><meta property="og:type" content="article">${inHead}</head>` +
    `<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><div id="app"></div>${inBody}` +
    '<footer><a href="/imprint">Imprint</a> © Harbour News</footer></body></html>'
  );
}

export function jsonScript(value: unknown): string {
  return `<script type="application/json" id="state">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

export function linkedData(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}
