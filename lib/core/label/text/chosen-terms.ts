import type { NumberedTerms } from './terms.ts';

/** Where the terms of each of some texts begin when they stand behind one another. */
function startsOf({ starts }: NumberedTerms, chosen: readonly number[]): Int32Array {
  const own = new Int32Array(chosen.length + 1);
  for (let at = 0; at < chosen.length; at++) {
    const text = chosen[at] as number;
    own[at + 1] = (own[at] as number) + (starts[text + 1] as number) - (starts[text] as number);
  }
  return own;
}

/** The terms of some of the texts, by index in ascending order, numbered anew as they first appear among them. */
export function renumberTerms(all: NumberedTerms, chosen: readonly number[]): NumberedTerms {
  const starts = startsOf(all, chosen);
  const total = starts[chosen.length] as number;
  // But for texts without terms all of them were chosen: their numbers stay.
  if (total === all.numbers.length) return { numbers: all.numbers, starts, lineCount: all.lineCount, kinds: all.kinds };
  const renamed = new Int32Array(all.lineCount.length);
  const counts = new Int32Array(all.lineCount.length);
  const kinds = new Uint8Array(all.lineCount.length);
  const numbers = new Int32Array(total);
  let size = 0;
  let end = 0;
  for (let at = 0; at < chosen.length; at++) {
    const text = chosen[at] as number;
    const last = all.starts[text + 1] as number;
    for (let i = all.starts[text] as number; i < last; i++) {
      const term = all.numbers[i] as number;
      let number = renamed[term] as number;
      if (number === 0) {
        number = ++size;
        renamed[term] = number;
        kinds[number - 1] = all.kinds[term] as number;
      }
      counts[number - 1] = (counts[number - 1] as number) + 1;
      numbers[end++] = number - 1;
    }
  }
  return {
    numbers,
    starts,
    lineCount: counts.subarray(0, size),
    kinds: kinds.subarray(0, size),
  };
}
