/** What may stand around a label: brackets of text browsers, arrows, bullets, bars. */
const AROUND = new Set(' [](){}«»‹›<>▸►▶→←↑↓•·|*#+✕×▼▾–—-:：…!_■□▪▫◆◇●○★☆▲△▽【】');

/**
 * The line as phrases are compared: lower case, straight apostrophes, without brackets, arrows and colons around it.
 * A full stop at the end stays: it ends a sentence.
 */
export function phraseKey(line: string): string {
  return lowerKey(line.toLowerCase());
}

/** The same of a line in lower case. */
export function lowerKey(line: string): string {
  let start = 0;
  let end = line.endsWith('...') ? line.length - 3 : line.length;
  while (start < end && isAround(line, start)) start++;
  while (end > start && isAround(line, end - 1)) end--;
  const key = line.slice(start, end);
  const straight = key.includes('’') ? key.replaceAll('’', "'") : key;
  // The lower case of a Turkish capital I with a dot has the dot twice.
  return straight.includes('\u0307') ? straight.replaceAll('i\u0307', 'i') : straight;
}

/** Nearly every line begins and ends with a letter. */
function isAround(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return !((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) && AROUND.has(line.charAt(at));
}
