/**
 * JSON that templates spoil, as JSON: quotation marks within a string are escaped, commas before a closing bracket and all
 * that follows the first value are left out. One pass over the text; what cannot be mended stays broken.
 */
export function repairJson(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') {
        inString = !endsString(text, at + 1);
        if (inString) {
          parts.push(text.slice(from, at), '\\');
          from = at;
        }
      }
      continue;
    }
    if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth++;
    else if (char === ',' && /[}\]]/.test(signFrom(text, at + 1).sign)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    } else if ((char === '}' || char === ']') && --depth <= 0) return `${parts.join('')}${text.slice(from, at + 1)}`;
  }
  return `${parts.join('')}${text.slice(from)}`;
}

/** Whether a quotation mark ends its string, by what stands behind it: `"the "old" pier", said` has two that do not. */
function endsString(text: string, after: number): boolean {
  const { sign, at } = signFrom(text, after);
  if (sign !== ',') return sign === '' || sign === ':' || sign === '}' || sign === ']';
  const next = signFrom(text, at + 1).sign;
  return next === '' || /["{[}\]]/.test(next);
}

/** The first sign that is no white space, `''` at the end of the text. */
function signFrom(text: string, from: number): { readonly sign: string; readonly at: number } {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return { sign: text[at] ?? '', at };
}
