/** Characters that take two columns of a terminal: Han, kana, Hangul, full-width forms, most emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3ffff}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Columns of a terminal that a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Cuts a text to `width` columns, with an ellipsis where something was cut; line breaks and controls become spaces. */
export function shorten(text: string, width: number): string {
  const flat = text.replace(/\p{Cc}+/gu, ' ');
  if (displayWidth(flat) <= width) return flat;
  let kept = '';
  for (const character of flat) {
    if (displayWidth(kept) + displayWidth(character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Cuts a message in its middle: what was expected begins it, what came ends it. */
export function shortenMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const end = [...text].slice(-Math.floor(width / 3)).join('');
  return shorten(text, width - displayWidth(end)) + end;
}

/** Exactly `width` columns. */
export function cell(text: string, { width, align }: Pick<Column, 'width' | 'align'>): string {
  const fitted = shorten(text, width);
  const padding = ' '.repeat(width - displayWidth(fitted));
  return align === 'left' ? fitted + padding : padding + fitted;
}

/** One line of cells, two spaces apart. */
export function line(cells: readonly string[], columns: readonly Column[]): string {
  return columns
    .map((column, index) => cell(cells[index] ?? '', column))
    .join('  ')
    .trimEnd();
}
