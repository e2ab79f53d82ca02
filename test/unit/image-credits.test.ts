import { cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY } from '../support/invented-stories.ts';

const imagesOf = (figure: string) =>
  cleanArticle(
    `<html><body><article><h1>Strike ends</h1><p>${AGENCY_COPY[0]}</p>${figure}<p>${AGENCY_COPY[1]}</p><p>${AGENCY_COPY[2]}</p></article></body></html>`,
    { mediaType: 'text/html', url: 'https://gazette.example/strike' },
  ).images;
const captioned = (caption: string) =>
  imagesOf(`<figure><img src="/q.jpg"><figcaption>${caption}</figcaption></figure>`)?.[0];
const url = 'https://gazette.example/q.jpg';

describe('credit of a picture', () => {
  it.each([
    ['The quay at noon. Photo: Tor Brede', 'The quay at noon.', 'Tor Brede'],
    ['The quay at noon. Photograph: Tor Brede/Northern Wire', 'The quay at noon.', 'Tor Brede/Northern Wire'],
    ['The quay at noon. (Photo by Tor Brede/Northern Wire)', 'The quay at noon.', 'Tor Brede/Northern Wire'],
    ['The quay at noon. (NW Photo/Tor Brede)', 'The quay at noon.', 'NW Photo/Tor Brede'],
    ['The quay at noon | Image credit: T. J. Brede', 'The quay at noon', 'T. J. Brede'],
    ['Der Kai am Mittag – Foto: Tor Brede', 'Der Kai am Mittag', 'Tor Brede'],
    ['Der Kai am Mittag. Bild: nwa', 'Der Kai am Mittag.', 'nwa'],
    ['Le quai à midi. Crédit photo : Tor Brede', 'Le quai à midi.', 'Tor Brede'],
    ['El muelle. Foto: Tor Brede', 'El muelle.', 'Tor Brede'],
    ['Причал в полдень. Фото: Тор Бреде', 'Причал в полдень.', 'Тор Бреде'],
    ['正午の岸壁 写真：北方通信', '正午の岸壁', '北方通信'],
    ['The quay at noon / Photo by Tor Brede on Picstock', 'The quay at noon', 'Tor Brede on Picstock'],
    ['The quay at noon.© Tor Brede / NW', 'The quay at noon.', '© Tor Brede / NW'],
    ['The quay at noon. Photo: Tor Brede (NW)', 'The quay at noon.', 'Tor Brede (NW)'],
    ['The quay at noon © Tor Brede', 'The quay at noon', '© Tor Brede'],
  ])('leaves the caption: %s', (text, caption, credit) => {
    expect(captioned(text)).toEqual({ url, caption, credit });
  });

  it.each([
    'The quay at noon, with the last ships of the queue.',
    'A photo: nobody had thought of taking one before the ships were gone and the quay was empty again',
    'The picture that won the prize of the harbour board (it hangs in the town hall)',
    'Results in the image: 3 of 4',
  ])('does not take it from: %s', (text) => {
    expect(captioned(text)).toEqual({ url, caption: text });
  });

  it('is the whole line where there is no caption', () => {
    expect(captioned('Photo: Tor Brede')).toEqual({ url, credit: 'Tor Brede' });
  });

  it('comes from its own element, and leaves the caption that holds that element', () => {
    const figure =
      '<figure><img src="/q.jpg"><figcaption>The quay at noon. <span class="credit">Photo: Tor Brede</span></figcaption></figure>';
    expect(imagesOf(figure)).toEqual([{ url, caption: 'The quay at noon.', credit: 'Tor Brede' }]);
  });

  it('keeps the text of the caption among the blocks', () => {
    const record = cleanArticle(
      `<article><h1>Strike ends</h1><p>${AGENCY_COPY[0]}</p><figure><img src="https://g.example/q.jpg"><figcaption>The quay. Photo: Tor Brede</figcaption></figure><p>${AGENCY_COPY[1]}</p></article>`,
      { mediaType: 'text/html' },
    );
    expect(record.blocks).toContainEqual({ type: 'caption', text: 'The quay. Photo: Tor Brede' });
    expect(record.images).toEqual([{ url: 'https://g.example/q.jpg', caption: 'The quay.', credit: 'Tor Brede' }]);
  });

  it('is found under a picture of a text that some scraper made', () => {
    const record = cleanArticle(
      `${AGENCY_COPY[0]}\n\n![Ships](https://g.example/q.jpg)\n\nThe quay at noon. Photo: Tor Brede\n\n${AGENCY_COPY[1]}\n\n${AGENCY_COPY[2]}\n`,
      { mediaType: 'text/markdown' },
    );
    expect(record.images).toEqual([
      { url: 'https://g.example/q.jpg', alt: 'Ships', caption: 'The quay at noon.', credit: 'Tor Brede' },
    ]);
  });
});
