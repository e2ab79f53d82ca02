/** Ways in which the bounded parts of a pattern may be tried at one place; times the length of a block this is all it costs. */
const MAX_WAYS = 5_000;

/** A pattern that is refused; the message says why and what to write instead. */
export class UnsafePatternError extends Error {
  override readonly name = 'UnsafePatternError';
}

/** What one part of a pattern costs. */
interface Cost {
  /** Ways in which it may match at one place. */
  readonly ways: number;
  /** `*`, `+` and `{n,}` in it. */
  readonly unbounded: number;
}

const ONE: Cost = { ways: 1, unbounded: 0 };

/**
 * Makes a regular expression whose time is linear in the length of a text, whatever the text: it is tried at the start alone, at
 * most one part of it has no bound, and the ways of the others are counted.
 *
 * @throws UnsafePatternError
 */
export function compilePattern(pattern: string, ignoreCase: boolean): RegExp {
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, ignoreCase ? 'iu' : 'u');
  } catch (cause) {
    throw new UnsafePatternError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const { ways, unbounded } = new PatternCost(pattern).measure();
  if (unbounded > 1) {
    throw new UnsafePatternError(
      `expected at most one *, + or {n,}, got ${unbounded}: write bounds for the others, such as {0,60}`,
    );
  }
  if (ways > MAX_WAYS) {
    throw new UnsafePatternError(
      `expected at most ${MAX_WAYS} ways to match, got ${Math.round(ways)}: write smaller bounds, or fewer of them`,
    );
  }
  return compiled;
}

/** Reads a pattern that the platform has accepted, part by part. */
class PatternCost {
  private at = 0;

  constructor(private readonly pattern: string) {}

  measure(): Cost {
    if (!this.pattern.startsWith('^') || this.topLevelBranches() > 1) {
      throw new UnsafePatternError('expected a pattern that begins with ^, and brackets around what | parts: ^(?:a|b)');
    }
    return this.alternatives();
  }

  private topLevelBranches(): number {
    let depth = 0;
    let branches = 1;
    for (let i = 0; i < this.pattern.length; i++) {
      const character = this.pattern[i];
      if (character === '\\') i++;
      else if (character === '[') i = this.endOfClass(i);
      else if (character === '(') depth++;
      else if (character === ')') depth--;
      else if (character === '|' && depth === 0) branches++;
    }
    return branches;
  }

  private endOfClass(from: number): number {
    for (let i = from + 1; i < this.pattern.length; i++) {
      if (this.pattern[i] === '\\') i++;
      else if (this.pattern[i] === ']') return i;
    }
    return this.pattern.length;
  }

  private alternatives(): Cost {
    let total = this.sequence();
    while (this.pattern[this.at] === '|') {
      this.at++;
      const next = this.sequence();
      total = { ways: total.ways + next.ways, unbounded: total.unbounded + next.unbounded };
    }
    return total;
  }

  private sequence(): Cost {
    let total = ONE;
    while (this.at < this.pattern.length && this.pattern[this.at] !== '|' && this.pattern[this.at] !== ')') {
      const part = this.repeated(this.atom());
      total = { ways: total.ways * part.ways, unbounded: total.unbounded + part.unbounded };
    }
    return total;
  }

  private atom(): Cost {
    const character = this.pattern[this.at];
    if (character === '(') return this.group();
    if (character === '[') this.at = this.endOfClass(this.at) + 1;
    else if (character === '\\') this.escape();
    else this.at++;
    return ONE;
  }

  private escape(): void {
    const rest = this.pattern.slice(this.at);
    if (/^\\(?:[1-9]|k<)/.test(rest)) throw new UnsafePatternError('expected no back reference such as \\1');
    this.at += /^\\(?:u\{[0-9a-f]+\}|[pP]\{[^}]*\}|.)/iu.exec(rest)?.[0].length ?? 1;
  }

  private group(): Cost {
    const opening = /^\((?:\?(?::|<?[=!]|<[^>]*>))?/.exec(this.pattern.slice(this.at))?.[0] ?? '(';
    if (/[=!]$/.test(opening)) throw new UnsafePatternError('expected no look-around such as (?=...)');
    this.at += opening.length;
    const inner = this.alternatives();
    this.at++;
    return inner;
  }

  private repeated(part: Cost): Cost {
    const quantifier = /^(?:[*+?]|\{(\d{1,9})(?:(,)(\d{0,9}))?\})\??/.exec(this.pattern.slice(this.at));
    if (quantifier === null) return part;
    this.at += quantifier[0].length;
    const [text, from = '0', comma = '', to = ''] = quantifier;
    if (text[0] === '?') return { ...part, ways: part.ways + 1 };
    if (text[0] !== '{' || (comma !== '' && to === '')) {
      if (part.unbounded > 0 || part.ways > 1) {
        throw new UnsafePatternError(
          'expected nothing with a choice in it before *, + or {n,}, such as (?:a|b)* or (?:a?)+',
        );
      }
      return { ways: 1, unbounded: 1 };
    }
    const most = Number(comma === '' ? from : to);
    if (part.unbounded > 0) return { ways: part.ways, unbounded: part.unbounded * Math.max(1, most) };
    let ways = 0;
    for (let times = Number(from); times <= most && ways <= MAX_WAYS; times++) ways += part.ways ** times;
    return { ways, unbounded: 0 };
  }
}
