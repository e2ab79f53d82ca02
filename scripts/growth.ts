/**
 * `npm run -s check:growth`: cleans inputs that make bad parsers and patterns quadratic at a length and at four times that
 * length, and prints the ratio of the times. An input above the bound is tried at four times the length once more: on the
 * way from the one length to the other strings leave the young heap and cost more once and for all, which is no growth,
 * while what is quadratic grows the faster the longer it is. Exits 1 when one is above the bound at both.
 */
import { CleaningError } from '../lib/core/errors.ts';
import { cleanArticle } from '../lib/index.ts';

const BASE_LENGTH = 100_000;
const FACTOR = 4;
/** Linear is 4; the rest is room for what a larger heap costs. */
const MOST = 6;
/** Below this a time says nothing; a quadratic input of the longer length takes many times as long. */
const LEAST_MS = 250;
/** Runs of a measurement, and of one of an input that looks bad: other processes only ever add time. */
const RUNS = 2;
const RUNS_IF_BAD = 5;

const PROSE = 'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter sets in. ';

/** Units that are repeated, by the media types they are tried as. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'text/html': [
    '<div>',
    '<b>',
    '<p>a',
    '<br>',
    '<a href=x>',
    '<table>',
    '<li>',
    '<svg>',
    '<select>',
    '<td>',
    '</p>',
    '</b></i>',
    '<i><p>',
    '<!--',
    '<',
    '&',
    '&amp',
    '<a b=c ',
    '"',
    "'",
    ' ',
    '\n',
    '\u00a0',
    '<img>',
    '<h2>',
    '<pre>',
    '<script>',
    '<title>',
    '<noscript>',
    'by ',
    'a@',
    'http://',
    '(',
    '[',
    'A ',
    'a. ',
    '- ',
    '2024-',
    '1 ',
    ', ',
    '<p hidden>',
    '<meta charset=',
    '<form><input>',
  ],
  'text/plain': [
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    'a',
    'a ',
    'A',
    'By ',
    'a@',
    'http://',
    'www.',
    '(',
    '[',
    '{',
    '|',
    '-',
    '—',
    '*',
    '_',
    '#',
    '>',
    '`',
    '"',
    '“',
    ':',
    '.',
    ', ',
    '![',
    '](',
    '<',
    '&',
    '\r',
    '\r\n',
    '1. ',
    '2024-01-01 ',
    'Photo: ',
    'and ',
    '\ud83d\ude00',
    '한',
    '中',
    'é',
    `${PROSE}\n\n`,
    'Read more\n',
    'Read more: a\n\n',
  ],
  'text/markdown': [
    '> ',
    '- ',
    '  - ',
    '* ',
    '# ',
    '#',
    '`',
    '``` ',
    '**',
    '_a',
    '[',
    '[a](',
    '![',
    '](',
    '<',
    '<b>',
    '\\',
    '|',
    '| a ',
    '[a]: ',
    '(',
    '~',
    '=\n',
    '1. a\n',
    '&#',
  ],
  'application/json': ['[', '{"a":', '"', '\\u', ' ', '1', '{"html":"a"},'],
};

let failed = 0;
for (const [mediaType, units] of Object.entries(UNITS)) {
  for (const unit of units) {
    let { short, long } = measure(unit, mediaType, BASE_LENGTH, RUNS);
    if (isAbove(short, long)) ({ short, long } = measure(unit, mediaType, BASE_LENGTH, RUNS_IF_BAD));
    if (isAbove(short, long)) ({ short, long } = measure(unit, mediaType, BASE_LENGTH * FACTOR, RUNS_IF_BAD));
    const ratio = long / short;
    const isBad = isAbove(short, long);
    if (isBad) failed++;
    if (isBad || long > LEAST_MS) {
      const verdict = isBad ? 'FAILED' : 'ok';
      console.log(
        `${mediaType} ${JSON.stringify(unit)}: ${short.toFixed(0)} ms, ${long.toFixed(0)} ms, ratio ${ratio.toFixed(1)} ${verdict}`,
      );
    }
  }
}
const count = Object.values(UNITS).reduce((sum, units) => sum + units.length, 0);
console.log(`growth ${count} inputs, ${failed} above ${MOST}`);
process.exitCode = failed === 0 ? 0 : 1;

function bodyOf(unit: string, length: number): Uint8Array {
  return new TextEncoder().encode(`${PROSE}\n\n${unit.repeat(length / unit.length)}`);
}

function measure(unit: string, mediaType: string, length: number, runs: number): { short: number; long: number } {
  return {
    short: time(bodyOf(unit, length), mediaType, runs),
    long: time(bodyOf(unit, length * FACTOR), mediaType, runs),
  };
}

function isAbove(short: number, long: number): boolean {
  return long > LEAST_MS && long / short > MOST;
}

/** CPU time of the shortest of some runs, in milliseconds. */
function time(body: Uint8Array, mediaType: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = process.cpuUsage();
    try {
      cleanArticle(body, { mediaType }, { html: true, markdown: true });
    } catch (error) {
      if (!(error instanceof CleaningError)) throw error;
    }
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
