// JSON as I-JSON wants it (RFC 7493): JSON.parse keeps the last of two members of one name and swallows lone surrogates and
// numbers beyond any double; of signed text that gives two readers two meanings.
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { JsonValue } from './canonical.ts';

export type StrictJsonRefusal = {
  readonly kind: 'not-strict-json';
  /** Where in the text, in UTF-16 units from 0. */
  readonly at: number;
  readonly reason: 'syntax' | 'name-twice' | 'lone-surrogate' | 'number-out-of-range' | 'too-deep';
};

const maxDepth = 512;

class NotStrict extends Error {
  readonly reason: StrictJsonRefusal['reason'];
  readonly at: number;
  constructor(reason: StrictJsonRefusal['reason'], at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

class Reader {
  readonly text: string;
  at = 0;
  depth = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(reason: StrictJsonRefusal['reason'] = 'syntax'): never {
    throw new NotStrict(reason, this.at);
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) this.fail();
    this.at += found.length;
    return found;
  }

  /** Takes one character where it comes next, with the blanks around it. */
  skip(char: string): boolean {
    this.take(blank);
    if (this.text[this.at] !== char) return false;
    this.at++;
    this.take(blank);
    return true;
  }

  value(): JsonValue {
    this.take(blank);
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) this.fail('too-deep');
    const value = read();
    this.depth--;
    return value;
  }

  word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) this.fail();
    this.at += word.length;
    return value;
  }

  number(): number {
    const start = this.at;
    const value = Number(this.take(number));
    if (Number.isFinite(value)) return value;
    this.at = start;
    return this.fail('number-out-of-range');
  }

  /** Scans to the closing quote by hand: an expression over a long string would backtrack. */
  string(): string {
    const start = this.at;
    let end = start + 1;
    for (let code = this.text.charCodeAt(end); code !== 0x22; code = this.text.charCodeAt(end)) {
      // NaN at the end of the text fails the comparison too.
      if (!(code >= 0x20)) this.fail();
      end += code === 0x5c ? 2 : 1;
    }
    const value = this.unescaped(start, end + 1);
    if (!value.isWellFormed()) this.fail('lone-surrogate');
    this.at = end + 1;
    return value;
  }

  unescaped(start: number, end: number): string {
    try {
      return String(JSON.parse(this.text.slice(start, end)));
    } catch {
      return this.fail();
    }
  }

  array(): JsonValue[] {
    const values: JsonValue[] = [];
    if (!this.skip('[')) this.fail();
    if (this.skip(']')) return values;
    do values.push(this.value());
    while (this.skip(','));
    if (!this.skip(']')) this.fail();
    return values;
  }

  object(): Record<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    if (!this.skip('{')) this.fail();
    if (this.skip('}')) return {};
    do {
      const start = this.at;
      const name = this.text[this.at] === '"' ? this.string() : this.fail();
      if (members.has(name)) {
        this.at = start;
        this.fail('name-twice');
      }
      if (!this.skip(':')) this.fail();
      members.set(name, this.value());
    } while (this.skip(','));
    if (!this.skip('}')) this.fail();
    // fromEntries defines members, so that `__proto__` stays an ordinary name.
    return Object.fromEntries(members);
  }
}

/** The value of a JSON text, only where every reader must understand the same by it. */
export function parseStrictJson(text: string): Result<JsonValue, StrictJsonRefusal> {
  const reader = new Reader(text);
  try {
    const value = reader.value();
    reader.take(blank);
    if (reader.at < text.length) reader.fail();
    return ok(value);
  } catch (fault) {
    if (!(fault instanceof NotStrict)) throw fault;
    return refuse({ kind: 'not-strict-json', at: fault.at, reason: fault.reason });
  }
}
