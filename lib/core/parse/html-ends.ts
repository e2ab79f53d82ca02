import { GREATER, isSpace, SLASH } from './html-characters.ts';

const ENDS_TAG_NAME = /[\t\n\f\r />]/;

/** Where a comment ends, behind its last `>`, or the length of the page. `from` is behind its `<!--`. */
export function endOfComment(source: string, from: number): number {
  if (source.startsWith('>', from)) return from + 1;
  if (source.startsWith('->', from)) return from + 2;
  for (let at = source.indexOf('--', from); at >= 0; at = source.indexOf('--', at + 1)) {
    if (source.startsWith('>', at + 2)) return at + 3;
    if (source.startsWith('!>', at + 2)) return at + 4;
  }
  return source.length;
}

/** Where the end tag of a raw text element begins, or the length of the page. */
export function endOfRawText(source: string, from: number, name: string): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    const nameEnd = at + 2 + name.length;
    if (ENDS_TAG_NAME.test(source.charAt(nameEnd)) && source.slice(at + 2, nameEnd).toLowerCase() === name) return at;
  }
  return source.length;
}

/**
 * Where the end tag of a script begins that holds a comment, or the length of the page: the first `</script>` behind a
 * `<script>` in a comment ends that one.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#script-data-double-escaped-state
 * @param from Where its first comment begins.
 */
export function endOfScript(source: string, from: number): number {
  const mark = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi;
  mark.lastIndex = from;
  let inComment = false;
  let inInner = false;
  for (let found = mark.exec(source); found !== null; found = mark.exec(source)) {
    const [text] = found;
    if (text === '-->') {
      inComment = false;
      inInner = false;
    } else if (text === '<!--') {
      // `<!-->` is a whole comment.
      if (!inComment) mark.lastIndex -= 2;
      inComment = true;
    } else if (text.startsWith('</')) {
      if (!inInner) return found.index;
      inInner = false;
    } else inInner ||= inComment;
  }
  return source.length;
}

/** Where the name of a tag ends that begins at `from`, or the length of the page. */
export function endOfTagName(source: string, from: number): number {
  let at = from + 1;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER || code === SLASH || isSpace(code)) break;
  }
  return at;
}

/** Where an attribute value without quotes ends, or the length of the page. */
export function endOfBareValue(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER || isSpace(code)) break;
  }
  return at;
}
