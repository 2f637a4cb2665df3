// Structured field values for HTTP (RFC 9651, which replaced RFC 8941): the values, and their one strict serialization.
import { type Bytes, toBytes } from '../bytes.ts';

export type BareItem =
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'decimal'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'token'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Bytes }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** Seconds since 1970. */
  | { readonly type: 'date'; readonly value: number }
  | { readonly type: 'display'; readonly value: string };

export type Parameters = ReadonlyMap<string, BareItem>;
export type Item = { readonly item: BareItem; readonly params: Parameters };
export type InnerList = { readonly items: readonly Item[]; readonly params: Parameters };
export type Member = Item | InnerList;
export type List = readonly Member[];
export type Dictionary = ReadonlyMap<string, Member>;

export const noParams: Parameters = new Map();

/** What cannot be written as a structured field; parsing gives `FieldSyntax` of the parser instead. */
export class NotSerializable extends Error {
  override readonly name = 'NotSerializable';
}

const fail = (reason: string): never => {
  throw new NotSerializable(reason);
};

export const isInnerList = (member: Member): member is InnerList => 'items' in member;

export const keyPattern = /^[a-z*][a-z0-9_\-.*]*$/;
const tokenPattern = /^[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*$/;
const maxInteger = 999_999_999_999_999;

function writeInteger(value: number): string {
  return Number.isInteger(value) && Math.abs(value) <= maxInteger ? String(value === 0 ? 0 : value) : fail('integer');
}

/** At most three digits after the point, the last rounded to even (4.1.5). */
function writeDecimal(value: number): string {
  if (!Number.isFinite(value)) return fail('decimal');
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const significant = digits.replace('.', '');
  // The value in thousandths as an exact quotient of whole numbers, so that rounding sees the written digits.
  const shift = Number(exponent) - (significant.length - 1) + 3;
  const whole = shift >= 0 ? BigInt(significant) * 10n ** BigInt(shift) : BigInt(significant);
  const divisor = shift >= 0 ? 1n : 10n ** BigInt(Math.min(-shift, 400));
  const rest = (whole % divisor) * 2n;
  const floor = whole / divisor;
  const thousandths = rest > divisor || (rest === divisor && floor % 2n === 1n) ? floor + 1n : floor;
  if (thousandths >= 10n ** 15n) return fail('decimal');
  const fraction = (thousandths % 1000n)
    .toString()
    .padStart(3, '0')
    .replace(/0{1,2}$/, '');
  return `${value < 0 && thousandths > 0n ? '-' : ''}${thousandths / 1000n}.${fraction}`;
}

function writeString(value: string): string {
  if (!/^[ -~]*$/.test(value)) return fail('string');
  return `"${value.replaceAll(/[\\"]/g, '\\$&')}"`;
}

function writeDisplay(value: string): string {
  if (!value.isWellFormed()) return fail('display');
  const text = Array.from(toBytes(value), (byte) =>
    byte === 0x25 || byte === 0x22 || byte < 0x20 || byte > 0x7e
      ? `%${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return `%"${text.join('')}"`;
}

export function writeBareItem(bare: BareItem): string {
  switch (bare.type) {
    case 'integer':
      return writeInteger(bare.value);
    case 'decimal':
      return writeDecimal(bare.value);
    case 'string':
      return writeString(bare.value);
    case 'token':
      return tokenPattern.test(bare.value) ? bare.value : fail('token');
    case 'bytes':
      return `:${Buffer.from(bare.value).toString('base64')}:`;
    case 'boolean':
      return bare.value ? '?1' : '?0';
    case 'date':
      return `@${writeInteger(bare.value)}`;
    case 'display':
      return writeDisplay(bare.value);
  }
}

const writeKey = (key: string): string => (keyPattern.test(key) ? key : fail('key'));

const writeParameters = (params: Parameters): string =>
  [...params]
    .map(([key, value]) => {
      const isTrue = value.type === 'boolean' && value.value;
      return `;${writeKey(key)}${isTrue ? '' : `=${writeBareItem(value)}`}`;
    })
    .join('');

export const writeItem = (item: Item): string => writeBareItem(item.item) + writeParameters(item.params);

export const writeInnerList = (list: InnerList): string =>
  `(${list.items.map(writeItem).join(' ')})${writeParameters(list.params)}`;

export const writeMember = (member: Member): string =>
  isInnerList(member) ? writeInnerList(member) : writeItem(member);

export const writeList = (list: List): string => list.map(writeMember).join(', ');

export const writeDictionary = (dictionary: Dictionary): string =>
  [...dictionary]
    .map(([key, member]) => {
      const isTrue = !isInnerList(member) && member.item.type === 'boolean' && member.item.value;
      return writeKey(key) + (isTrue ? writeParameters(member.params) : `=${writeMember(member)}`);
    })
    .join(', ');
