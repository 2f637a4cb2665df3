import { escapeCharacter, readClass, readClassEscape } from './character-class.ts';
import type { ParsedPattern, PatternFlags, PatternNode } from './nodes.ts';

/** Reads a pattern; undefined where it is no valid one, or a flag is none of `s m i x q`. */
export function parsePattern(written: string, flags: string): ParsedPattern | undefined {
  if (!/^[smixq]*$/.test(flags) || written.length > 2_000) return undefined;
  const has = (flag: string) => flags.includes(flag);
  const options = { dotAll: has('s'), multiline: has('m'), ignoreCase: has('i') };
  const parser = new PatternParser(has('x') && !has('q') ? withoutBlanks(written) : written, options);
  const root = has('q') ? parser.literal() : parser.whole();
  return root && { root, groups: parser.groups, flags: options };
}

/** Flag x: blanks outside of character classes do not count, not even behind a backslash. */
function withoutBlanks(written: string): string {
  let out = '';
  let depth = 0;
  let isEscaped = false;
  for (const character of written) {
    const isBlank = /\s/.test(character);
    if (depth === 0 && isBlank) continue;
    if (!isEscaped && character === '[') depth++;
    if (!isEscaped && character === ']') depth--;
    isEscaped = !isEscaped && character === '\\';
    out += character;
  }
  return out;
}

class PatternParser {
  groups = 0;
  readonly #written: string;
  readonly #flags: PatternFlags;
  readonly #closed = new Set<number>();
  #at = 0;
  #depth = 0;
  #isValid = true;

  constructor(written: string, flags: PatternFlags) {
    this.#written = written;
    this.#flags = flags;
  }

  whole(): PatternNode | undefined {
    const root = this.#choice();
    return this.#isValid && this.#at === this.#written.length ? root : undefined;
  }

  literal(): PatternNode {
    return {
      kind: 'sequence',
      parts: [...this.#written].map((character) => this.#one(`[${escapeCharacter(character)}]`)),
    };
  }

  #choice(): PatternNode | undefined {
    const options: PatternNode[] = [];
    do {
      const option = this.#sequence();
      if (!option) return undefined;
      options.push(option);
    } while (this.#take('|'));
    return options.length === 1 ? options[0] : { kind: 'choice', options };
  }

  #sequence(): PatternNode | undefined {
    const parts: PatternNode[] = [];
    while (this.#at < this.#written.length && this.#written[this.#at] !== '|' && this.#written[this.#at] !== ')') {
      const atom = this.#atom();
      const part = atom && this.#repeated(atom);
      if (!part) return undefined;
      parts.push(part);
    }
    return { kind: 'sequence', parts };
  }

  #take(sign: string): boolean {
    if (this.#written[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #atom(): PatternNode | undefined {
    const character = String.fromCodePoint(this.#written.codePointAt(this.#at) ?? 0);
    if (character === '(') return this.#group();
    if (character === '[') {
      const read = readClass(this.#written, this.#at);
      if (!read) return undefined;
      this.#at = read.end;
      return this.#one(read.source);
    }
    if (character === '\\') return this.#escape();
    if ('?*+{}]'.includes(character)) return undefined;
    this.#at += character.length;
    if (character === '^') return { kind: 'line-start' };
    if (character === '$') return { kind: 'line-end' };
    if (character === '.') return this.#one(this.#flags.dotAll ? '[^]' : '[^\\n\\r]');
    return this.#one(`[${escapeCharacter(character)}]`);
  }

  #group(): PatternNode | undefined {
    this.#at++;
    const isKept = !this.#take('?');
    if (!isKept && !this.#take(':')) return undefined;
    const index = isKept ? ++this.groups : 0;
    if (++this.#depth > 100) return undefined;
    const inner = this.#choice();
    this.#depth--;
    if (!inner || !this.#take(')')) return undefined;
    this.#closed.add(index);
    return { kind: 'group', index, inner };
  }

  #escape(): PatternNode | undefined {
    const digits = /^\\([1-9]\d*)/.exec(this.#written.slice(this.#at, this.#at + 6))?.[1];
    if (digits === undefined) {
      const read = readClassEscape(this.#written, this.#at);
      if (!read) return undefined;
      this.#at = read.end;
      return this.#one(read.isNegated ? `[^${read.source}]` : `[${read.source}]`);
    }
    // `\12` is group 12 where there are so many before it, else group 1 and the digit 2; the group must be closed.
    let used = digits;
    while (used.length > 1 && Number(used) > this.groups) used = used.slice(0, -1);
    this.#at += 1 + used.length;
    const index = Number(used);
    return this.#closed.has(index) ? { kind: 'reference', index } : undefined;
  }

  #repeated(inner: PatternNode): PatternNode | undefined {
    const written = /^(?:[?*+]|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})(\?)?/.exec(
      this.#written.slice(this.#at, this.#at + 20),
    );
    if (!written) return inner;
    this.#at += written[0].length;
    const [sign = ''] = written[0];
    const least = sign === '{' ? Number(written[1]) : sign === '+' ? 1 : 0;
    const unlimited = sign === '*' || sign === '+' || (written[2] !== undefined && written[3] === undefined);
    const most = unlimited ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(written[3] ?? written[1]);
    if (most < least) return undefined;
    return { kind: 'repeat', inner, least, most, isLazy: written[4] !== undefined };
  }

  /** A range upside down, `[z-a]`, is the one thing only JavaScript itself notices. */
  #oneCharacter(source: string): RegExp {
    try {
      return new RegExp(`^${source}$`, this.#flags.ignoreCase ? 'iu' : 'u');
    } catch {
      this.#isValid = false;
      return /^$/;
    }
  }

  #one(source: string): PatternNode {
    const pattern = this.#oneCharacter(source);
    const seen = new Map<string, boolean>();
    const test = (character: string) => {
      let answer = seen.get(character);
      if (answer === undefined) {
        answer = pattern.test(character);
        if (seen.size < 500) seen.set(character, answer);
      }
      return answer;
    };
    return { kind: 'one', test };
  }
}
