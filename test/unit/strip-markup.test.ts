import { stripMarkup } from '../../lib/core/parse/strip-markup.ts';

describe('a value that may hold markup', () => {
  it.each([
    ['a <b>boat</b> &amp; a net', 'a boat & a net'],
    ['one<br>two', 'one two'],
    ['<p>one</p><p>two', ' one  two'],
    ['<script>if (1<2) {}</script>boats', 'boats'],
    ['<style>p{}</style>boats &lt;b&gt;', 'boats <b>'],
    ['<script/>boats', ''],
    ['1 < 2', '1 < 2'],
    ['boats <b', 'boats '],
    ['<!-- x -->boats<title>nets</title>', 'boatsnets'],
  ])('%j is %j', (value, text) => {
    expect(stripMarkup(value)).toBe(text);
  });
});
