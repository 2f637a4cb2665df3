import { findBlock } from './unicode-blocks.ts';

/** A regular expression of XPath as JavaScript runs it; undefined where it is no valid one. Kept, since texts repeat them. */
export function findPattern(written: string, flags: string, extra = ''): RegExp | undefined {
  const key = `${extra}/${flags}/${written}`;
  if (kept.has(key)) {
    const pattern = kept.get(key);
    if (pattern) pattern.lastIndex = 0;
    return pattern;
  }
  const pattern = build(written, flags, extra);
  if (kept.size > 500) kept.clear();
  kept.set(key, pattern);
  return pattern;
}

const kept = new Map<string, RegExp | undefined>();

function build(written: string, flags: string, extra: string): RegExp | undefined {
  if (!/^[smixq]*$/.test(flags) || written.length > 2_000 || isCostly(written)) return undefined;
  const own = [...new Set(flags)].filter((flag) => 'smi'.includes(flag)).join('');
  const source = flags.includes('q')
    ? escapeAll(written)
    : new Translation(flags.includes('x') ? withoutBlanks(written) : written, flags.includes('s')).source();
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, `u${own}${extra}`);
  } catch {
    return undefined;
  }
}

/** A repeated group that itself repeats can take time without end on a text of forty letters: such a pattern is refused. */
function isCostly(written: string): boolean {
  return /\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\})/.test(written);
}

function escapeAll(written: string): string {
  return written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Flag x: blanks outside of character classes do not count, not even after a backslash. */
function withoutBlanks(written: string): string {
  let out = '';
  let depth = 0;
  for (const character of written) {
    const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(out);
    if (!isEscaped && character === '[') depth++;
    if (!isEscaped && character === ']') depth--;
    if (depth > 0 || !/\s/.test(character)) out += character;
  }
  return out;
}

const nameStart =
  '_:A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const classEscapes: Readonly<Record<string, string>> = {
  i: nameStart,
  c: `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`,
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
};
const singleEscapes = new Set([...'nrt\\|.?*+(){}-[]^$/']);

/** Rewrites what XPath and JavaScript say differently; `undefined` for what XPath does not have. */
class Translation {
  readonly #written: string;
  readonly #hasDotAll: boolean;
  #at = 0;

  constructor(written: string, hasDotAll: boolean) {
    this.#written = written;
    this.#hasDotAll = hasDotAll;
  }

  source(): string | undefined {
    let out = '';
    while (this.#at < this.#written.length) {
      const next = this.#next();
      if (next === undefined) return undefined;
      out += next;
    }
    return out;
  }

  #next(): string | undefined {
    const character = this.#written[this.#at] ?? '';
    if (character === '\\') return this.#escape(false);
    if (character === '[') return this.#class();
    this.#at++;
    // XPath has no groups that look around; those that are not kept came with 3.0.
    if (character === '(' && this.#written[this.#at] === '?' && this.#written[this.#at + 1] !== ':') return undefined;
    // XPath's dot leaves out the line feed and the carriage return alone.
    if (character === '.' && !this.#hasDotAll) return '[^\\n\\r]';
    return character;
  }

  /** `[a-z-[aeiou]]` is what is in the first class and not in the second. */
  #class(): string | undefined {
    this.#at++;
    let inside = '';
    let without = '';
    if (this.#written[this.#at] === '^') {
      inside = '^';
      this.#at++;
    }
    while (this.#at < this.#written.length) {
      const character = this.#written[this.#at] ?? '';
      if (character === ']') {
        this.#at++;
        if (inside === '' || inside === '^') return undefined;
        return without === '' ? `[${inside}]` : `(?:(?!${without})[${inside}])`;
      }
      if (character === '[') return undefined;
      if (character === '-' && this.#written[this.#at + 1] === '[') {
        this.#at++;
        const taken = this.#class();
        if (taken === undefined || this.#written[this.#at] !== ']') return undefined;
        without = taken;
        continue;
      }
      const part = character === '\\' ? this.#escape(true) : character;
      if (part === undefined) return undefined;
      if (character !== '\\') this.#at++;
      inside += part;
    }
    return undefined;
  }

  #escape(inClass: boolean): string | undefined {
    const next = this.#written[this.#at + 1] ?? '';
    this.#at += 2;
    if (singleEscapes.has(next)) return next === '-' && !inClass ? '-' : `\\${next}`;
    if (next === 's' || next === 'S') {
      // XPath's blanks are the four of XML.
      if (next === 's') return inClass ? ' \\t\\n\\r' : '[ \\t\\n\\r]';
      return inClass ? '\\S' : '[^ \\t\\n\\r]';
    }
    if (next === 'd') return '\\p{Nd}';
    if (next === 'D') return '\\P{Nd}';
    if (next === 'p' || next === 'P') return this.#property(next, inClass);
    if (/[1-9]/.test(next)) return inClass ? undefined : this.#reference(next);
    const set = Object.hasOwn(classEscapes, next.toLowerCase()) ? classEscapes[next.toLowerCase()] : undefined;
    if (set === undefined) return undefined;
    if (next === next.toLowerCase()) return inClass ? set : `[${set}]`;
    return inClass ? undefined : `[^${set}]`;
  }

  #property(letter: string, inClass: boolean): string | undefined {
    const end = this.#written.indexOf('}', this.#at);
    if (this.#written[this.#at] !== '{' || end === -1) return undefined;
    const name = this.#written.slice(this.#at + 1, end);
    this.#at = end + 1;
    if (!name.startsWith('Is')) return /^[A-Z][a-z]?$/.test(name) ? `\\${letter}{${name}}` : undefined;
    const block = findBlock(name.slice(2));
    if (block === undefined) return undefined;
    if (inClass) return letter === 'p' ? block : undefined;
    return letter === 'p' ? `[${block}]` : `[^${block}]`;
  }

  /** `\12` is group 12 where there are so many groups before it, else group 1 and the digit 2; a group must stand before. */
  #reference(first: string): string | undefined {
    let digits = first;
    const groups = (this.#written.slice(0, this.#at).match(/(?<!\\)\((?!\?)/g) ?? []).length;
    while (/\d/.test(this.#written[this.#at] ?? '') && Number(digits + this.#written[this.#at]) <= groups) {
      digits += this.#written[this.#at++];
    }
    return Number(digits) <= groups ? `(?:\\${digits})` : undefined;
  }
}
