import fc from 'fast-check';
import { decodeValue, givenMetadata } from '../../lib/io/given.ts';

describe('metadata that came with an object', () => {
  it.each([
    ['plain', 'plain'],
    ['=?UTF-8?Q?caf=C3=A9_am_See?=', 'café am See'],
    ['=?utf-8?B?5pel5pys?=', '日本'],
    ['=?UTF-8?Q?one_?= =?UTF-8?Q?two?=', 'one two'],
    ['=?iso-8859-1?Q?caf=E9?=', 'café'],
    ['a%20b', 'a b'],
    ['caf%C3%A9', 'café'],
    ['cafe\u0301', 'café'],
    [' a\u0000b\r\n', 'a b'],
  ])('decodes %j', (value, expected) => {
    expect(decodeValue(value)).toBe(expected);
  });

  it.each(['100%', '%zz', '%E9', '=?x-unknown?Q?a?=', '=?UTF-8?Q?=C3?=', 'https://a.example/caf%C3%A9?q=%2F'])(
    'leaves %j as it is',
    (value) => {
      expect(decodeValue(value)).toBe(value);
    },
  );

  it('takes a URL that was encoded as a whole, and keeps the encoding of its own parts', () => {
    const url = 'https://lindmouth.example/a%20b?x=1';
    expect(givenMetadata({ 'source-url': encodeURIComponent(url) })).toEqual({ url });
    expect(givenMetadata({ 'source-url': url })).toEqual({ url });
  });

  it.each([
    { 'source-url': 'javascript:alert(1)' },
    { 'source-url': 'not a url' },
    { 'fetched-at': 'yesterday' },
    { 'fetched-at': '2024-13-45T00:00:00Z' },
    { 'record-id': '' },
    { 'record-id': 'x'.repeat(1025) },
    { other: 'value' },
  ])('leaves out what is not of the form: %j', (metadata) => {
    expect(givenMetadata(metadata as Record<string, string>)).toEqual({});
  });

  it('takes times with and without a zone’s offset', () => {
    for (const fetchedAt of ['2024-03-05T06:07:08Z', '2024-03-05T06:07:08.123+09:00', '2024-03-05']) {
      expect(givenMetadata({ 'fetched-at': fetchedAt })).toEqual({ fetchedAt });
    }
  });

  it('gives back any id that was percent-encoded, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (id) => {
        const encoded = encodeURIComponent(id);
        expect(decodeValue(encoded)).toBe(encoded.includes('%') ? id.trim() : encoded);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => typeof decodeValue(value) === 'string'));
  });
});
