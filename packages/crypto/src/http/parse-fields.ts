// Parsing of structured field values (RFC 9651, section 4.2), step by step as written there: any breach fails the whole field.
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { BareItem, Dictionary, InnerList, Item, List, Member, Parameters } from './structured-fields.ts';

/** `at` counts characters of the field value from 0. */
export type FieldRefusal = { readonly kind: 'not-a-structured-field'; readonly at: number };

class FieldSyntax extends Error {}

class Parser {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(): never {
    throw new FieldSyntax();
  }

  next(): string {
    return this.text[this.at] ?? '';
  }

  /** Takes what matches here, at least one character. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? this.fail();
    this.at += found.length;
    return found;
  }

  expect(char: string): void {
    if (this.next() !== char) this.fail();
    this.at++;
  }

  skip(chars: string): void {
    while (this.at < this.text.length && chars.includes(this.next())) this.at++;
  }

  /** Between two members: OWS, a comma, OWS, and then not the end. */
  hasAnother(): boolean {
    this.skip(' \t');
    if (this.at >= this.text.length) return false;
    this.expect(',');
    this.skip(' \t');
    if (this.at >= this.text.length) this.fail();
    return true;
  }

  list(): List {
    const members: Member[] = [];
    if (this.at >= this.text.length) return members;
    do members.push(this.member());
    while (this.hasAnother());
    return members;
  }

  dictionary(): Dictionary {
    const members = new Map<string, Member>();
    if (this.at >= this.text.length) return members;
    do {
      const key = this.key();
      if (this.next() === '=') {
        this.at++;
        members.set(key, this.member());
      } else members.set(key, { item: { type: 'boolean', value: true }, params: this.parameters() });
    } while (this.hasAnother());
    return members;
  }

  member(): Member {
    return this.next() === '(' ? this.innerList() : this.item();
  }

  innerList(): InnerList {
    this.expect('(');
    const items: Item[] = [];
    for (;;) {
      this.skip(' ');
      if (this.next() === ')') break;
      items.push(this.item());
      if (this.next() !== ' ' && this.next() !== ')') this.fail();
    }
    this.at++;
    return { items, params: this.parameters() };
  }

  item(): Item {
    return { item: this.bareItem(), params: this.parameters() };
  }

  parameters(): Parameters {
    const params = new Map<string, BareItem>();
    while (this.next() === ';') {
      this.at++;
      this.skip(' ');
      const key = this.key();
      let value: BareItem = { type: 'boolean', value: true };
      if (this.next() === '=') {
        this.at++;
        value = this.bareItem();
      }
      // RFC 9651, 4.2.3.2: the last value counts; it stands where the key stood first.
      params.set(key, value);
    }
    return params;
  }

  key(): string {
    return this.take(/[a-z*][a-z0-9_\-.*]*/y);
  }

  bareItem(): BareItem {
    const char = this.next();
    if (char === '"') return { type: 'string', value: this.string() };
    if (char === ':') return { type: 'bytes', value: this.byteSequence() };
    if (char === '?') return { type: 'boolean', value: this.take(/\?[01]/y) === '?1' };
    if (char === '@') return this.date();
    if (char === '%') return { type: 'display', value: this.display() };
    if (/[A-Za-z*]/.test(char)) return { type: 'token', value: this.take(/[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*/y) };
    return this.number();
  }

  number(): BareItem {
    const text = this.take(/-?[0-9]+(?:\.[0-9]*)?/y);
    const [whole = '', fraction] = text.replace('-', '').split('.');
    if (fraction === undefined) {
      if (whole.length > 15) this.fail();
      return { type: 'integer', value: Number(text) };
    }
    if (whole.length > 12 || fraction.length < 1 || fraction.length > 3) this.fail();
    return { type: 'decimal', value: Number(text) };
  }

  date(): BareItem {
    this.expect('@');
    const number = this.number();
    return number.type === 'integer' ? { type: 'date', value: number.value } : this.fail();
  }

  string(): string {
    const quoted = this.take(/"(?:[ !#-[\]-~]|\\["\\])*"/y);
    return quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  }

  /** Base64 as RFC 4648, 4 has it; missing padding passes, as RFC 9651, 4.2.7 asks of parsers. */
  byteSequence(): Uint8Array {
    const text = this.take(/:[A-Za-z0-9+/]*={0,2}:/y).slice(1, -1);
    const digits = text.replace(/=+$/, '');
    const isPossible = digits.length % 4 !== 1 && (text === digits || text.length % 4 === 0);
    return isPossible ? new Uint8Array(Buffer.from(digits, 'base64')) : this.fail();
  }

  display(): string {
    const quoted = this.take(/%"(?:[ !#$&-~]|%[0-9a-f]{2})*"/y).slice(2, -1);
    try {
      return decodeURIComponent(quoted);
    } catch {
      return this.fail();
    }
  }
}

function parse<T>(text: string, read: (parser: Parser) => T): Result<T, FieldRefusal> {
  const parser = new Parser(text);
  try {
    parser.skip(' ');
    const value = read(parser);
    parser.skip(' ');
    if (parser.at < text.length) parser.fail();
    return ok(value);
  } catch (fault) {
    if (fault instanceof FieldSyntax) return refuse({ kind: 'not-a-structured-field', at: parser.at });
    throw fault;
  }
}

/** Several field lines of one name are one value, joined by `, ` (RFC 9651, 4.2). */
export const parseListField = (value: string): Result<List, FieldRefusal> => parse(value, (p) => p.list());
export const parseDictionaryField = (value: string): Result<Dictionary, FieldRefusal> =>
  parse(value, (p) => p.dictionary());
export const parseItemField = (value: string): Result<Item, FieldRefusal> => parse(value, (p) => p.item());
