// The value of one covered component of an HTTP message (RFC 9421, section 2).
import { type Bytes, toBytes } from '../bytes.ts';
import { parseDictionaryField, parseItemField, parseListField } from './parse-fields.ts';
import { type Item, writeDictionary, writeItem, writeList, writeMember } from './structured-fields.ts';

export type Fields = readonly (readonly [name: string, value: string])[];

export type HttpRequest = {
  readonly method: string;
  /** The target URI, absolute: `https://example.com/foo?a=b`. Behind a proxy, what the client asked for. */
  readonly url: string;
  /** The request target as sent, where it was not path and query (`*`, absolute or authority form). */
  readonly requestTarget?: string;
  /** Header fields in order, a name as often as it was sent. */
  readonly fields: Fields;
  readonly trailers?: Fields;
};

export type HttpResponse = {
  readonly status: number;
  readonly fields: Fields;
  readonly trailers?: Fields;
  /** The request answered; needed where components with `;req` are covered. */
  readonly request?: HttpRequest;
};

export type HttpMessage = HttpRequest | HttpResponse;
export type FieldType = 'list' | 'dictionary' | 'item';
/** Types of structured fields by lower-case name, beyond the registered ones below. */
export type FieldTypes = Readonly<Record<string, FieldType>>;

/** No value can be had for a component: the message lacks it, or the identifier is wrong. */
export class NoComponent extends Error {
  override readonly name = 'NoComponent';
}

const fail = (reason: string): never => {
  throw new NoComponent(reason);
};

// From the IANA registry of HTTP field names, those of a structured type.
const registered: FieldTypes = {
  'accept-signature': 'dictionary',
  'cache-status': 'list',
  'capsule-protocol': 'item',
  'client-cert': 'item',
  'client-cert-chain': 'list',
  'content-digest': 'dictionary',
  'cross-origin-embedder-policy': 'item',
  'cross-origin-opener-policy': 'item',
  'idempotency-key': 'item',
  'origin-agent-cluster': 'item',
  priority: 'dictionary',
  'proxy-status': 'list',
  'repr-digest': 'dictionary',
  signature: 'dictionary',
  'signature-input': 'dictionary',
  'want-content-digest': 'dictionary',
  'want-repr-digest': 'dictionary',
};

const isResponse = (message: HttpMessage): message is HttpResponse => 'status' in message;

const flags = new Set(['sf', 'bs', 'req', 'tr']);

function checkParameters(name: string, { params }: Item): void {
  for (const [key, value] of params) {
    if (flags.has(key) ? value.type !== 'boolean' || !value.value : value.type !== 'string') fail('parameter');
    const isDerived = name.startsWith('@');
    const isKnown = isDerived
      ? key === 'req' || (key === 'name' && name === '@query-param')
      : key === 'key' || flags.has(key);
    if (!isKnown) fail('unknown-parameter');
  }
  if (params.has('bs') && (params.has('sf') || params.has('key'))) fail('incompatible-parameters');
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

/** Without blanks at both ends; an expression for that would take the square of a long run of blanks. */
function trimBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

/** Obsolete folds become one space; a line end that begins no fold stays, and is refused later. */
function unfold(line: string): string {
  if (!line.includes('\n')) return trimBlanks(line);
  const [first = '', ...folded] = line.split(/\r?\n/);
  const rest = folded.map((part) => (isBlank(part[0]) ? ` ${trimBlanks(part)}` : `\n${part}`));
  return trimBlanks(trimBlanks(first) + rest.join(''));
}

/** Values of all lines of a name, folds and blanks removed (2.1). */
function fieldLines(fields: Fields, name: string): string[] {
  const lines = fields.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);
  return lines.length > 0 ? lines.map(unfold) : fail('no-such-field');
}

function wrapBytes(line: string): string {
  // Field values reach us as texts of bytes (latin1); what a program set beyond that is UTF-8.
  const isLatin = [...line].every((char) => char.charCodeAt(0) < 0x100);
  const bytes: Bytes = isLatin ? Buffer.from(line, 'latin1') : toBytes(line);
  return `:${Buffer.from(bytes).toString('base64')}:`;
}

