const STEP = /^(\/{1,2})(?:text\(\)|([a-z][a-z0-9]*|\*)|@([a-z][a-z0-9:_-]*))/i;
const ATTRIBUTE = '@([a-z][a-z0-9_:-]{0,60})';
const TEXT = `(?:'([^']*)'|"([^"]*)")`;

type Condition = readonly [form: RegExp, css: (parts: readonly string[]) => string];

/** Forms of conditions that site configurations are written with; each becomes one simple selector. */
const CONDITIONS: readonly Condition[] = [
  // Before `contains`, which its words are made of: the class is one of those of the element.
  [
    new RegExp(
      String.raw`^contains\(\s*concat\(\s*' '\s*,\s*(?:normalize-space\(\s*)?@class\s*\)?\s*,\s*' '\s*\)\s*,\s*${TEXT}\s*\)$`,
      'i',
    ),
    ([value = '']) => `[class~=${quote(value.trim())}]`,
  ],
  [
    new RegExp(String.raw`^contains\(\s*${ATTRIBUTE}\s*,\s*${TEXT}\s*\)$`, 'i'),
    ([name, value = '']) => `[${name}*=${quote(value)}]`,
  ],
  [
    new RegExp(String.raw`^starts-with\(\s*${ATTRIBUTE}\s*,\s*${TEXT}\s*\)$`, 'i'),
    ([name, value = '']) => `[${name}^=${quote(value)}]`,
  ],
  [new RegExp(String.raw`^${ATTRIBUTE}\s*=\s*${TEXT}$`, 'i'), ([name, value = '']) => `[${name}=${quote(value)}]`],
  [new RegExp(`^${ATTRIBUTE}$`, 'i'), ([name]) => `[${name}]`],
  [/^(\d{1,4})$/, ([position]) => `:nth-of-type(${position})`],
  [/^last\(\)$/, () => ':last-of-type'],
  [/^position\(\)\s*=\s*(\d{1,4})$/, ([position]) => `:nth-of-type(${position})`],
];

/**
 * A selector for what an XPath selects, of the part of XPath that site configurations are written in: steps with conditions on
 * attributes and positions. A last step to an attribute becomes `selector @attribute`.
 *
 * @returns One selector for each path between `|`; `null` for what cannot be said in CSS.
 */
export function xpathToCss(xpath: string): readonly string[] | null {
  const selectors: string[] = [];
  for (const path of splitOutside(xpath, '|')) {
    const found = pathToCss(path.trim());
    if (found === null || found.includes('')) return null;
    selectors.push(...found);
  }
  return selectors.length > 0 ? selectors : null;
}

function pathToCss(path: string): readonly string[] | null {
  let rest = path;
  let alternatives: readonly string[] = [''];
  while (rest !== '') {
    const [step, slashes, tag, attribute] = STEP.exec(rest) ?? [];
    if (step === undefined) return null;
    rest = rest.slice(step.length);
    if (attribute !== undefined) return rest === '' ? alternatives.map((one) => `${one || '*'} @${attribute}`) : null;
    if (tag === undefined) return rest === '' ? alternatives : null;
    const joint = alternatives[0] === '' ? '' : slashes === '//' ? ' ' : ' > ';
    alternatives = alternatives.map((one) => `${one}${joint}${tag}`);
    while (rest.startsWith('[')) {
      const end = endOfBrackets(rest);
      const conditions = end < 0 ? null : conditionsToCss(rest.slice(1, end));
      if (conditions === null) return null;
      alternatives = alternatives.flatMap((one) => conditions.map((condition) => one + condition));
      rest = rest.slice(end + 1);
    }
  }
  return alternatives;
}

/** One string for each alternative of `or`. */
function conditionsToCss(text: string): readonly string[] | null {
  const alternatives: string[] = [];
  for (const either of splitOutside(text, ' or ')) {
    const parts = splitOutside(either, ' and ').map((part) => conditionToCss(part.trim()));
    if (parts.some((part) => part === null)) return null;
    alternatives.push(parts.join(''));
  }
  return alternatives;
}

function conditionToCss(text: string): string | null {
  const negated = /^not\((.*)\)$/is.exec(text)?.[1];
  if (negated !== undefined) {
    const inner = conditionToCss(negated.trim());
    return inner === null ? null : `:not(${inner})`;
  }
  for (const [form, css] of CONDITIONS) {
    const match = form.exec(text);
    if (match !== null) return css(match.slice(1).filter((part) => part !== undefined));
  }
  return null;
}

/** Splits where the separator stands outside of quotes and brackets. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted !== '') quoted = character === quoted ? '' : quoted;
    else if (character === "'" || character === '"') quoted = character;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      at += separator.length - 1;
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function endOfBrackets(text: string): number {
  let depth = 0;
  let quoted = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted !== '') quoted = character === quoted ? '' : quoted;
    else if (character === "'" || character === '"') quoted = character;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return -1;
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
