import { chooseCharset } from '../../lib/core/read/charset.ts';
import { decode } from '../../lib/core/read/decode.ts';
import { keepVisible } from '../../lib/core/read/visible-characters.ts';
import { sha256 } from '../../lib/io/sha256.ts';

/** Bytes of a text in a one-byte encoding, by looking every character up in what the decoder says. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

const POLISH = 'Mieszkańcy żądają, aby władze gminy ogłosiły wyniki śledztwa w sprawie zniszczonego mostu nad rzeką.';
const RUSSIAN = 'Жители посёлка требуют, чтобы власти объявили итоги проверки разрушенного моста через реку.';
const THAI = 'ชาวบ้านเรียกร้องให้เทศบาลเปิดเผยผลการตรวจสอบสะพานที่พังลงเมื่อเดือนก่อน';
const FRENCH = 'Les élèves ont été évacués près du château où la fête était prévue à Pâques.';
const LITHUANIAN = 'Gyventojai prašo, kad savivaldybė paskelbtų sugriauto tilto patikrinimo išvadas šią vasarą.';

describe('the encoding of bytes', () => {
  it.each([
    ['macintosh without a label', FRENCH, 'macintosh', 'text/html', '<p>'],
    ['DOS Cyrillic without a label', RUSSIAN, 'ibm866', 'text/html', '<p>'],
    ['Thai without a label', THAI, 'windows-874', 'text/html', '<p>'],
    ['Baltic in a page that names its language', LITHUANIAN, 'windows-1257', 'text/html', '<html lang="lt"><p>'],
    ['Polish that is labelled latin1', POLISH, 'iso-8859-2', 'text/html; charset=iso-8859-1', '<p>'],
    ['Cyrillic that is labelled UTF-8', RUSSIAN, 'koi8-r', 'text/html; charset=utf-8', '<p>'],
    ['French that is labelled latin1', FRENCH, 'windows-1252', 'text/html; charset=iso-8859-1', '<p>'],
  ])('is found for %s', (_, text, charset, mediaType, start) => {
    const bytes = encode(`${start}${text}`, charset);
    expect(chooseCharset(bytes, { mediaType }).charset).toBe(charset);
    expect(decode(bytes, { mediaType }, {}, sha256).source.text).toBe(`${start}${text}`);
  });

  it('is UTF-32 with a byte order mark', () => {
    const units = [0xfeff, ...Array.from('Brücke 橋', (character) => character.codePointAt(0) ?? 0)];
    for (const littleEndian of [true, false]) {
      const view = new DataView(new ArrayBuffer(units.length * 4));
      units.forEach((unit, at) => {
        view.setUint32(at * 4, unit, littleEndian);
      });
      expect(decode(new Uint8Array(view.buffer), {}, {}, sha256).source.text).toBe('Brücke 橋');
    }
  });
});

describe('damaged text', () => {
  it('reads a pasted run of windows-1252 in UTF-8 as what it is, and says so', () => {
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('Die Brücke über den Fluß – '),
      ...encode('schon für Fußgänger geöffnet.', 'windows-1252'),
    );
    const {
      source: { text },
      notes,
    } = decode(bytes, {}, {}, sha256);
    expect(text).toBe('Die Brücke über den Fluß – schon für Fußgänger geöffnet.');
    expect(notes).toEqual(['encoding-repaired']);
  });

  it('leaves bytes that are of no encoding as U+FFFD', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('Müller sagte „ja“ '), 0xfe, 0xff, 0x20, 0x2e);
    const {
      source: { text },
      notes,
    } = decode(bytes, {}, {}, sha256);
    expect(text).toBe('Müller sagte „ja“ \ufffd\ufffd .');
    expect(notes).toEqual(['encoding-repaired']);
  });

  it('repairs UTF-8 that was read as windows-1252, next to what was written right', () => {
    const {
      source: { text },
      notes,
    } = decode('Die HÃ¶he der SchÃ¤den stieg auf €11 fÃ¼r alle, â€œsagteâ€\u009d sie im Café.', {}, {}, sha256);
    expect(text).toBe('Die Höhe der Schäden stieg auf €11 für alle, “sagte” sie im Café.');
    expect(notes).toEqual(['encoding-repaired']);
  });

  it('leaves one quoted sequence alone', () => {
    const text = 'The page shows Ã¶ where an umlaut should stand.';
    expect(decode(text, {}, {}, sha256)).toMatchObject({ source: { text }, notes: [] });
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['zero-width spaces', 'bri\u200bdge', 'bridge', []],
    ['a byte order mark inside', 'bri\ufeffdge', 'bridge', []],
    ['bidi overrides', 'file\u202egpj.exe\u202c', 'filegpj.exe', ['hidden-characters']],
    ['bidi isolates', '\u2067abc\u2069', 'abc', ['hidden-characters']],
    ['tags', `Open${String.fromCodePoint(0xe0069, 0xe0067)} gate`, 'Open gate', ['hidden-characters']],
    ['terminal escapes', 'a \u001b[31mred\u001b[0m gate', 'a red gate', ['encoding-repaired']],
    ['controls', 'a\u0000b\u0085c', 'abc', ['encoding-repaired']],
  ])('are dropped: %s', (_, text, expected, notes) => {
    expect(keepVisible(text)).toEqual({ text: expected, notes });
  });

  it.each([
    ['the flag of a region', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a family of joined emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['joiners of Persian', 'می\u200cخواهم'],
  ])('stay where they spell: %s', (_, text) => {
    expect(keepVisible(text)).toEqual({ text, notes: [] });
  });
});
