/** JSON values looked for in one script; each costs one pass over what it holds. */
const MAX_VALUES = 2000;
/** A shorter value has no room for an article. */
const MIN_CHARS = 200;
/** A piece of a stream counts with the others. */
const STREAM_PIECE = '[1,';
/** Characters read in vain, over the length of the script: code full of brackets ends the search. */
const MAX_WASTE = 2;

const OPENING = /[=(,]\s{0,20}(?:JSON\.parse\(\s{0,20}(?="))?(?=[{["])/g;
/** What may follow the first bracket of JSON; `{a:1}` and `[a]` are code. */
const INSIDE = /[{[]\s{0,200}["{}[\]\d\-tfn]/y;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/** The JSON values that code assigns or passes on, in order: `window.X = {...};`, `push([...])`, `JSON.parse("...")`. Runs nothing. */
export function readAssignedJson(code: string): readonly unknown[] {
  const values: unknown[] = [];
  let waste = code.length * MAX_WASTE;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(code); match !== null && waste > 0; match = OPENING.exec(code)) {
    const start = OPENING.lastIndex;
    const isText = code.charCodeAt(start) === QUOTE;
    // A plain string in code is passed over as a whole, so that what it holds is never taken for code.
    INSIDE.lastIndex = start;
    if (!isText && !INSIDE.test(code)) continue;
    const end = isText ? endOfString(code, start) : endOfBrackets(code, start);
    const value = isText && !match[0].includes('JSON') ? undefined : parseSlice(code, start, end, isText);
    if (value === undefined && !isText) waste -= end - start;
    else OPENING.lastIndex = Math.max(end, start + 1);
    if (value !== undefined && values.push(value) >= MAX_VALUES) break;
  }
  return values;
}

function parseSlice(code: string, start: number, end: number, isText: boolean): unknown {
  if (end - start < MIN_CHARS && !code.startsWith(STREAM_PIECE, start)) return undefined;
  const slice = code.slice(start, end);
  const value = parseJson(slice) ?? parseJson(withoutUndefined(slice));
  return isText && typeof value === 'string' ? parseJson(value) : value;
}

/** `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Index behind the closing quote of the string that starts at `start`, or of the line when it is never closed. */
function endOfString(code: string, start: number): number {
  for (let at = start + 1; at < code.length; at++) {
    const unit = code.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE || unit === LINE_FEED) return at + 1;
  }
  return code.length;
}

/** Index behind the bracket that closes the one at `start`; knows strings, not regular expressions or comments. */
function endOfBrackets(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const unit = code.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(code, at) - 1;
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if ((unit === 0x7d || unit === 0x5d) && --depth === 0) return at + 1;
  }
  return code.length;
}

/** Servers write `undefined` into state that is JSON but for that; strings stay as they are. */
function withoutUndefined(json: string): string {
  if (!json.includes('undefined')) return '';
  let fixed = '';
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(json, at) - 1;
    else if (unit === 0x75 && json.startsWith('undefined', at)) {
      fixed += `${json.slice(from, at)}null`;
      from = at + 'undefined'.length;
    }
  }
  return fixed + json.slice(from);
}
