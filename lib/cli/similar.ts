import { compareFingerprints, type FingerprintComparison } from '../core/compare-fingerprints.ts';
import { CleaningError } from '../core/errors.ts';
import { toJsonLine } from '../io/json-line.ts';
import { type NamedFingerprint, readFingerprints } from './fingerprints.ts';
import { InputStore, nameOf, STDIN } from './input-store.ts';
import { listInputs } from './inputs.ts';
import { CommandError, type ExitCode, type Streams, writeAll } from './streams.ts';

export interface SimilarFlags {
  readonly json?: boolean;
  /** Pairs that have nothing in common too. */
  readonly all?: boolean;
  /** Media type of the inputs, where their names do not tell. */
  readonly type?: string;
}

/**
 * Runs `winnow similar`: compares every text with every other. 0 when all could be read, 1 when one could not.
 *
 * @throws CommandError when fewer than two texts are left to compare.
 */
export async function runSimilar(paths: readonly string[], flags: SimilarFlags, streams: Streams): Promise<ExitCode> {
  const { files, problems } = await listInputs(
    paths.filter((path) => path !== '-'),
    null,
  );
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  const texts: NamedFingerprint[] = [];
  let failed = problems.length;
  const refuse = (name: string, error: Error) => {
    failed++;
    streams.stderr.write(
      `winnow: ${error instanceof CleaningError ? `${error.reason}: ` : `${name}: `}${error.message}\n`,
    );
  };
  const inputs = paths.includes('-') ? [STDIN, ...files] : files;
  const store = new InputStore(inputs, streams.stdin, flags.type ?? null);
  for (const input of inputs) {
    try {
      for (const answer of await readFingerprints(input, store)) {
        if ('error' in answer) refuse(answer.name, answer.error);
        else texts.push(answer);
      }
    } catch (error) {
      if (!isOfInput(error)) throw error;
      refuse(nameOf(input), error);
    }
  }
  if (texts.length < 2)
    throw new CommandError(failed > 0 ? 1 : 2, `${texts.length} texts to compare: name two or more`);
  const showAll = flags.all === true || texts.length === 2;
  await writeAll(flags.json === true ? jsonLines(texts, showAll) : report(texts, showAll), streams.stdout);
  return failed === 0 ? 0 : 1;
}

/** What is wrong with the input: refused, not there, not readable, too large. */
function isOfInput(error: unknown): error is Error {
  return (
    error instanceof CleaningError ||
    (error instanceof Error && ('syscall' in error || error.name.startsWith('Object')))
  );
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly comparison: FingerprintComparison;
}

function* pairsOf(texts: readonly NamedFingerprint[]): Generator<Pair> {
  for (const [at, a] of texts.entries()) {
    for (const b of texts.slice(at + 1)) {
      yield { a: a.name, b: b.name, comparison: compareFingerprints(a.fingerprint, b.fingerprint) };
    }
  }
}

async function* jsonLines(texts: readonly NamedFingerprint[], showAll: boolean): AsyncGenerator<string> {
  for (const { a, b, comparison } of pairsOf(texts)) {
    if (showAll || comparison.verdict !== 'different') yield toJsonLine({ a, b, ...comparison });
  }
}

async function* report(texts: readonly NamedFingerprint[], showAll: boolean): AsyncGenerator<string> {
  let pairs = 0;
  let similar = 0;
  for (const pair of pairsOf(texts)) {
    pairs++;
    const isSimilar = pair.comparison.verdict !== 'different';
    if (isSimilar) similar++;
    if (showAll || isSimilar) yield reportLine(pair);
  }
  if (pairs > 1) yield `${texts.length} texts, ${pairs} pairs: ${similar} similar, ${pairs - similar} different\n`;
}

function reportLine({ a, b, comparison }: Pair): string {
  const { verdict, container, hammingDistance, sharedParagraphs, shareOfA, shareOfB } = comparison;
  const [first, second] = container === 'b' ? [b, a] : [a, b];
  const [share, otherShare] = container === 'b' ? [shareOfB, shareOfA] : [shareOfA, shareOfB];
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const shared =
    sharedParagraphs === 0
      ? 'no paragraph shared'
      : `${sharedParagraphs} ${sharedParagraphs === 1 ? 'paragraph' : 'paragraphs'} shared (${percent(share)}, ${percent(otherShare)})`;
  return `${verdict.padEnd(16)}  ${first}  ${second}  ${hammingDistance} bits apart, ${shared}\n`;
}
