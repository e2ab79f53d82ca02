import { SourceText } from '../source-text.ts';

const TITLE_START = /<title(?:\s[^<>]{0,200})?>/i;
const TITLE_END = /<\/title[\s>/]/i;

/**
 * A page whose title is never closed, with its end put where the next tag begins: by the standard the title would go on to
 * the end of the page and swallow it. Any other page as it is.
 */
export function closeTitle(source: SourceText): SourceText {
  return TITLE_END.test(source.start) ? source : SourceText.of(withTitleEnd(source.text));
}

function withTitleEnd(source: string): string {
  if (TITLE_END.test(source)) return source;
  const start = TITLE_START.exec(source);
  if (start === null) return source;
  const next = source.indexOf('<', start.index + start[0].length);
  return next === -1 ? source : `${source.slice(0, next)}</title>${source.slice(next)}`;
}