function strictValue(value: string, type: FieldType | undefined): string {
  if (type === 'dictionary') {
    const parsed = parseDictionaryField(value);
    return parsed.ok ? writeDictionary(parsed.value) : fail('not-structured');
  }
  if (type === 'list') {
    const parsed = parseListField(value);
    return parsed.ok ? writeList(parsed.value) : fail('not-structured');
  }
  if (type !== 'item') return fail('type-unknown');
  const parsed = parseItemField(value);
  return parsed.ok ? writeItem(parsed.value) : fail('not-structured');
}

function dictionaryMember(value: string, key: string, type: FieldType | undefined): string {
  if (type !== undefined && type !== 'dictionary') return fail('not-a-dictionary');
  const parsed = parseDictionaryField(value);
  const member = parsed.ok ? parsed.value.get(key) : undefined;
  return member ? writeMember(member) : fail('no-such-member');
}

function fieldValue(message: HttpMessage, name: string, { params }: Item, types: FieldTypes): string {
  if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) fail('field-name');
  const lines = fieldLines(params.has('tr') ? (message.trailers ?? []) : message.fields, name);
  if (params.has('bs')) return lines.map(wrapBytes).join(', ');
  const value = lines.join(', ');
  const type = Object.hasOwn(types, name)
    ? types[name]
    : Object.hasOwn(registered, name)
      ? registered[name]
      : undefined;
  const key = params.get('key');
  if (key?.type === 'string') return dictionaryMember(value, key.value, type);
  return params.has('sf') ? strictValue(value, type) : value;
}

type Target = { scheme: string; authority: string; path: string; query: string | undefined };

function targetOf({ url }: HttpRequest): Target {
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#@]+)([^?#]*)(?:\?([^#]*))?$/.exec(url) ?? fail('target-uri');
  const [, scheme = '', authority = '', path = '', query] = found;
  const lower = scheme.toLowerCase();
  const defaultPort = { http: /:(?:80)?$/, https: /:(?:443)?$/ }[lower] ?? /:$/;
  return { scheme: lower, authority: authority.toLowerCase().replace(defaultPort, ''), path: path || '/', query };
}

/** Percent-encoding of the URL standard's form set, with %20 for a space (2.2.8). */
const formEncode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function queryParam(query: string | undefined, { params }: Item): string {
  const name = params.get('name');
  if (name?.type !== 'string') return fail('parameter');
  const values = [...new URLSearchParams(query ?? '')].filter(([one]) => formEncode(one) === name.value);
  // A name met twice must not be signed: readers would differ on which counts.
  const [only] = values;
  return only && values.length === 1 ? formEncode(only[1]) : fail('no-single-query-parameter');
}

function derivedValue(message: HttpMessage, name: string, item: Item): string {
  if (name === '@status') {
    if (!isResponse(message) || !Number.isInteger(message.status)) return fail('status');
    return String(message.status).padStart(3, '0');
  }
  if (isResponse(message)) return fail('request-component-of-a-response');
  if (name === '@method') return message.method;
  const target = targetOf(message);
  const queryText = target.query === undefined ? '' : `?${target.query}`;
  switch (name) {
    case '@target-uri':
      return message.url;
    case '@authority':
      return target.authority;
    case '@scheme':
      return target.scheme;
    case '@request-target':
      return message.requestTarget ?? `${target.path}${queryText}`;
    case '@path':
      return target.path;
    case '@query':
      return `?${target.query ?? ''}`;
    case '@query-param':
      return queryParam(target.query, item);
    default:
      return fail('unknown-component');
  }
}

/** The value of a component; throws NoComponent where RFC 9421, 2.5 asks for an error. */
export function componentValue(message: HttpMessage, item: Item, types: FieldTypes): string {
  if (item.item.type !== 'string') return fail('component-name');
  const name = item.item.value;
  checkParameters(name, item);
  let source = message;
  if (item.params.has('req')) {
    // A request has no request of its own.
    source = (isResponse(message) ? message.request : undefined) ?? fail('no-request');
  }
  const isDerived = name.startsWith('@');
  const value = isDerived ? derivedValue(source, name, item) : fieldValue(source, name, item, types);
  const allowed = isDerived ? /^(?:[!-~](?:[ -~]*[!-~])?)?$/ : /^[\t -~]*$/;
  return allowed.test(value) ? value : fail('value-characters');
}
